/** The number that the tour follows from the text into its table and back. Pure. */
import { renderBinding } from '../../../shared/domain/binding-text.ts';
import { type BindingAttributes, bindingsOf, type ParagraphNode } from '../../../shared/domain/document.ts';
import type { Chapter, Indicator } from '../../../shared/domain/model.ts';
import type { NumberBook } from '../../../shared/domain/number-book.ts';

export interface TourNumber {
  chapterId: string;
  /** Which of the chapter's bindings it is, in reading order. */
  index: number;
  binding: BindingAttributes;
  paragraph: ParagraphNode;
  indicator: Indicator;
}

/**
 * A number that a person types and whose sentence tells more than the number, so that a change of it is worth seeing: the
 * first phrase of growth or change in a paragraph that is this year's own, else the first number that is typed at all.
 */
export function tourNumber(
  chapters: readonly Chapter[],
  indicators: readonly Indicator[],
): TourNumber | null {
  const typed = new Map(
    indicators
      .filter(({ formula, kind }) => formula === null && kind !== 'date')
      .map((indicator) => [indicator.id, indicator]),
  );
  const found = chapters.flatMap(({ id: chapterId, body }) => {
    const order = bindingsOf(body).map(({ id }) => id);
    return body.content
      .filter(({ attrs }) => attrs.carriedFrom === null)
      .flatMap((paragraph) =>
        bindingsOf({ type: 'doc', content: [paragraph] }).flatMap((binding): TourNumber[] => {
          const indicator = typed.get(binding.indicatorId);
          const usable = indicator && binding.override === undefined && binding.yearOffset === 0;
          return usable
            ? [{ chapterId, index: order.indexOf(binding.id), binding, paragraph, indicator }]
            : [];
        }),
      );
  });
  const tells = ({ binding: { format } }: TourNumber) =>
    format.style === 'growth' || format.style === 'change';
  return found.find(tells) ?? found[0] ?? null;
}

const ends = /[。；！？]/;

/** The sentence that the number stands in, as it reads with these numbers. */
export function tourSentence(
  { paragraph, binding: sought }: TourNumber,
  reportYear: number,
  book: NumberBook,
): string {
  let text = '';
  let at = 0;
  for (const node of paragraph.content ?? []) {
    if (node.type === 'text') text += node.text;
    else if (node.type === 'binding') {
      if (node.attrs.id === sought.id) at = text.length;
      text += renderBinding(node.attrs, reportYear, book).text;
    }
  }
  const before = text.slice(0, at);
  const start = [...before].findLastIndex((character) => ends.test(character)) + 1;
  const behind = text.slice(at);
  const end = behind.search(ends);
  return [...before].slice(start).join('') + (end < 0 ? behind : behind.slice(0, end + 1));
}
