/** Completing a name or function while a formula is typed. Pure. */

import {
  type FormulaNames,
  nameEnds,
  openQuote,
  wordOfFunction,
} from '../../../../shared/domain/formula-names.ts';
import type { Indicator } from '../../../../shared/domain/model.ts';
import { halfWidth } from '../../../../shared/domain/text/characters.ts';
import { findIndicators } from '../../write/editor/indicator-search.ts';

export interface Completion {
  label: string;
  /** What tells it apart: an indicator's topic or unit. */
  detail: string;
  insert: string;
  /** Where the caret stands afterwards, from the end of what was inserted. */
  back: number;
}

/** The word that ends at the caret; `start` is where its replacement begins. */
export interface TypedWord {
  text: string;
  start: number;
}

const longestList = 8;

export function wordBefore(text: string, caret: number): TypedWord {
  const plain = halfWidth(text.slice(0, caret));
  const quote = plain.lastIndexOf(openQuote);
  if (quote >= 0 && !plain.includes('」', quote)) return { text: text.slice(quote + 1, caret), start: quote };
  let start = caret;
  while (start > 0 && !nameEnds.test(plain.charAt(start - 1))) start -= 1;
  return { text: text.slice(start, caret), start };
}

/** Functions and indicators that fit the word, functions first; all there is for an empty word. */
export function completionsOf(
  word: string,
  tables: { indicators: readonly Indicator[]; topics: readonly { id: string; name: string }[] },
  names: FormulaNames,
): Completion[] {
  const topics = new Map(tables.topics.map(({ id, name }) => [id, name]));
  const functions = Object.values(wordOfFunction)
    .filter((name) => word !== '' && name.startsWith(word))
    .map((name): Completion => ({ label: `${name}（）`, detail: '', insert: `${name}（）`, back: 1 }));
  const indicators = findIndicators(
    tables.indicators.filter(({ kind }) => kind !== 'date'),
    word,
    longestList,
  ).map(
    ({ id, name, topicId, unit }): Completion => ({
      label: name,
      detail: [topics.get(topicId) ?? '', unit].filter(Boolean).join(' · '),
      insert: names.indicatorName(id),
      back: 0,
    }),
  );
  const groups = tables.topics
    .filter(({ name }) => word !== '' && name.startsWith(word))
    .map(({ id, name }): Completion => {
      const insert = `${wordOfFunction.topic}（${names.topicName(id)}）`;
      return { label: insert, detail: name, insert, back: 0 };
    });
  return [...functions, ...indicators, ...groups].slice(0, longestList);
}

/** The text with the completion in place of the word before the caret, and where the caret is then. */
export function completed(
  text: string,
  caret: number,
  completion: Completion,
): { text: string; caret: number } {
  const { start } = wordBefore(text, caret);
  return {
    text: text.slice(0, start) + completion.insert + text.slice(caret),
    caret: start + completion.insert.length - completion.back,
  };
}
