/** Turns accepted quantities into bindings, and their values into observations. Pure. */
import { type BindingText, renderBinding } from '../binding-text.ts';
import { Decimal } from '../decimal.ts';
import type {
  BindingAttributes,
  BindingNode,
  ChapterDocument,
  InlineNode,
  ParagraphNode,
  TextNode,
} from '../document.ts';
import type { Chapter, Indicator, Observation } from '../model.ts';
import type { NumberBook } from '../number-book.ts';
import type { AcceptedQuantity } from '../proposal.ts';
import { findQuantities } from '../text/quantities.ts';
import { bindingMark, markedText } from './found-in-chapters.ts';
import { bindablePlace, isApproximate, isSingle, type SingleQuantity, shownText } from './place.ts';

export interface Acceptance {
  /** New texts of the chapters that change. */
  bodies: ReadonlyMap<string, ChapterDocument>;
  observations: Observation[];
  /** The quantities that became bindings; the others stay literal. */
  bound: AcceptedQuantity[];
}

interface Standing {
  accepted: AcceptedQuantity;
  found: SingleQuantity;
  indicator: Indicator;
}

/**
 * Null when one of the quantities no longer stands at its place, two of them overlap, or its indicator is unknown; then
 * nothing may be written.
 *
 * - A value is written where the year's cell is empty; an approximate one with a note of the original words. A cell that
 *   holds the same number, or one that reads as the text does (526 for 520余), is bound without being written.
 * - A cell that holds another number, or is not applicable, is kept, and the place stays literal.
 * - Calculated indicators and comparisons are bound only where they then read exactly as the text does.
 */
export function acceptQuantities(question: {
  chapters: readonly Chapter[];
  accepted: readonly AcceptedQuantity[];
  book: NumberBook;
  year: number;
  newId: () => string;
}): Acceptance | null {
  const { chapters, accepted, book, year, newId } = question;
  const byId = new Map(chapters.map((chapter) => [chapter.id, chapter]));
  const standing: Standing[] = [];
  for (const one of accepted) {
    const paragraph = byId.get(one.chapterId)?.body.content[one.paragraph];
    const found = paragraph === undefined ? undefined : quantityAt(markedText(paragraph), one);
    const indicator = book.indicator(one.indicatorId);
    if (found === undefined || indicator === undefined) return null;
    standing.push({ accepted: one, found, indicator });
  }
  if (overlapping(accepted)) return null;

  const bound: AcceptedQuantity[] = [];
  const observations = new Map<string, Observation>();
  const direct = standing.filter((one) => !follows(one));
  // An exact number goes into the table before a rounded one of the same indicator.
  const order = direct.toSorted(
    (a, b) => Number(isApproximate(a.found, a.indicator)) - Number(isApproximate(b.found, b.indicator)),
  );
  for (const one of order) {
    const written = observations.get(one.indicator.id);
    const outcome = settle(one, written ?? cellOf(book, one.indicator.id, year), year);
    if (outcome === 'literal') continue;
    bound.push(one.accepted);
    if (outcome !== 'bound') observations.set(one.indicator.id, outcome);
  }
  const after = book.replace([...observations.values()]);
  for (const one of standing.filter(follows)) {
    if (shown(one.accepted, after, year).text === one.accepted.text) bound.push(one.accepted);
  }
  return { bodies: boundBodies(chapters, bound, newId), observations: [...observations.values()], bound };
}

/** The number comes from other numbers, never from the text. */
function follows({ accepted, indicator }: Standing): boolean {
  const { style } = accepted.format;
  return indicator.formula !== null || style === 'growth' || style === 'change';
}

function quantityAt(
  text: string,
  { start, end, text: expected }: AcceptedQuantity,
): SingleQuantity | undefined {
  if (expected === '' || text.slice(start, end) !== expected || expected.includes(bindingMark))
    return undefined;
  return findQuantities(text)
    .filter(isSingle)
    .find((found) => found.start < end && start < found.end);
}

function overlapping(accepted: readonly AcceptedQuantity[]): boolean {
  const groups = Map.groupBy(accepted, ({ chapterId, paragraph }) => `${paragraph} ${chapterId}`);
  return [...groups.values()].some((group) => {
    const sorted = group.toSorted((a, b) => a.start - b.start);
    return sorted.some((one, index) => one.start < (sorted[index - 1]?.end ?? 0));
  });
}

type CellLike = Pick<Observation, 'entry' | 'state'>;

function cellOf(book: NumberBook, indicatorId: string, year: number): CellLike {
  const { entry, state } = book.cell(indicatorId, year);
  return { entry, state: state === 'carried' ? 'carried' : 'confirmed' };
}

function settle(
  { accepted, found, indicator }: Standing,
  cell: CellLike,
  year: number,
): Observation | 'bound' | 'literal' {
  const place = bindablePlace(found, indicator);
  const { format, text } = accepted;
  const same = cell.entry.kind === 'number' && new Decimal(cell.entry.value).equals(place.value);
  const usual = JSON.stringify(format) === JSON.stringify(place.format) && place.text === text;
  if (cell.entry.kind === 'number' && !same) {
    return shownText(indicator, cell.entry.value, format) === text ? 'bound' : 'literal';
  }
  if (cell.entry.kind === 'notApplicable') return 'literal';
  // A format that shows another number than the text is not the text's.
  if (shownText(indicator, place.value, format) !== text && !usual) return 'literal';
  if (same && cell.state === 'confirmed') return 'bound';
  return {
    indicatorId: indicator.id,
    year,
    entry: { kind: 'number', value: place.value },
    state: 'confirmed',
    source: `${year}年度报告`,
    note: isApproximate(found, indicator) ? `原文为“${found.text}”` : '',
    evidence: '',
  };
}

function attributesOf({ indicatorId, format }: AcceptedQuantity, id: string): BindingAttributes {
  return { id, indicatorId, yearOffset: 0, format };
}

function shown(accepted: AcceptedQuantity, book: NumberBook, year: number): BindingText {
  return renderBinding(attributesOf(accepted, 'trial'), year, book);
}

function boundBodies(
  chapters: readonly Chapter[],
  bound: readonly AcceptedQuantity[],
  newId: () => string,
): ReadonlyMap<string, ChapterDocument> {
  const byChapter = Map.groupBy(bound, ({ chapterId }) => chapterId);
  return new Map(
    chapters.flatMap((chapter) => {
      const places = byChapter.get(chapter.id);
      if (places === undefined) return [];
      const content = chapter.body.content.map((paragraph, index) =>
        boundParagraph(
          paragraph,
          places.filter((place) => place.paragraph === index),
          newId,
        ),
      );
      return [[chapter.id, { ...chapter.body, content }] as const];
    }),
  );
}

/** Right to left, so that the places further left stay where they are. */
function boundParagraph(
  paragraph: ParagraphNode,
  places: readonly AcceptedQuantity[],
  newId: () => string,
): ParagraphNode {
  if (places.length === 0) return paragraph;
  const sorted = places.toSorted((a, b) => b.start - a.start);
  const content = sorted.reduce<InlineNode[]>(
    (nodes, place) => replacedStretch(nodes, place, { type: 'binding', attrs: attributesOf(place, newId()) }),
    paragraph.content ?? [],
  );
  return { ...paragraph, content };
}

/** The nodes with one in place of the stretch `start`–`end`, in which each binding or figure counts as one character. */
export function replacedStretch(
  nodes: readonly InlineNode[],
  place: { start: number; end: number },
  replacement: BindingNode | TextNode,
): InlineNode[] {
  const result: InlineNode[] = [];
  let at = 0;
  for (const node of nodes) {
    const length = node.type === 'text' ? node.text.length : 1;
    const from = Math.max(0, place.start - at);
    const to = Math.min(length, place.end - at);
    at += length;
    if (node.type !== 'text' || from >= to) {
      result.push(node);
      continue;
    }
    if (from > 0) result.push({ ...node, text: node.text.slice(0, from) });
    // Of a place that runs over several text nodes the first piece is replaced, the others go.
    if (at - length <= place.start) {
      result.push(node.marks === undefined ? replacement : { ...replacement, marks: node.marks });
    }
    if (to < length) result.push({ ...node, text: node.text.slice(to) });
  }
  return result;
}
