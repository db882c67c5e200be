/**
 * What the prose shows for a binding. These words are part of the official document, which is Chinese in whatever
 * language the program is used; that is why they stand here and not in the locale files.
 */
import type { BindingFormat } from './binding-format.ts';
import { Decimal, plainText, roundHalfUp, withoutNoise } from './decimal.ts';
import type { BindingAttributes } from './document.ts';
import type { Indicator, NumberState } from './model.ts';
import type { NumberBook } from './number-book.ts';
import { shownValue } from './shown-value.ts';

export interface BindingText {
  text: string;
  state: NumberState;
}

type ValueFormat = Exclude<BindingFormat, { style: 'growth' | 'change' }>;

const tenThousand = 10_000;
/** Digits of a growth rate: an indicator's own precision says nothing about its growth. */
const growthPlaces = 1;

/**
 * The text of a binding in a report of `reportYear`, and the state of the number behind it. Never throws.
 *
 * - A missing number has no text: '' and `missing`.
 * - Values follow binding-format.ts; see `valueText`. Rounding is half up from the exact value; only plain numbers that
 *   are parts of a total are shown so that they add up (footing.ts).
 * - A number that is not applicable reads «不适用», with the state of its cell: somebody decided that, and the word in
 *   the sentence makes the writer reword it.
 * - Phrases (`growth`, `change`) compare with the year before the binding's year. Where either year is missing or not
 *   applicable there is nothing to compare: '' and `missing`. The state is carried when either number is.
 */
export function renderBinding(
  attributes: BindingAttributes,
  reportYear: number,
  book: NumberBook,
): BindingText {
  const { indicatorId, yearOffset, format } = attributes;
  const indicator = book.indicator(indicatorId);
  const { entry, state } = book.cell(indicatorId, reportYear + yearOffset);
  if (indicator === undefined || entry.kind === 'empty') return { text: '', state: 'missing' };
  if (format.style !== 'growth' && format.style !== 'change') {
    if (entry.kind === 'notApplicable') return { text: '不适用', state };
    const shown = format.style === 'plain' ? shownValue(book, indicatorId, reportYear + yearOffset) : null;
    return { text: valueText(new Decimal(shown?.text ?? entry.value), format, indicator), state };
  }
  const before = book.cell(indicatorId, reportYear + yearOffset - 1);
  if (entry.kind !== 'number' || before.entry.kind !== 'number') return { text: '', state: 'missing' };
  return {
    text: phrase(new Decimal(entry.value), new Decimal(before.entry.value), format.style, indicator),
    state: before.state === 'carried' ? 'carried' : state,
  };
}

/**
 * The formats a person is offered for an indicator, the usual one first. Every format that has a unit shows it. A rate
 * has one phrase only, since its growth and its change are both told in 百分点.
 */
export function bindingStylesFor(indicator: Pick<Indicator, 'kind' | 'precision' | 'unit'>): BindingFormat[] {
  const plain: BindingFormat = { style: 'plain', unit: true };
  const growth: BindingFormat = { style: 'growth' };
  const change: BindingFormat = { style: 'change' };
  const coarser = [2, 1, 0].filter((places) => places < indicator.precision);
  switch (indicator.kind) {
    case 'rate':
      return [plain, ...coarser.map((places) => ({ style: 'percent', places }) as const), growth];
    case 'count':
      return [
        plain,
        { style: 'over', to: '10', unit: true },
        { style: 'over', to: '100', unit: true },
        { style: 'tenThousand', places: 1, unit: true },
        growth,
        change,
      ];
    case 'amount':
      return [
        plain,
        ...coarser.map(
          (places): BindingFormat =>
            places === 0 ? { style: 'integer', unit: true } : { style: 'decimal', places, unit: true },
        ),
        { style: 'tenThousand', places: 1, unit: true },
        { style: 'tenThousand', places: 2, unit: true },
        { style: 'over', to: '100', unit: true },
        growth,
        change,
      ];
    case 'date':
      return [{ style: 'date', form: 'full' }];
  }
}

/**
 * - 万 is used from ten thousand on (below, the number stands plain), with trailing zeros dropped; 万元 becomes 亿元.
 * - `over` rounds towards zero and says 余 only when something was cut off; in ten thousands it says 万: «3万余份».
 *   A number smaller than the step or negative stands plain, since «0余件» says nothing.
 * - 万 and 余 do not suit a rate, which then stands plain.
 */
function valueText(value: Decimal, format: ValueFormat, indicator: Indicator): string {
  const unit = format.style === 'percent' ? '%' : 'unit' in format && format.unit ? shownUnit(indicator) : '';
  switch (format.style) {
    case 'integer':
      return fixed(value, 0) + unit;
    case 'decimal':
    case 'percent':
      return fixed(value, format.places) + unit;
    case 'tenThousand':
      if (indicator.kind === 'rate' || value.abs().lessThan(tenThousand)) break;
      return trimmed(value.dividedBy(tenThousand), format.places) + inTenThousands(unit, '');
    case 'over': {
      const step = new Decimal(format.to);
      if (indicator.kind === 'rate' || value.lessThan(step)) break;
      const kept = value.dividedToIntegerBy(step).times(step);
      const more = kept.equals(value) ? '' : '余';
      return format.to === '10000'
        ? plainText(kept.dividedBy(tenThousand)) + inTenThousands(unit, more)
        : plainText(kept) + more + unit;
    }
    default:
      break;
  }
  return fixed(value, indicator.precision) + unit;
}

/** 万 (and 余) before the unit; ten thousand 万元 are one 亿元. */
function inTenThousands(unit: string, more: string): string {
  return unit.startsWith('万') ? `亿${more}${unit.slice(1)}` : `万${more}${unit}`;
}

/**
 * The comparison with last year, from the exact values and only then rounded. What rounds to 0 reads «与上年持平».
 *
 * - A rate, in both styles: «较上年提高0.9个百分点», «较上年降低…», at the indicator's precision.
 * - `growth`: «较上年增长26.1%», «较上年下降5.6%», one digit after the point, «增长20%» without its zero. From 0 or a
 *   negative number there is no growth rate, and none to a negative number: then the change is told.
 * - `change`: «较上年增加12件», «较上年减少3件», at the indicator's precision.
 */
function phrase(value: Decimal, before: Decimal, style: 'growth' | 'change', indicator: Indicator): string {
  const difference = value.minus(before);
  if (indicator.kind === 'rate') {
    const points = fixed(withoutNoise(difference.abs()), indicator.precision);
    return compared(difference, points, '提高', '降低', '个百分点');
  }
  if (style === 'growth' && before.isPositive() && !before.isZero() && !value.isNegative()) {
    const growth = trimmed(withoutNoise(difference.times(100).dividedBy(before).abs()), growthPlaces);
    return compared(difference, growth, '增长', '下降', '%');
  }
  const change = fixed(withoutNoise(difference.abs()), indicator.precision);
  return compared(difference, change, '增加', '减少', indicator.unit);
}

function compared(difference: Decimal, size: string, up: string, down: string, unit: string): string {
  if (new Decimal(size).isZero()) return '与上年持平';
  return `较上年${difference.isNegative() ? down : up}${size}${unit}`;
}

/** A rate without a unit of its own is in per cent. */
function shownUnit(indicator: Indicator): string {
  return indicator.kind === 'rate' && indicator.unit === '' ? '%' : indicator.unit;
}

function fixed(value: Decimal, places: number): string {
  return roundHalfUp(plainText(value), places);
}

function trimmed(value: Decimal, places: number): string {
  return plainText(new Decimal(fixed(value, places)));
}
