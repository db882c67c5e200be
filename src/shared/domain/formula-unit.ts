/**
 * Of which unit a formula's result is, by the units of what it names.
 *
 * - Equal units are added and subtracted; a bare number takes the unit of its partner. 元 and 万元 are told apart, unless
 *   one of them was multiplied or divided by a power of ten, which converts it.
 * - × and ÷ combine units: 元 ÷ 人 is 元/人, 件 ÷ 件 is a bare ratio; a ratio × 100 is a percentage. A percentage as a
 *   factor leaves the other unit.
 * - 占比 wants two numbers of one unit and gives %; so does 增长率 of anything. 上年 and 增减 keep the unit, but the 增减 of
 *   a rate is in 百分点. 百分点 takes rates only. The difference of two rates may be read as % or 百分点.
 * - With dates nothing is calculated.
 *
 * A result of a combined unit fits whatever unit its indicator has: 人均收入 is told in 元.
 */
import type { Formula, FormulaOperator } from './formula.ts';
import type { Indicator } from './model.ts';
import {
  alike,
  bare,
  difference,
  differsInScale,
  isPerCent,
  ofUnit,
  perCent,
  points,
  type Unit,
  unitQuotient,
  unitText,
} from './units.ts';

export const unitProblemCodes = [
  'unlikeUnits',
  'unlikeScales',
  'unlikeShare',
  'pointsOfNoRate',
  'dateOperand',
  'dateFormula',
  'ratioNotPercent',
  'resultUnit',
  'resultScale',
] as const;

/** `left` and `right` are units as text, '' for none; `name` an indicator. */
export interface UnitProblem {
  code: (typeof unitProblemCodes)[number];
  position: number;
  parameters: Readonly<Record<string, string>>;
}

export type UnitOutcome = { ok: true; unit: string } | { ok: false; problem: UnitProblem };

type Checked = { ok: true; unit: Unit } | { ok: false; problem: UnitProblem };

export interface UnitQuestion {
  formula: Formula;
  /** As parsing gave them; a part that is not in it stands at 0. */
  positions: ReadonlyMap<Formula, number>;
  owner: Pick<Indicator, 'unit' | 'kind'>;
  indicator: (id: string) => Indicator | undefined;
}

/** The unit as an indicator shows it: a rate without one is in per cent. */
export function indicatorUnit({ unit, kind }: Pick<Indicator, 'unit' | 'kind'>): string {
  return kind === 'rate' && unit === '' ? '%' : unit;
}

/** The unit of the formula's result, checked against the unit of the indicator it belongs to. An unknown name fits. */
export function checkUnits(question: UnitQuestion): UnitOutcome {
  const result = unitOf(question.formula, question);
  if (!result.ok) return result;
  const own = indicatorUnit(question.owner);
  const problem = misfit(result.unit, own, question.owner.kind);
  if (problem === null) return { ok: true, unit: unitText(result.unit) };
  return {
    ok: false,
    problem: { code: problem, position: 0, parameters: { left: unitText(result.unit), right: own } },
  };
}

function misfit(result: Unit, own: string, kind: Indicator['kind']): UnitProblem['code'] | null {
  if (kind === 'date') return 'dateFormula';
  if (result.literal || result.combined) return null;
  if (result.powers.size === 0) return own === '%' ? 'ratioNotPercent' : null;
  const wanted = ofUnit(own);
  if (alike(result, wanted) || (result.difference && own === '百分点')) return null;
  return differsInScale(result, wanted) ? 'resultScale' : 'resultUnit';
}

function unitOf(formula: Formula, question: UnitQuestion): Checked {
  const of = (node: Formula) => unitOf(node, question);
  const told = (code: UnitProblem['code'], parameters: UnitProblem['parameters']): Checked => ({
    ok: false,
    problem: { code, position: question.positions.get(formula) ?? 0, parameters },
  });
  switch (formula.kind) {
    case 'number':
      return fits(bare(formula.value));
    case 'reference': {
      const indicator = question.indicator(formula.key);
      if (indicator === undefined) return fits(bare(null));
      if (indicator.kind === 'date') return told('dateOperand', { name: indicator.name });
      return fits(ofUnit(indicatorUnit(indicator)));
    }
    case 'topic':
      return fits(ofUnit(question.owner.unit));
    case 'negation':
      return of(formula.operand);
    case 'operation': {
      const left = of(formula.left);
      if (!left.ok) return left;
      const right = of(formula.right);
      if (!right.ok) return right;
      return formula.operator === '+' || formula.operator === '-'
        ? added(left.unit, right.unit, formula.operator, told)
        : fits(multiplied(left.unit, right.unit, formula.operator));
    }
    case 'call': {
      const units: Unit[] = [];
      for (const operand of formula.operands) {
        const checked = of(operand);
        if (!checked.ok) return checked;
        units.push(checked.unit);
      }
      return called(formula.name, units, told);
    }
  }
}

type Tell = (code: UnitProblem['code'], parameters: UnitProblem['parameters']) => Checked;

const fits = (unit: Unit): Checked => ({ ok: true, unit });

function called(name: (Formula & { kind: 'call' })['name'], units: readonly Unit[], told: Tell): Checked {
  const [first = bare(null), second = first] = units;
  switch (name) {
    case 'last':
      return fits(first);
    case 'growth':
      return fits(perCent);
    case 'change':
      return fits(isPerCent(first) ? points : first);
    case 'points': {
      const other = units.find((unit) => !isPerCent(unit));
      return other === undefined ? fits(points) : told('pointsOfNoRate', { left: unitText(other) });
    }
    case 'rate':
      if (first.literal || second.literal || alike(first, second)) return fits(perCent);
      return told(differsInScale(first, second) ? 'unlikeScales' : 'unlikeShare', texts(first, second));
    case 'sum':
      return units
        .slice(1)
        .reduce((sum: Checked, unit) => (sum.ok ? added(sum.unit, unit, '+', told) : sum), fits(first));
  }
}

function added(left: Unit, right: Unit, operator: '+' | '-', told: Tell): Checked {
  if (left.literal) return fits(right);
  if (right.literal) return fits(left);
  if (isPerCent(left) && isPerCent(right)) return fits(operator === '-' ? difference : perCent);
  if (isPerCent(left) && alike(right, points)) return fits(perCent);
  if (alike(left, right)) return fits(left.scaled ? right : left);
  return told(differsInScale(left, right) ? 'unlikeScales' : 'unlikeUnits', texts(left, right));
}

function multiplied(left: Unit, right: Unit, operator: FormulaOperator): Unit {
  return unitQuotient(left, right, operator === '*' ? 1 : -1);
}

function texts(left: Unit, right: Unit): { left: string; right: string } {
  return { left: unitText(left), right: unitText(right) };
}
