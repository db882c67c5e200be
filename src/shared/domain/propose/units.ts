/** How the unit of a number in prose and the unit of an indicator go together. */
import { Decimal, plainText } from '../decimal.ts';
import type { Indicator } from '../model.ts';

/** Measure words that real reports use for the same thing. */
const families = [
  ['件', '起', '例', '宗', '桩', '件次'],
  ['次', '场', '期', '场次', '班次', '轮', '班', '堂', '节', '批次', '频次'],
  ['人', '名', '位', '口'],
  ['人次', '人'],
  ['个', '家', '所', '处', '支', '间'],
  ['块', '处', '面'],
  ['处', '个', '条', '项'],
  ['份', '册', '张', '本'],
  ['条', '则', '篇', '件'],
  ['项', '件'],
  ['小时', '个小时'],
].map((words) => new Set(words));

/** 1: the same unit; 0.5: a unit that is used for the same thing; 0: another kind of number. */
export function unitLikeness(unit: string, indicator: Pick<Indicator, 'kind' | 'unit'>): number {
  if (indicator.kind === 'rate') return unit === '%' ? 1 : 0;
  const own = baseUnit(indicator.unit);
  if (unit === own) return 1;
  return families.some((family) => family.has(unit) && family.has(own)) ? 0.5 : 0;
}

/** «万元» counts in 元: the numbers that are found in a text are in base units. */
function baseUnit(unit: string): string {
  return unit.replace(/^[万亿]/, '');
}

/** A value in base units as the indicator's unit counts it: 18300 元 are 1.83 万元. */
export function valueInUnitOf(value: string, indicator: Pick<Indicator, 'unit'>): string {
  const scale = indicator.unit.startsWith('万') ? 10_000 : indicator.unit.startsWith('亿') ? 100_000_000 : 1;
  return plainText(new Decimal(value).dividedBy(scale));
}
