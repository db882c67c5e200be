/** What a formula is worth, once the numbers it names are known. */
import { Decimal } from './decimal.ts';
import type { Formula, FormulaOperator } from './formula.ts';

/** A number that a formula needs: an indicator, `yearOffset` years from the formula's own year (never later). */
export interface FormulaOperand {
  key: string;
  yearOffset: number;
}

/** `formula`: the result is too large for any cell; `emptyTopic`: a topic has nothing to add up. */
export type FormulaFault = 'divisionByZero' | 'formula' | 'emptyTopic';

/** The indicators that `topic(topicId)` adds up, so many years from the formula's own (topic-members.ts). */
export type MembersOf = (topicId: string, yearOffset: number) => readonly string[];

const noMembers: MembersOf = () => [];

/** A divisor below this is the noise of an unending quotient, as in 1 ÷ (1 ÷ 3 × 3 − 1), and counts as zero. */
const smallestDivisor = new Decimal('1e-60');

/** All numbers a formula needs, each once, in reading order. */
export function formulaOperands(formula: Formula, membersOf: MembersOf = noMembers): FormulaOperand[] {
  const found = new Map<string, FormulaOperand>();
  const visited = new Map<Formula, Set<number>>();
  const need = (key: string, yearOffset: number) => found.set(`${key} ${yearOffset}`, { key, yearOffset });
  const visit = (node: Formula, yearOffset: number): void => {
    // change(change(…)) meets the same node again and again: without this the visits double at each level.
    const offsets = visited.get(node) ?? new Set();
    if (offsets.has(yearOffset)) return;
    visited.set(node, offsets.add(yearOffset));
    switch (node.kind) {
      case 'number':
        break;
      case 'reference':
        need(node.key, yearOffset);
        break;
      case 'topic':
        for (const key of membersOf(node.topicId, yearOffset)) need(key, yearOffset);
        break;
      case 'negation':
        visit(node.operand, yearOffset);
        break;
      case 'operation':
        visit(node.left, yearOffset);
        visit(node.right, yearOffset);
        break;
      case 'call':
        for (const operand of node.operands) {
          if (node.name !== 'last') visit(operand, yearOffset);
          if (looksBack(node)) visit(operand, yearOffset - 1);
        }
        break;
    }
  };
  visit(formula, 0);
  return [...found.values()];
}

/** Whether a call needs its operand one year earlier. */
function looksBack({ name, operands }: Formula & { kind: 'call' }): boolean {
  if (name === 'points') return operands.length === 1;
  return name === 'last' || name === 'change' || name === 'growth';
}

/**
 * The value of a formula. `last(x)` is x one year earlier; `change(x)` = x − last(x); `growth(x)` = change(x) ÷
 * |last(x)| × 100; `rate(part, whole)` = part ÷ whole × 100, both in per cent; `points(x)` = x − last(x) and
 * `points(x, y)` = x − y, of rates. Sums, differences and products are exact to 100 digits. `operand` is asked for
 * exactly the operands that `formulaOperands` names.
 */
export function formulaValue(
  formula: Formula,
  operand: (key: string, yearOffset: number) => Decimal,
  membersOf: MembersOf = noMembers,
): Decimal | FormulaFault {
  const known = new Map<Formula, Map<number, Decimal | FormulaFault>>();
  const value = (node: Formula, yearOffset: number): Decimal | FormulaFault => {
    const years = known.get(node) ?? new Map<number, Decimal | FormulaFault>();
    const result = years.get(yearOffset) ?? calculated(node, yearOffset);
    known.set(node, years.set(yearOffset, result));
    return result;
  };
  const calculated = (node: Formula, yearOffset: number): Decimal | FormulaFault => {
    switch (node.kind) {
      case 'number':
        return new Decimal(node.value);
      case 'reference':
        return operand(node.key, yearOffset);
      case 'topic': {
        const members = membersOf(node.topicId, yearOffset);
        if (members.length === 0) return 'emptyTopic';
        return total(members.map((key) => operand(key, yearOffset)));
      }
      case 'negation':
        return combined('-', new Decimal(0), value(node.operand, yearOffset));
      case 'operation':
        return combined(node.operator, value(node.left, yearOffset), value(node.right, yearOffset));
      case 'call':
        return callValue(node, yearOffset);
    }
  };
  const callValue = (node: Formula & { kind: 'call' }, yearOffset: number): Decimal | FormulaFault => {
    const values = node.operands.map((argument) =>
      value(argument, node.name === 'last' ? yearOffset - 1 : yearOffset),
    );
    const [first = new Decimal(0), second = new Decimal(0)] = values;
    switch (node.name) {
      case 'last':
        return first;
      case 'sum':
        return total(values);
      case 'rate':
        return perCent(first, second);
      case 'points':
      case 'change':
      case 'growth': {
        if (node.name === 'points' && node.operands.length === 2) return combined('-', first, second);
        const [argument] = node.operands;
        const before = argument === undefined ? first : value(argument, yearOffset - 1);
        const change = combined('-', first, before);
        if (node.name !== 'growth' || typeof before === 'string') return change;
        return perCent(change, before.abs());
      }
    }
  };
  return value(formula, 0);
}

function total(values: readonly (Decimal | FormulaFault)[]): Decimal | FormulaFault {
  return values.reduce((sum, summand) => combined('+', sum, summand), new Decimal(0));
}

function perCent(part: Decimal | FormulaFault, whole: Decimal | FormulaFault): Decimal | FormulaFault {
  // Multiplying first keeps quotients like 1/3 × 300 free of a rounding that need not be.
  return combined('/', combined('*', part, new Decimal(100)), whole);
}

/** Faults win over values, the left one first. */
function combined(
  operator: FormulaOperator,
  left: Decimal | FormulaFault,
  right: Decimal | FormulaFault,
): Decimal | FormulaFault {
  if (typeof left === 'string') return left;
  if (typeof right === 'string') return right;
  if (operator === '/' && right.abs().lessThan(smallestDivisor)) return 'divisionByZero';
  const result = applied(operator, left, right);
  return result.isFinite() ? result : 'formula';
}

function applied(operator: FormulaOperator, left: Decimal, right: Decimal): Decimal {
  switch (operator) {
    case '+':
      return left.plus(right);
    case '-':
      return left.minus(right);
    case '*':
      return left.times(right);
    case '/':
      return left.dividedBy(right);
  }
}
