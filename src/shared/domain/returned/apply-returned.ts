/** The report with the chosen changes and decisions of a returned file. Pure. */
import { Decimal } from '../decimal.ts';
import {
  type BindingAttributes,
  type ChapterDocument,
  emptyDocument,
  isBlankParagraph,
  type ParagraphNode,
} from '../document.ts';
import type { Chapter, Observation } from '../model.ts';
import type { NumberBook } from '../number-book.ts';
import { correctedObservation } from './number-offer.ts';
import type {
  ChapterEdit,
  NumberDecision,
  ReportPatch,
  ReturnedComparison,
  ReturnedNumber,
} from './returned-change.ts';

/** Why a number stands otherwise than in the table, as it is kept with the place and shown to whoever asks. */
export const overrideReason = '领导修改';

export interface Decisions {
  /** Keys of the changes to be taken. */
  taken: ReadonlySet<string>;
  numbers: ReadonlyMap<string, NumberDecision>;
}

export interface AppliedReturn {
  /** Those that differ from before. */
  chapters: Chapter[];
  report: ReportPatch;
  observations: Observation[];
  /** Indicators for which two different numbers were decided for one cell; nothing is to be stored then. */
  contradictions: string[];
}

export interface ApplyInput extends Decisions {
  comparison: ReturnedComparison;
  chapters: readonly Chapter[];
  book: NumberBook;
  /** Written into the table as the source of corrected numbers. */
  source: string;
  /** What the tables say at a place before anything is taken in. */
  table(binding: BindingAttributes): string;
  newId(): string;
}

/** What is not decided, cannot be taken, or is left as it is, changes nothing. */
export function applyReturned(input: ApplyInput): AppliedReturn {
  const { comparison, taken, chapters } = input;
  const acts = comparison.changes.flatMap(({ key, act }) => (act !== null && taken.has(key) ? [act] : []));
  const edits = Map.groupBy(
    acts.flatMap((act) => act.edits),
    ({ chapterId }) => chapterId,
  );
  const headings = new Map(
    acts.flatMap(({ heading }) => (heading === null ? [] : [[heading.chapterId, heading.heading]])),
  );
  const decided = comparison.numbers.filter(({ key }) => (input.numbers.get(key) ?? 'leave') !== 'leave');
  const overrides = new Map(
    decided.flatMap(({ key, place, file, overridable }) =>
      input.numbers.get(key) === 'override' && place.kind === 'text' && overridable
        ? [[place.bindingId, file]]
        : [],
    ),
  );
  const override = (binding: BindingAttributes): BindingAttributes => {
    const text = overrides.get(binding.id);
    return text === undefined
      ? binding
      : { ...binding, override: { text, reason: overrideReason, instead: input.table(binding) } };
  };
  const seen = new Set<string>();
  const changed = chapters.flatMap((chapter): Chapter[] => {
    const edited = withEdits(chapter.body, edits.get(chapter.id) ?? []);
    const body = withPlaces(edited, override, seen, input.newId);
    const heading = headings.get(chapter.id) ?? chapter.heading;
    const same = heading === chapter.heading && JSON.stringify(body) === JSON.stringify(chapter.body);
    return same ? [] : [{ ...chapter, heading, body }];
  });
  const corrections = decided.filter(
    ({ key, value }) => input.numbers.get(key) === 'table' && value !== null,
  );
  return {
    chapters: changed,
    report: Object.assign({}, ...acts.map(({ report }) => report ?? {})),
    ...corrected(corrections, input.book, input.source),
  };
}

/** All edits name the paragraphs of the text as it was. */
function withEdits(body: ChapterDocument, edits: readonly ChapterEdit[]): ChapterDocument {
  if (edits.length === 0) return body;
  const wasBlank = body.content.every(isBlankParagraph);
  const putIn = Map.groupBy(
    edits.filter(({ count }) => count === 0),
    ({ from }) => from,
  );
  const replaced = new Map(edits.filter(({ count }) => count > 0).map((edit) => [edit.from, edit]));
  const content: ParagraphNode[] = [];
  for (let index = 0; index <= body.content.length; index += 1) {
    content.push(...(putIn.get(index) ?? []).flatMap(({ nodes }) => nodes));
    const edit = replaced.get(index);
    const own = body.content[index];
    if (edit !== undefined) {
      content.push(...edit.nodes);
      // What was put in between paragraphs that are joined now stands behind them.
      for (let inside = index + 1; inside < index + edit.count; inside += 1) {
        content.push(...(putIn.get(inside) ?? []).flatMap(({ nodes }) => nodes));
      }
      index += edit.count - 1;
    } else if (own !== undefined && !(wasBlank && putIn.size > 0)) content.push(own);
  }
  return content.length === 0 ? emptyDocument() : { ...body, content };
}

/** Written over where that was decided, and each place once: a copy is a place of its own. */
function withPlaces(
  body: ChapterDocument,
  override: (binding: BindingAttributes) => BindingAttributes,
  seen: Set<string>,
  newId: () => string,
): ChapterDocument {
  return {
    ...body,
    content: body.content.map((paragraph): ParagraphNode => {
      if (paragraph.content === undefined) return paragraph;
      const content = paragraph.content.map((node) => {
        if (node.type !== 'binding') return node;
        const attrs = override(node.attrs);
        if (seen.has(attrs.id)) return { ...node, attrs: { ...attrs, id: newId() } };
        seen.add(attrs.id);
        return { ...node, attrs };
      });
      return { ...paragraph, content };
    }),
  };
}

function corrected(
  numbers: readonly ReturnedNumber[],
  book: NumberBook,
  source: string,
): Pick<AppliedReturn, 'observations' | 'contradictions'> {
  const cells = Map.groupBy(numbers, ({ indicatorId, year }) => `${year} ${indicatorId}`);
  const observations: Observation[] = [];
  const contradictions: string[] = [];
  for (const [first, ...others] of cells.values()) {
    if (first?.value == null) continue;
    const value = new Decimal(first.value);
    if (others.some((other) => other.value !== null && !value.equals(other.value))) {
      contradictions.push(first.indicatorName);
    }
    observations.push(correctedObservation(book, first.indicatorId, first.year, first.value, source));
  }
  return { observations, contradictions };
}
