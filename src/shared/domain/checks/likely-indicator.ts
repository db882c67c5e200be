/** What a literal number very probably is, by the same likeness that proposes bindings for imported reports. */
import type { BindingFormat } from '../binding-format.ts';
import { Decimal } from '../decimal.ts';
import type { Indicator } from '../model.ts';
import { candidatesFor, type Surroundings } from '../propose/candidates.ts';
import { bindablePlace } from '../propose/place.ts';
import { valueInUnitOf } from '../propose/units.ts';
import type { CheckedQuantity } from './checked-quantity.ts';
import { type Interval, intervalOf, meet } from './interval.ts';

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
  bindable: { start: number; end: number; text: string; format: BindingFormat } | null;
}

const leastScore = 0.85;
const leastMargin = 0.1;
const sureScore = 0.93;

/** Null for numbers of other years, averages and parts, and where no indicator or more than one fits. */
export function likelyIndicator(
  quantity: CheckedQuantity,
  paragraphText: string,
  templateChapterKey: string | null,
  surroundings: Surroundings,
): LikelyIndicator | null {
  const { clause, binding } = quantity;
  if (binding !== null || clause.otherwise || clause.average || clause.partial) return null;
  const found = {
    text: quantity.text,
    start: quantity.start,
    end: quantity.end,
    value: quantity.digits,
    unit: quantity.unit,
    approx: quantity.approx,
  };
  const place = { chapterId: '', paragraph: 0, found, clause, templateChapterKey, paragraphText };
  // Whether the size fits is what is asked here, so that other years' numbers must not speak against it.
  const [best, next] = candidatesFor(place, { ...surroundings, year: yearWithoutHistory });
  if (best === undefined || best.score < leastScore) return null;
  if (best.score - (next?.score ?? 0) < leastMargin) return null;
  const { indicator } = best;
  const { entry } = surroundings.book.cell(indicator.id, surroundings.year);
  const value = entry.kind === 'number' ? new Decimal(entry.value) : null;
  const written = intervalInUnit(quantity, indicator);
  const agrees = value !== null && meet(written, shownRange(value, indicator));
  const bindable = value === null ? null : bindablePlace(found, indicator, value.toFixed());
  return {
    indicator,
    score: best.score,
    sure: best.clear && best.score >= sureScore,
    value,
    agrees,
    bindable: bindable?.exact === true ? bindable : null,
  };
}

/** Far from any year of a book: the likeness then knows no other year's numbers. */
const yearWithoutHistory = 0;

function intervalInUnit(quantity: CheckedQuantity, indicator: Indicator): Interval {
  const { low, high } = intervalOf(quantity, quantity.digits);
  const inUnit = (value: Decimal | null) =>
    value === null ? null : new Decimal(valueInUnitOf(value.toFixed(), indicator));
  return { low: inUnit(low), high: inUnit(high) };
}

/** The table's number as its own precision shows it. */
function shownRange(value: Decimal, { precision }: Indicator): Interval {
  const slack = new Decimal(10).pow(-precision).dividedBy(2);
  return { low: value.minus(slack), high: value.plus(slack) };
}
