/** What a literal number very probably is, by the same likeness that proposes bindings for imported reports. */
import type { BindingFormat } from '../binding-format.ts';
import { Decimal } from '../decimal.ts';
import type { Indicator } from '../model.ts';
import type { NumberBook } from '../number-book.ts';
import {
  type Candidate,
  candidatesFor,
  type RememberedChoice,
  type Surroundings,
} from '../propose/candidates.ts';
import { bindablePlace, type SingleQuantity } from '../propose/place.ts';
import { valueInUnitOf } from '../propose/units.ts';
import { vocabularyOf } from '../propose/vocabulary.ts';
import type { Template } from '../template.ts';
import type { CheckedQuantity } from './checked-quantity.ts';
import { type Interval, meet } from './interval.ts';

export interface LikelyIndicator {
  indicator: Indicator;
  /** 0–1: how well the words name it. */
  score: number;
  /** So sure that the text may be held against the table. */
  sure: boolean;
  /** The number of the year in the table; null where there is none. */
  value: Decimal | null;
  /** The text reads as the table's number may be written; false where there is no number. */
  agrees: boolean;
  /** Where a binding would print just what stands there; null where no format does. */
  bindable(): { start: number; end: number; text: string; format: BindingFormat } | null;
}

/** Names what numbers are. What it has found for a quantity it knows for as long as the quantity is the same object. */
export interface IndicatorNamer {
  /**
   * Null for numbers of other years, averages and parts, and where no indicator or more than one fits. `text` is the
   * quantity's paragraph.
   */
  name(
    quantity: CheckedQuantity,
    text: string,
    templateChapterKey: string | null,
    numbers: { book: NumberBook; year: number },
  ): LikelyIndicator | null;
}

const leastScore = 0.85;
const leastMargin = 0.1;
const sureScore = 0.93;
/** Far from any year of a book: whether the size fits is what is asked here, so the likeness must not look at sizes. */
const yearWithoutHistory = 0;

export function createIndicatorNamer(
  template: Template,
  indicators: readonly Indicator[],
  remembered: readonly RememberedChoice[],
): IndicatorNamer {
  const vocabulary = vocabularyOf(template, indicators);
  const known = new WeakMap<CheckedQuantity, Map<string | null, Candidate | null>>();
  const best = (
    quantity: CheckedQuantity,
    paragraphText: string,
    templateChapterKey: string | null,
    book: NumberBook,
  ): Candidate | null => {
    const inChapters = known.get(quantity) ?? new Map<string | null, Candidate | null>();
    known.set(quantity, inChapters);
    const found = inChapters.get(templateChapterKey);
    if (found !== undefined) return found;
    const surroundings: Surroundings = { indicators, vocabulary, book, year: yearWithoutHistory, remembered };
    const { clause } = quantity;
    const place = {
      chapterId: '',
      paragraph: 0,
      found: foundOf(quantity),
      clause,
      templateChapterKey,
      paragraphText,
    };
    const candidate = clearlyBest(candidatesFor(place, surroundings));
    inChapters.set(templateChapterKey, candidate);
    return candidate;
  };
  return {
    name(quantity, text, templateChapterKey, { book, year }) {
      const { clause, binding, former } = quantity;
      if (binding !== null || former || clause.otherwise || clause.average || clause.partial) return null;
      const candidate = best(quantity, text, templateChapterKey, book);
      if (candidate === null) return null;
      const { indicator, score, clear } = candidate;
      const { entry } = book.cell(indicator.id, year);
      const value = entry.kind === 'number' ? new Decimal(entry.value) : null;
      return {
        indicator,
        score,
        sure: clear && score >= sureScore,
        value,
        agrees: value !== null && meet(rangeInUnit(quantity, indicator), shownRange(value, indicator)),
        bindable() {
          const place = value === null ? null : bindablePlace(foundOf(quantity), indicator, value.toFixed());
          return place?.exact === true ? place : null;
        },
      };
    },
  };
}

function clearlyBest([best, next]: readonly Candidate[]): Candidate | null {
  if (best === undefined || best.score < leastScore) return null;
  return best.score - (next?.score ?? 0) < leastMargin ? null : best;
}

function foundOf({ text, start, end, digits, unit, approx }: CheckedQuantity): SingleQuantity {
  return { text, start, end, value: digits, unit, approx };
}

function rangeInUnit({ range }: CheckedQuantity, indicator: Indicator): Interval {
  const inUnit = (value: Decimal | null) =>
    value === null ? null : new Decimal(valueInUnitOf(value.toFixed(), indicator));
  return { low: inUnit(range.low), high: inUnit(range.high) };
}

/** The table's number as its own precision shows it. */
function shownRange(value: Decimal, { precision }: Indicator): Interval {
  const slack = new Decimal(10).pow(-precision).dividedBy(2);
  return { low: value.minus(slack), high: value.plus(slack) };
}
