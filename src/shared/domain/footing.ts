/**
 * 尾差调整: the rounded parts of a sum, shown so that they add up to the shown total.
 *
 * The largest-remainder method: every part is cut down to the last place shown, and the units then missing go to the
 * parts that lost most, in order of the formula where they lost the same. So no part moves by a whole unit of its last
 * place, parts that need no rounding stay, and the same numbers always give the same result. It holds for negative
 * parts alike, since cutting goes downwards for all. Where ordinary rounding adds up already, nothing is adjusted.
 */
import { Decimal, roundHalfUp, withoutNoise } from './decimal.ts';
import { type Formula, parseFormula } from './formula.ts';
import type { Indicator } from './model.ts';

/** Why a total cannot have footing parts. */
export type FootingProblem =
  | 'noFormula'
  | 'noSum'
  | 'repeatedPart'
  | 'unknownPart'
  | 'otherPrecision'
  | 'partOfOther';

/** A total with its parts, in the order of its formula. */
export interface FootingTotal {
  totalId: string;
  partIds: readonly string[];
}

/**
 * The parts of a sum of indicators, each named once: «甲 + 乙 + 丙», «合计（甲，乙，丙）»; a whole topic through `members`.
 * Null for any other formula.
 */
export function summands(formula: Formula, members: (topicId: string) => readonly string[]): string[] | null {
  switch (formula.kind) {
    case 'reference':
      return [formula.key];
    case 'topic':
      return [...members(formula.topicId)];
    case 'operation':
      return formula.operator === '+' ? joined([formula.left, formula.right], members) : null;
    case 'call':
      return formula.name === 'sum' ? joined(formula.operands, members) : null;
    default:
      return null;
  }
}

function joined(
  formulas: readonly Formula[],
  members: (topicId: string) => readonly string[],
): string[] | null {
  const parts = formulas.map((formula) => summands(formula, members));
  return parts.every((part) => part !== null) ? parts.flat() : null;
}

/** Whether the parts of a total can be made to add up; `others` are totals whose parts already are. */
export function footingProblem(
  total: Pick<Indicator, 'id' | 'formula' | 'precision'>,
  indicator: (id: string) => Indicator | undefined,
  members: (topicId: string) => readonly string[],
  others: readonly FootingTotal[],
): FootingProblem | null {
  const read = total.formula === null ? null : parseFormula(total.formula);
  if (read === null || !read.ok) return 'noFormula';
  const parts = summands(read.formula, members);
  if (parts === null || parts.length === 0) return 'noSum';
  if (new Set(parts).size < parts.length) return 'repeatedPart';
  for (const id of parts) {
    const part = indicator(id);
    if (part === undefined) return 'unknownPart';
    if (part.precision !== total.precision) return 'otherPrecision';
  }
  const taken = new Set(
    others.filter(({ totalId }) => totalId !== total.id).flatMap(({ partIds }) => partIds),
  );
  return parts.some((id) => taken.has(id)) ? 'partOfOther' : null;
}

/**
 * The parts rounded to `places` so that they add up to `total`, which has so many places itself and lies less than one
 * unit of the last place from the parts' exact sum. Null where it does not: then the parts are no parts of it.
 */
export function footedParts(parts: readonly string[], total: string, places: number): string[] | null {
  const unit = new Decimal(10).pow(-places);
  const exact = parts.map((part) => withoutNoise(new Decimal(part)));
  const rounded = exact.map((part) => new Decimal(roundHalfUp(part.toFixed(), places)));
  if (sumOf(rounded).equals(total)) return rounded.map((part) => text(part, places));
  const floors = exact.map((part) => part.dividedBy(unit).floor().times(unit));
  const missing = new Decimal(total).minus(sumOf(floors)).dividedBy(unit).toNumber();
  const losing = exact
    .map((part, index) => ({ index, lost: part.minus(floors[index] ?? part) }))
    .filter(({ lost }) => lost.greaterThan(0))
    .sort((a, b) => b.lost.comparedTo(a.lost) || a.index - b.index);
  if (!Number.isInteger(missing) || missing < 0 || missing > losing.length) return null;
  const raised = new Set(losing.slice(0, missing).map(({ index }) => index));
  return floors.map((floor, index) => text(raised.has(index) ? floor.plus(unit) : floor, places));
}

function sumOf(values: readonly Decimal[]): Decimal {
  return values.reduce((sum, value) => sum.plus(value), new Decimal(0));
}

function text(value: Decimal, places: number): string {
  return roundHalfUp(value.toFixed(), places);
}
