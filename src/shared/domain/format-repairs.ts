/** For each problem of a format the ways out of it, each one step: what the screen offers beside the problem. */

import { type FormatProblem, formatProblems } from './format-problems.ts';
import { type FormatProfile, nationalStandardProfile, pageNumberLineHeight } from './format-profile.ts';
import { formatProfileSchema } from './format-profile-schema.ts';
import {
  textAreaHeight,
  withFittingCharacters,
  withFittingLinePitch,
  withFittingLines,
  withFittingSpacing,
} from './grid-arithmetic.ts';

export const formatRepairs = [
  'lines',
  'linePitch',
  'characters',
  'characterSpacing',
  'standardMargins',
  'footerDistance',
  'bottomMargin',
  'headerDistance',
  'titleSize',
  'redHead',
] as const;
export type FormatRepair = (typeof formatRepairs)[number];

const repairsOf: Record<FormatProblem['code'], readonly FormatRepair[]> = {
  linesDoNotFit: ['lines', 'linePitch'],
  moreLinesFit: ['lines', 'linePitch'],
  charactersDoNotFit: ['characters', 'characterSpacing'],
  moreCharactersFit: ['characters', 'characterSpacing'],
  lineLowerThanType: ['linePitch'],
  textAreaTooNarrow: ['standardMargins'],
  textAreaTooLow: ['standardMargins'],
  titleTooLarge: ['titleSize'],
  pageNumberInText: ['footerDistance', 'bottomMargin'],
  pageNumberOffPaper: ['footerDistance'],
  headerInText: ['headerDistance'],
  redHeadTooHigh: ['redHead'],
};

/** No office printer prints nearer to the edge; twips. */
const leastDistance = 283;
const standard = nationalStandardProfile;

/** A line no lower than a fifth more than its type. */
function withHighEnoughLines(format: FormatProfile): FormatProfile {
  const filling = withFittingLinePitch(format);
  if (filling.grid.linePitch >= format.sizes.body * 10) return filling;
  const linePitch = format.sizes.body * 12;
  return withFittingLines({ ...format, grid: { ...format.grid, linePitch } });
}

function withStandardMargins(format: FormatProfile): FormatProfile {
  const { top, right, bottom, left } = standard.page;
  const moved = { ...format, page: { ...format.page, top, right, bottom, left } };
  // A line higher than a fifth of the page, or type as wide as one of ten, is the other way not to fit.
  const { linePitch } = moved.grid;
  const roomy =
    linePitch * 6 <= textAreaHeight(moved)
      ? moved
      : { ...moved, sizes: standard.sizes, grid: { ...moved.grid, linePitch: standard.grid.linePitch } };
  return withFittingLines(withFittingCharacters(roomy));
}

/** The page number between the text and the paper's edge, as near to the wanted place as may be. */
function withClearFooter(format: FormatProfile): FormatProfile {
  const most = format.page.bottom - pageNumberLineHeight;
  return { ...format, footerDistance: Math.max(leastDistance, Math.min(format.footerDistance, most)) };
}

function withRoomBelow(format: FormatProfile): FormatProfile {
  const bottom = Math.max(format.page.bottom, format.footerDistance + pageNumberLineHeight);
  return withFittingLines({ ...format, page: { ...format.page, bottom } });
}

function withClearHeader(format: FormatProfile): FormatProfile {
  const headerDistance = format.page.top - format.grid.linePitch;
  if (headerDistance >= 0) return { ...format, headerDistance };
  // A line does not even fit into the margin: the margin gives way.
  const moved = { ...format, headerDistance: 0, page: { ...format.page, top: format.grid.linePitch } };
  return withFittingLines(moved);
}

function withFittingTitle(format: FormatProfile): FormatProfile {
  const width = format.page.width - format.page.left - format.page.right;
  return { ...format, sizes: { ...format.sizes, title: Math.floor(width / 80) } };
}

function withStandardRedHead(format: FormatProfile): FormatProfile {
  const room = Math.floor(textAreaHeight(format) * 0.2);
  const { color } = format.redHead;
  return {
    ...format,
    redHead: {
      ...standard.redHead,
      color,
      mastheadTop: Math.min(standard.redHead.mastheadTop, room),
      mastheadSize: Math.min(standard.redHead.mastheadSize, Math.floor(room / 10)),
      blankLinesBelowMasthead: 0,
    },
  };
}

const repairing: Record<FormatRepair, (format: FormatProfile) => FormatProfile> = {
  lines: withFittingLines,
  linePitch: withHighEnoughLines,
  characters: withFittingCharacters,
  characterSpacing: withFittingSpacing,
  standardMargins: withStandardMargins,
  footerDistance: withClearFooter,
  bottomMargin: withRoomBelow,
  headerDistance: withClearHeader,
  titleSize: withFittingTitle,
  redHead: withStandardRedHead,
};

export interface OfferedRepair {
  repair: FormatRepair;
  /** The format after the step. */
  format: FormatProfile;
}

/** The steps that end this problem and leave a format that may be; empty where only the person can tell. */
export function repairsFor(format: FormatProfile, { code }: FormatProblem): OfferedRepair[] {
  return repairsOf[code].flatMap((repair) => {
    const repaired = repairing[repair](format);
    const ended = !formatProblems(repaired).some((problem) => problem.code === code);
    return ended && formatProfileSchema.safeParse(repaired).success ? [{ repair, format: repaired }] : [];
  });
}
