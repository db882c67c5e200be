/**
 * Which paragraphs are headings, at which level, and where a heading that runs into its paragraph ends. The level is
 * that of the marker's form, whatever stands above: a report that goes from «一、» to «1.» has left a level out,
 * and says so in a warning. A heading known by its style alone takes the style's level.
 */
import type { ParsedReport } from '../../../../shared/domain/parsed-report.ts';
import { findMarker, type Marked } from '../../../../shared/domain/text/markers.ts';
import { findQuantities } from '../../../../shared/domain/text/quantities.ts';
import { isOpen, type Line } from './line.ts';
import { unmarkedHeadings } from './unmarked-headings.ts';

type Heading = ParsedReport['headings'][number];

export interface OutlinedParagraph {
  line: Line;
  text: string;
  kind: ParsedReport['paragraphs'][number]['kind'];
  /** The heading that this paragraph is, or null. */
  heading: Heading | null;
}

/** A sentence's end; a half-width full stop counts between Chinese characters. */
const sentenceEnd = /[。！？!?][”’」』]*|(?<=[\u4e00-\u9fff”’）)])\.(?=\s*[\u4e00-\u9fff“（(]|\s*$)/;
/** Words of a statement, as opposed to a name for what follows. */
const statement =
  /^(?:(?:19|20)\d\d年度?[，,]|今年|截[至止]|目前|[我全]镇|本镇)|(?:成立|建立|制定|开展|召开|组织|聘请|举办|印发|出台|完成|形成|取得|实现|进行|发放|排查|化解|办理)了/;

/** Longest headings in characters, and the clauses they may have, by how sure the marker is of itself. */
const bounds = {
  upper: { open: 80, openCommas: 4, closed: 50, closedCommas: 3 },
  lower: { open: 45, openCommas: 2, closed: 40, closedCommas: 2 },
  /** A closed sentence alone behind 1. or （1）: as likely a point of a list. */
  alone: { closed: 25, closedCommas: 1 },
};

/** A paragraph in a heading's style that is longer, without a sentence's end, is set in the wrong style. */
const longestStyled = 120;

/** «存在问题和不足一是…二是…»: the points run into the heading without a mark. */
const headingBeforePoints = /^[^，。；：、,;:]{2,30}?(?=一是)/;

/** Decides every open line; headings that run in are cut after their first sentence. */
export function outlineParagraphs(lines: readonly Line[]): OutlinedParagraph[] {
  const levels: Levels = { styleShift: styleShift(lines), partsFrom: partsFrom(lines) };
  const unmarked = unmarkedHeadings(lines);
  let listed: ListPoint | null = null;
  const attachments = lines.findLastIndex((line) => isOpen(line) && /^附件\d*\s*[:：]/.test(line.text));
  return lines.flatMap((line, index) => {
    if (line.text === '') return [];
    if (!isOpen(line)) return [{ line, text: line.text, kind: line.kind ?? 'body', heading: null }];
    const next = lines[index + 1];
    const textFollows =
      next !== undefined &&
      isOpen(next) &&
      findMarker(next.text, next.numbering) === null &&
      next.styleLevel === null;
    // «附件：1.…» goes on with «2.…» on a line of its own.
    const isAttachment = attachments >= 0 && index > attachments && (findMarker(line.text)?.level ?? 0) >= 3;
    if (isAttachment) return [{ line, text: line.text, kind: 'body', heading: null }];
    const marked = findMarker(line.text, line.numbering);
    const point = marked === null ? null : listPoint(marked);
    if (point !== null && continuesList(listed, point)) {
      listed = point;
      return [{ line, text: line.text, kind: 'body', heading: null }];
    }
    listed = /^[^。]*[；;，,、]$/.test(line.text) ? point : null;
    if (unmarked.has(index))
      return [{ line, text: line.text, kind: 'heading', heading: { level: 1, marker: '', text: line.text } }];
    return decide(line, textFollows, {
      ...levels,
      inPart: levels.partsFrom !== null && index > levels.partsFrom,
    });
  });
}

/** A point of a list, «（一）…；», whose next point is no heading either, however it ends. */
interface ListPoint {
  /** The marker without its number: points of one list are written alike. */
  form: string;
  ordinal: number | null;
}

function listPoint(marked: Marked): ListPoint {
  return {
    form: marked.marker.replace(/[一二三四五六七八九十百\d０-９①-⒛㈠-㈩]+/, '#'),
    ordinal: marked.ordinal,
  };
}

function continuesList(before: ListPoint | null, point: ListPoint): boolean {
  return (
    before !== null &&
    before.form === point.form &&
    before.ordinal !== null &&
    before.ordinal + 1 === point.ordinal
  );
}

function decide(first: Line, textFollows: boolean, levels: Levels): OutlinedParagraph[] {
  const decided: OutlinedParagraph[] = [];
  // A run-in text may begin with a marker itself (1.…。2.…。): then it is decided in its turn.
  let line: Line | null = first;
  while (line !== null) {
    const cut: number | null = headingEnd(line, textFollows);
    if (cut === null) {
      decided.push({ line, text: line.text, kind: 'body', heading: null });
      return decided;
    }
    const text = line.text.slice(0, cut).trimEnd();
    decided.push({ line, text, kind: 'heading', heading: headingOf({ ...line, text }, levels) });
    const rest = line.text.slice(cut).trim();
    line = rest === '' ? null : { ...line, text: rest, styleLevel: null, numbering: null };
  }
  return decided;
}

/** Where the heading at the start of this paragraph ends; null if there is none. */
function headingEnd(line: Line, textFollows: boolean): number | null {
  const marked = findMarker(line.text, line.numbering);
  if (marked === null)
    return isStyledHeading(line) && line.text.length <= bounds.upper.open ? line.text.length : null;
  if (marked.rest === '') return null;
  const offset = line.text.length - marked.rest.length;
  const named =
    marked.level <= 2 && marked.rest.includes('二是') ? headingBeforePoints.exec(marked.rest) : null;
  if (named !== null) return offset + named[0].length;
  const end = sentenceEnd.exec(marked.rest);
  const sentence = end === null ? marked.rest : marked.rest.slice(0, end.index);
  const commas = sentence.split(/[，,；;]/).length - 1;
  const upper = marked.level <= 2;
  const bound = upper ? bounds.upper : bounds.lower;
  if (end === null) {
    if (/[；;，,、]$/.test(sentence)) return null;
    const fits = sentence.length <= bound.open && commas <= bound.openCommas;
    const styled = isStyledHeading(line) && sentence.length <= longestStyled;
    return styled || (fits && (upper || !isStatement(sentence))) ? line.text.length : null;
  }
  const cut = offset + end.index + end[0].length;
  const runsIn = line.text.slice(cut).trim() !== '';
  const standsAlone = !runsIn && !textFollows;
  const closedBound = standsAlone && !upper ? bounds.alone : bound;
  const fits = sentence.length <= closedBound.closed && commas <= closedBound.closedCommas;
  const states = upper ? runsIn && holdsNumber(sentence) : isStatement(sentence);
  return fits && !states ? cut : null;
}

function isStyledHeading(line: Line): boolean {
  return line.styleLevel !== null && line.styleLevel > 0;
}

function isStatement(sentence: string): boolean {
  return statement.test(sentence) || holdsNumber(sentence);
}

/** A count in digits: a result, not the name of what follows (三项制度 may be one). */
function holdsNumber(sentence: string): boolean {
  return findQuantities(sentence).some((quantity) => /\d/.test(quantity.text));
}

function headingOf(line: Line, { styleShift: shift, inPart }: Levels): Heading {
  const marked = findMarker(line.text, line.numbering);
  const text = (marked?.rest ?? line.text).trim().replace(/(?:。|(?<=[\u4e00-\u9fff”’）)])\.)$/, '');
  const lowered = inPart === true && marked !== null && !isPart(marked.marker) ? 1 : 0;
  const level = Math.min(
    4,
    marked === null ? Math.max(1, (line.styleLevel ?? 1) - shift) : marked.level + lowered,
  );
  return { level, marker: marked?.marker ?? '', text };
}

interface Levels {
  styleShift: number;
  /** Index of the first «第一部分» that has chapters «一、» within, or null. */
  partsFrom: number | null;
  /** The line stands within such a part: its level is one lower than its marker's form. */
  inPart?: boolean;
}

function isPart(marker: string): boolean {
  return /^第.{1,4}(?:部分|章)/.test(marker);
}

function partsFrom(lines: readonly Line[]): number | null {
  const markers = lines.map((line) => (isOpen(line) ? findMarker(line.text, line.numbering) : null));
  const first = markers.findIndex((marked) => marked !== null && isPart(marked.marker));
  const holdsChapters = markers.some(
    (marked, index) => index > first && marked !== null && marked.level === 1 && !isPart(marked.marker),
  );
  return first >= 0 && holdsChapters ? first : null;
}

/** Converters give the title style level 1 and the chapters 2: unmarked headings are moved up to begin at 1. */
function styleShift(lines: readonly Line[]): number {
  const levels = lines
    .filter((line) => isOpen(line) && isStyledHeading(line) && findMarker(line.text, line.numbering) === null)
    .map((line) => line.styleLevel ?? 1);
  return levels.length === 0 ? 0 : levels.reduce((least, level) => Math.min(least, level)) - 1;
}
