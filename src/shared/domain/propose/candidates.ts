/** Which indicators a literal quantity may be, best first. */
import { Decimal } from '../decimal.ts';
import type { Indicator } from '../model.ts';
import type { NumberBook } from '../number-book.ts';
import type { LiteralQuantity } from './found-in-chapters.ts';
import { likeness } from './likeness.ts';
import { unitLikeness, valueInUnitOf } from './units.ts';
import type { Vocabulary } from './vocabulary.ts';
import { rememberedWords } from './words-key.ts';

/** A choice of an earlier import. */
export interface RememberedChoice {
  words: string;
  unit: string;
  /** Null: these words are none of the indicators. */
  indicatorId: string | null;
}

export interface Candidate {
  indicator: Indicator;
  /** 0–1. */
  score: number;
  /** Words of the text that agree with the indicator's. */
  words: string;
  /** Nothing in the clause speaks against reading it at once. */
  clear: boolean;
}

export interface Surroundings {
  indicators: readonly Indicator[];
  vocabulary: Vocabulary;
  book: NumberBook;
  year: number;
  remembered: readonly RememberedChoice[];
}

/** Below this the words agree by chance. */
const leastScore = 0.5;
const leastWords = 0.4;
const yearsOfHistory = [1, 2, 3];

export function candidatesFor(quantity: LiteralQuantity, surroundings: Surroundings): Candidate[] {
  const { found, clause, templateChapterKey } = quantity;
  const { indicators, vocabulary, remembered } = surroundings;
  const words = rememberedWords(clause);
  const choice = remembered.find((one) => one.words === words && one.unit === found.unit);
  if (choice !== undefined) {
    const indicator = indicators.find(({ id }) => id === choice.indicatorId);
    return indicator === undefined ? [] : [{ indicator, score: 1, words, clear: true }];
  }
  if (clause.otherwise) return [];
  return indicators
    .flatMap((indicator): Candidate[] => {
      const unit = unitLikeness(found.unit, indicator);
      if (unit === 0) return [];
      const all = vocabulary.phrases(indicator.id);
      const phrases = clause.average ? all.filter(({ words: told }) => told.includes('每')) : all;
      const like = likeness(clause, phrases, templateChapterKey, vocabulary);
      if (like.score < leastWords) return [];
      const suits = vocabulary.suits(indicator.id, templateChapterKey);
      const history = historyFit(indicator, valueInUnitOf(found.value, indicator), surroundings);
      const score = like.score * (unit === 1 ? 1 : 0.9) + suits * 0.08 + history * 0.05;
      if (score < leastScore) return [];
      const clear = like.whole && suits >= 0 && history >= 0 && !clause.partial && like.score >= 0.88;
      return [{ indicator, score: Math.min(1, score), words: like.words, clear }];
    })
    .sort((a, b) => b.score - a.score);
}

/** 1: about as large as in other years; 0: no other years; down to −4 for another order of magnitude. */
function historyFit(indicator: Indicator, value: string, { book, year }: Surroundings): number {
  const others = yearsOfHistory
    .flatMap((distance) => [year - distance, year + distance])
    .flatMap((other) => {
      const { entry } = book.cell(indicator.id, other);
      return entry.kind === 'number' ? [new Decimal(entry.value)] : [];
    })
    .filter((number) => number.greaterThan(0));
  const nearest = others[0];
  if (nearest === undefined) return 0;
  const ratio = new Decimal(value).dividedBy(nearest).toNumber();
  if (ratio >= 0.4 && ratio <= 2.5) return 1;
  if (ratio >= 0.1 && ratio <= 10) return 0;
  return -4;
}
