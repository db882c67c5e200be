/** The formats a person is offered for an indicator, in the groups in which they are shown. */
import type { BindingFormat } from '../binding-format.ts';
import { Decimal, plainText } from '../decimal.ts';
import type { Measured } from './number-text.ts';

/** 数字, 约数, 比较, 其他. */
export const formatGroups = ['number', 'approximate', 'comparison', 'other'] as const;
export type FormatGroup = (typeof formatGroups)[number];

export interface OfferedFormats {
  group: FormatGroup;
  formats: BindingFormat[];
}

/**
 * By group, the usual first; empty groups are left out. Every format that has a unit shows it. A rate has one phrase
 * only, since its growth and its change are both told in 百分点; a day is never calculated with. `value`, this year's
 * number where it is known, gives the limit of «超过…» that is offered.
 */
export function offeredFormats(indicator: Measured, value: string | null = null): OfferedFormats[] {
  const byGroup: Record<FormatGroup, BindingFormat[]> =
    indicator.kind === 'date'
      ? { number: [], approximate: [], comparison: [], other: days }
      : {
          number: exact(indicator),
          approximate: approximate(indicator),
          comparison: comparisons(indicator, value),
          other: others(indicator),
        };
  return formatGroups
    .map((group) => ({ group, formats: byGroup[group] }))
    .filter(({ formats }) => formats.length > 0);
}

/** All of them in one list. */
export function bindingStylesFor(indicator: Measured): BindingFormat[] {
  return offeredFormats(indicator).flatMap(({ formats }) => formats);
}

/**
 * Of several formats that read the same now, only the first, and always the one in use; those that have nothing to show
 * yet all stay. Groups that lose all their formats go.
 */
export function tellingApart(
  groups: readonly OfferedFormats[],
  read: (format: BindingFormat) => string,
  isInUse: (format: BindingFormat) => boolean = () => false,
): OfferedFormats[] {
  const known = new Set<string>();
  const isNew = (format: BindingFormat) => {
    const text = read(format);
    const isTold = text !== '' && known.has(text);
    known.add(text);
    return !isTold || isInUse(format);
  };
  return groups
    .map(({ group, formats }) => ({ group, formats: formats.filter(isNew) }))
    .filter(({ formats }) => formats.length > 0);
}

/** What tells one way of showing a number from another, whatever its parameters. */
export function formatFamily(format: BindingFormat): string {
  switch (format.style) {
    case 'about':
      return `about ${format.word}`;
    case 'size':
      return `size ${format.of}`;
    case 'date':
      return `date ${format.form}`;
    default:
      return format.style;
  }
}

/** The largest number of one significant digit that the value reaches: 58 → 50, 36520 → 30000; 100 without one. */
export function roundLimit(value: string | null): string {
  const number = value === null ? null : new Decimal(value);
  return number?.greaterThan(0) ? plainText(number.toSignificantDigits(1, Decimal.ROUND_DOWN)) : '100';
}

const days: BindingFormat[] = [
  { style: 'date', form: 'full' },
  { style: 'date', form: 'monthDay' },
  { style: 'date', form: 'month' },
];

function exact({ kind, precision }: Measured): BindingFormat[] {
  const coarser = [2, 1, 0].filter((places) => places < precision);
  const rounded = coarser.map((places): BindingFormat => {
    if (kind === 'rate') return { style: 'percent', places };
    return places === 0 ? { style: 'integer', unit: true } : { style: 'decimal', places, unit: true };
  });
  return [{ style: 'plain', unit: true }, ...rounded];
}

function approximate({ kind, unit }: Measured): BindingFormat[] {
  if (kind === 'rate') return [];
  const to = kind === 'count' ? '10' : '100';
  return [
    { style: 'over', to, unit: true },
    ...(kind === 'count' ? [{ style: 'over', to: '100', unit: true } as const] : []),
    { style: 'about', to, word: '近', unit: true },
    { style: 'about', to, word: '约', unit: true },
    { style: 'tenThousand', places: 1, unit: true },
    ...(kind === 'amount' ? [{ style: 'tenThousand', places: 2, unit: true } as const] : []),
    // Of 万元, 万 already makes 亿元.
    ...(/^[万亿]/.test(unit) ? [] : [{ style: 'hundredMillion', places: 2, unit: true } as const]),
  ];
}

function comparisons({ kind }: Measured, value: string | null): BindingFormat[] {
  const threshold: BindingFormat = { style: 'threshold', limit: roundLimit(value), first: false, unit: true };
  const range: BindingFormat = { style: 'range', years: 3, unit: true };
  const growth: BindingFormat[] = [{ style: 'growth' }, { style: 'size', of: 'growth' }];
  const change: BindingFormat[] = [{ style: 'change' }, { style: 'size', of: 'change' }];
  return [...growth, ...(kind === 'rate' ? [] : change), threshold, range];
}

function others({ kind }: Measured): BindingFormat[] {
  if (kind === 'rate') return [];
  return [
    { style: 'chinese', unit: true },
    { style: 'ordinal', chinese: false, unit: false },
    { style: 'ordinal', chinese: true, unit: false },
  ];
}
