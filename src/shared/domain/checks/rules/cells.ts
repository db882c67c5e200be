/** This year's cells against common sense and their own history. */
import { Decimal, plainText } from '../../decimal.ts';
import { type Formula, parseFormula } from '../../formula.ts';
import type { Indicator } from '../../model.ts';
import type { FindingDraft, FindingRule } from '../finding.ts';
import type { ReportView } from '../view.ts';

export function cells(view: ReportView): FindingDraft[] {
  const exceeding = partsAndWholes(view);
  const told = new Set(exceeding.flatMap(({ place }) => (place.kind === 'cell' ? [place.indicatorId] : [])));
  const single = view.indicators.flatMap((indicator) => {
    const value = numberOf(view, indicator.id, view.year);
    return value === null || told.has(indicator.id) ? [] : ofCell(indicator, value, view);
  });
  return [...exceeding, ...single];
}

function numberOf({ book }: ReportView, id: string, year: number): Decimal | null {
  const { entry } = book.cell(id, year);
  return entry.kind === 'number' ? new Decimal(entry.value) : null;
}

function cellDraft(
  view: ReportView,
  indicator: Indicator,
  rule: FindingRule,
  severity: FindingDraft['severity'],
  parameters: FindingDraft['parameters'],
): FindingDraft {
  const about = [indicator.id, view.year, ...Object.values(parameters)].join('\n');
  const place = { kind: 'cell', indicatorId: indicator.id, year: view.year } as const;
  return { rule, severity, place, excerpt: null, parameters: { name: indicator.name, ...parameters }, about };
}

function shown(value: Decimal, { unit, precision }: Indicator): string {
  return plainText(value.toDecimalPlaces(precision)) + unit;
}

/** Of a rate or a difference the part is not more than the whole; what follows from the two is not told again. */
function partsAndWholes(view: ReportView): FindingDraft[] {
  const told = new Set<string>();
  return view.indicators.flatMap(({ formula, unit }) => {
    const pair = formula === null ? null : shareOf(formula);
    const part = pair === null ? undefined : view.book.indicator(pair.part);
    const whole = pair === null ? undefined : view.book.indicator(pair.whole);
    if (part === undefined || whole === undefined || part.unit !== whole.unit || unit !== '%') return [];
    const partValue = numberOf(view, part.id, view.year);
    const wholeValue = numberOf(view, whole.id, view.year);
    if (partValue === null || wholeValue === null || !partValue.greaterThan(wholeValue)) return [];
    if (told.has(`${part.id} ${whole.id}`)) return [];
    told.add(`${part.id} ${whole.id}`);
    return [
      cellDraft(view, part, 'cellPartExceeds', 'likely', {
        value: shown(partValue, part),
        whole: whole.name,
        wholeValue: shown(wholeValue, whole),
      }),
    ];
  });
}

function shareOf(text: string): { part: string; whole: string } | null {
  const parsed = parseFormula(text);
  const formula: Formula | null = parsed.ok ? parsed.formula : null;
  if (formula?.kind !== 'call' || formula.name !== 'rate') return null;
  const [part, whole] = formula.operands;
  return part?.kind === 'reference' && whole?.kind === 'reference'
    ? { part: part.key, whole: whole.key }
    : null;
}

const growing = /增长|增减|增幅|较上年|变化|降幅|温度|差额|净/;

function ofCell(indicator: Indicator, value: Decimal, view: ReportView): FindingDraft[] {
  const { kind, name, formula, unit } = indicator;
  const parameters = { value: shown(value, indicator) };
  if (kind === 'date') return [];
  if (value.isNegative() && formula === null && !growing.test(name)) {
    return [cellDraft(view, indicator, 'cellNegative', 'likely', parameters)];
  }
  if (kind === 'rate') {
    const impossible = unit === '%' && formula === null && value.greaterThan(100) && !growing.test(name);
    return impossible && !/完成|任务/.test(name)
      ? [cellDraft(view, indicator, 'cellRateOverHundred', 'likely', parameters)]
      : [];
  }
  return formula === null && value.greaterThan(0) ? againstHistory(indicator, value, view) : [];
}

const yearsOfHistory = 10;
/** Small counts leap: 1 case, then 7. */
const leastCount = 20;
const leap = 5;
const far = 3;
/** How far a year may move while its number is still seen to be 万 or 千 off. */
const slipRange = 2;

function againstHistory(indicator: Indicator, value: Decimal, view: ReportView): FindingDraft[] {
  const history = Array.from({ length: yearsOfHistory }, (_, index) =>
    numberOf(view, indicator.id, view.year - 1 - index),
  ).filter((number) => number?.greaterThan(0) === true);
  const last = numberOf(view, indicator.id, view.year - 1);
  const known = last?.greaterThan(0) === true ? last : history[0];
  if (known == null) return [];
  const ratio = value.dividedBy(known);
  const parameters = { value: shown(value, indicator), before: shown(known, indicator) };
  const slip = [10_000, 1000].find((power) => isNear(ratio, power) || isNear(ratio, 1 / power));
  if (slip !== undefined) {
    return [cellDraft(view, indicator, 'cellMagnitude', 'likely', { ...parameters, times: slip })];
  }
  const large = indicator.kind === 'amount' || Decimal.max(value, known).greaterThanOrEqualTo(leastCount);
  if (!large) return [];
  const values = history.flatMap((number) => (number === null ? [] : [number]));
  const outside =
    values.length >= 3 &&
    (value.greaterThan(Decimal.max(...values).times(far)) ||
      value.times(far).lessThan(Decimal.min(...values)));
  const leaps = ratio.greaterThan(leap) || ratio.times(leap).lessThan(1);
  return leaps || outside ? [cellDraft(view, indicator, 'cellJump', 'hint', parameters)] : [];
}

function isNear(ratio: Decimal, power: number): boolean {
  const off = ratio.dividedBy(power);
  return off.times(slipRange).greaterThanOrEqualTo(1) && off.lessThanOrEqualTo(slipRange);
}
