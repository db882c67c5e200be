/** Paper, margins, grid and page number of a sample. Source: ECMA-376 part 1, 17.6 and 17.10. */
import type { FormatProfile } from '../../../shared/domain/format-profile-schema.ts';
import { childOf, type XmlElement } from '../import/archive/xml-elements.ts';
import { byRuleOfThumb, evidence, type Learnt, majority } from './evidence.ts';
import { eastAsianFont, foundIn } from './looks.ts';
import { pageNumberSign, type SampleParagraph } from './sample-paragraphs.ts';

function twips(element: XmlElement | undefined, name: string): number | null {
  const text = element?.attributes[`w:${name}`];
  return text !== undefined && /^-?\d{1,6}$/.test(text) ? Number(text) : null;
}

function setUp<T>(value: T): Learnt<T> {
  return { value, place: 'pageSetup', certainty: 'sure' };
}

export function learnPaper(section: XmlElement | null): Learnt<{ width: number; height: number }> | null {
  const size = childOf(section ?? undefined, 'w:pgSz');
  const [width, height] = [twips(size, 'w'), twips(size, 'h')];
  return width === null || height === null ? null : setUp({ width, height });
}

export interface LearntMargins {
  top: number;
  right: number;
  bottom: number;
  left: number;
  header: number | null;
  footer: number | null;
}

/** A gutter is part of the binding side's margin: the pages are bound on the left. */
export function learnMargins(section: XmlElement | null): Learnt<LearntMargins> | null {
  const margins = childOf(section ?? undefined, 'w:pgMar');
  const [top, right, bottom, left] = ['top', 'right', 'bottom', 'left'].map((side) => twips(margins, side));
  if (top == null || right == null || bottom == null || left == null) return null;
  const gutter = Math.max(0, twips(margins, 'gutter') ?? 0);
  return setUp({
    // A negative one is exact, whatever the header's height (17.6.11).
    top: Math.abs(top),
    right,
    bottom: Math.abs(bottom),
    left: left + gutter,
    header: twips(margins, 'header'),
    footer: twips(margins, 'footer'),
  });
}

export interface DocumentGrid {
  /** Twips; null where lines do not stand on a grid. */
  linePitch: number | null;
  /** Twips added to each character; null where characters do not stand on a grid. */
  characterSpacing: number | null;
}

export function documentGrid(section: XmlElement | null): DocumentGrid {
  const grid = childOf(section ?? undefined, 'w:docGrid');
  const type = grid?.attributes['w:type'] ?? 'default';
  const space = twips(grid, 'charSpace');
  const hasCharacters = type === 'linesAndChars' || type === 'snapToChars';
  return {
    linePitch: type === 'lines' || hasCharacters ? twips(grid, 'linePitch') : null,
    // In 4096ths of a point (17.6.5).
    characterSpacing: hasCharacters && space !== null ? Math.round((space / 4096) * 20) : null,
  };
}

/** The line pitch of body paragraphs, in twips, by characters; null where lines are as high as their type. */
export function learnLinePitch(body: readonly SampleParagraph[], grid: DocumentGrid): Learnt<number> | null {
  let rough = false;
  const learnt = majority(
    body.flatMap(({ layers, text }) => {
      const line = foundIn(layers, 'line');
      const rule = foundIn(layers, 'lineRule')?.value ?? 'auto';
      if (line !== null && rule !== 'auto') {
        rough ||= rule === 'atLeast';
        return evidence(line, text.length);
      }
      const snapped = foundIn(layers, 'snapToGrid')?.value ?? true;
      if (grid.linePitch === null || !snapped) return [];
      // Two lines of the grid where the paragraph has double lines: what stands between is rounded up.
      const lines = Math.max(1, Math.ceil((line?.value ?? 240) / 240));
      return evidence({ value: grid.linePitch * lines, place: 'grid' as const }, text.length);
    }),
  );
  return rough ? byRuleOfThumb(learnt) : learnt;
}

export type LearntPageNumber = FormatProfile['pageNumber'];

const forms: readonly [RegExp, LearntPageNumber['form']][] = [
  [new RegExp(`[—―－–─]\\s*${pageNumberSign}`, 'u'), 'dashes'],
  [new RegExp(`-\\s*${pageNumberSign}`, 'u'), 'hyphens'],
  [new RegExp(`第\\s*${pageNumberSign}`, 'u'), 'words'],
];

function placeOf(numbers: readonly SampleParagraph[]): LearntPageNumber['place'] {
  const sides = new Set(
    numbers.map(({ frame, layers }) => frame ?? foundIn(layers, 'alignment')?.value ?? 'left'),
  );
  const has = (...names: string[]) => names.some((name) => sides.has(name));
  if (has('outside') || (has('right', 'end') && has('left', 'start', 'both'))) return 'outer';
  return has('right', 'end') ? 'right' : 'center';
}

/** Where and how the footers show the page's number; null where they do not, and for a place no format has. */
export function learnPageNumber(footers: readonly SampleParagraph[]): {
  number: Learnt<LearntPageNumber> | null;
  look: Learnt<{ font: string; size: number }> | null;
} {
  const numbers = footers.filter(({ text }) => text.includes(pageNumberSign));
  const shown = majority(
    numbers.map(({ text }) => ({
      value: forms.find(([pattern]) => pattern.test(text))?.[1] ?? ('plain' as const),
      place: 'footer' as const,
      weight: 1,
    })),
  );
  const runs = numbers.flatMap(({ runs: all }) => all.filter(({ text }) => text.includes(pageNumberSign)));
  const look = majority(
    runs.flatMap(({ layers }) => {
      const font = foundIn(layers, 'western') ?? eastAsianFont(layers);
      const size = foundIn(layers, 'size');
      return font === null || size === null
        ? []
        : [{ value: { font: font.value, size: size.value }, place: 'footer' as const, weight: 1 }];
    }),
  );
  const number = shown === null ? null : { ...shown, value: { form: shown.value, place: placeOf(numbers) } };
  return { number, look };
}
