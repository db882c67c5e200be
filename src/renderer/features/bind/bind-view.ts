/** What the screen 认领数据 shows: the sentences with numbers, by chapter, and what may be claimed. Pure. */

import type { MethodOutput, NumberTables, ReportContent } from '../../../shared/contract.ts';
import { renderBinding } from '../../../shared/domain/binding-text.ts';
import type { Entry, Indicator } from '../../../shared/domain/model.ts';
import { createNumberBook, type NumberBook } from '../../../shared/domain/number-book.ts';
import { numberChapters } from '../../../shared/domain/outline.ts';
import type { QuantityProposal } from '../../../shared/domain/proposal.ts';
import { bindingMark, markedText } from '../../../shared/domain/propose/found-in-chapters.ts';
import { isSingle, type SingleQuantity } from '../../../shared/domain/propose/place.ts';
import { findQuantities } from '../../../shared/domain/text/quantities.ts';
import { isAskedFor } from '../../../shared/domain/topic-members.ts';

export type Certainty = 'sure' | 'maybe' | 'choose' | 'none';

export interface BindItem {
  key: string;
  proposal: QuantityProposal;
  found: SingleQuantity;
  certainty: Certainty;
}

export type Piece = { key: string; text: string; item: BindItem | null };

export interface BindSentence {
  key: string;
  pieces: Piece[];
  items: BindItem[];
}

export interface BindGroup {
  chapterId: string;
  title: string;
  sentences: BindSentence[];
}

export interface BindView {
  year: number;
  book: NumberBook;
  indicators: readonly Indicator[];
  groups: BindGroup[];
  items: BindItem[];
}

/** Below this a person is asked to choose rather than to confirm. */
const likely = 0.7;

function certaintyOf({ indicatorId, safe, confidence }: QuantityProposal): Certainty {
  if (indicatorId === null) return 'none';
  if (safe) return 'sure';
  return confidence >= likely ? 'maybe' : 'choose';
}

/** The groups in reading order; chapters without numbers are left out. */
export function bindView(
  content: ReportContent,
  tables: NumberTables,
  { proposals }: MethodOutput<'import.propose'>,
): BindView {
  const { year } = content.report;
  const book = createNumberBook(tables);
  const places = Map.groupBy(proposals, ({ chapterId, paragraph }) => `${chapterId} ${paragraph}`);
  const groups = numberChapters(content.chapters).map(({ chapter, marker }): BindGroup => {
    const sentences = chapter.body.content.flatMap((paragraph, index) => {
      const here = places.get(`${chapter.id} ${index}`);
      if (here === undefined) return [];
      const shown = (paragraph.content ?? []).flatMap((node) =>
        node.type === 'binding' ? [renderBinding(node.attrs, year, book).text] : [],
      );
      return sentencesOf(`${chapter.id} ${index}`, markedText(paragraph), here, shown);
    });
    return { chapterId: chapter.id, title: `${marker}${chapter.heading}`, sentences };
  });
  const filled = groups.filter(({ sentences }) => sentences.length > 0);
  const items = filled.flatMap(({ sentences }) => sentences.flatMap((sentence) => sentence.items));
  return {
    year,
    book,
    indicators: tables.indicators.filter((one) => isAskedFor(one, year)),
    groups: filled,
    items,
  };
}

function sentencesOf(
  key: string,
  text: string,
  proposals: readonly QuantityProposal[],
  bindings: readonly string[],
): BindSentence[] {
  const found = findQuantities(text).filter(isSingle);
  const items = proposals.flatMap((proposal): BindItem[] => {
    const quantity = found.find((one) => one.start < proposal.end && proposal.start < one.end);
    if (quantity === undefined) return [];
    return [{ key: `${key} ${proposal.start}`, proposal, found: quantity, certainty: certaintyOf(proposal) }];
  });
  let binding = 0;
  const written = (from: number, to: number) =>
    text.slice(from, to).replaceAll(bindingMark, () => {
      binding += 1;
      return bindings[binding - 1] ?? '';
    });
  const sentences: BindSentence[] = [];
  for (const { index: start, 0: sentence } of text.matchAll(/[^。！？]+[。！？]?/g)) {
    const end = start + sentence.length;
    const own = items.filter(({ proposal }) => proposal.start >= start && proposal.start < end);
    const pieces: Piece[] = [];
    let at = start;
    for (const item of own) {
      const { start: from, end: to } = item.proposal;
      if (from > at) pieces.push({ key: `${at}`, text: written(at, from), item: null });
      pieces.push({ key: `${from}`, text: written(from, to), item });
      at = to;
    }
    if (at < end) pieces.push({ key: `${at}`, text: written(at, end), item: null });
    if (own.length > 0) sentences.push({ key: `${key} ${start}`, pieces, items: own });
  }
  return sentences;
}

/** What the cell of the report's year holds, where it holds something. */
export function heldEntry({ book, year }: BindView, indicatorId: string): Entry | null {
  const { entry } = book.cell(indicatorId, year);
  return entry.kind === 'empty' ? null : entry;
}
