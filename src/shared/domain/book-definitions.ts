/** What a number book knows of its indicators that no number changes: formulas, what uses what, footing totals. */
import { type FootingTotal, footingProblem, summands } from './footing.ts';
import { type Formula, parseFormula } from './formula.ts';
import { type FormulaOperand, formulaOperands, type MembersOf } from './formula-value.ts';
import type { Indicator } from './model.ts';
import { topicMembers } from './topic-members.ts';

export interface Definition {
  formula: Formula;
  /** What the formula needs in a year: a topic's members change with the years when one is retired. */
  operandsIn(year: number): readonly FormulaOperand[];
  membersOf(topicId: string, year: number): readonly string[];
}

/** A formula that uses an indicator: its value of year y uses the indicator's of y + `yearOffset`. */
export interface Use {
  dependentId: string;
  yearOffset: number;
}

export interface Definitions {
  indicators: ReadonlyMap<string, Indicator>;
  /** By indicator; null for a formula that cannot be read. Indicators without a formula are absent. */
  formulas: ReadonlyMap<string, Definition | null>;
  usesOf(indicatorId: string): readonly Use[];
  /** All whose formula needs one of these, directly or through others. */
  dependents(changed: ReadonlySet<string>): ReadonlySet<string>;
  footing(indicatorId: string, year: number): FootingTotal | null;
}

/** A topic has all its members in the first year there is: the years after only leave out what is retired. */
const firstYear = 1949;

/** The members of a topic as a formula's value of `year` asks for them. */
export function membersIn(definition: Definition, year: number): MembersOf {
  return (topicId, yearOffset) => definition.membersOf(topicId, year + yearOffset);
}

/** The definitions of indicators in the order of the tables. Where two totals share a part, the first has it. */
export function createDefinitions(list: readonly Indicator[]): Definitions {
  const indicators = new Map(list.map((indicator) => [indicator.id, indicator]));
  const formulas = new Map<string, Definition | null>();
  const uses = new Map<string, Use[]>();
  for (const indicator of list) {
    if (indicator.formula === null) continue;
    const parsed = parseFormula(indicator.formula);
    const definition = parsed.ok ? definitionOf(parsed.formula, indicator, list) : null;
    formulas.set(indicator.id, definition);
    for (const { key, yearOffset } of definition?.operandsIn(firstYear) ?? []) {
      const known = uses.get(key);
      const use = { dependentId: indicator.id, yearOffset };
      if (known === undefined) uses.set(key, [use]);
      else known.push(use);
    }
  }
  const usesOf = (indicatorId: string) => uses.get(indicatorId) ?? [];
  return {
    indicators,
    formulas,
    usesOf,
    dependents(changed) {
      const found = new Set<string>();
      for (const id of changed) for (const { dependentId } of usesOf(id)) found.add(dependentId);
      // The set grows while it is walked.
      for (const id of found) for (const { dependentId } of usesOf(id)) found.add(dependentId);
      return found;
    },
    footing: footingOf(list, indicators, formulas),
  };
}

function definitionOf(formula: Formula, owner: Indicator, list: readonly Indicator[]): Definition {
  const members = new Map<string, readonly string[]>();
  const membersOf = (topicId: string, year: number): readonly string[] => {
    const place = `${year} ${topicId}`;
    const found = members.get(place) ?? topicMembers(list, topicId, owner, year).map(({ id }) => id);
    members.set(place, found);
    return found;
  };
  if (!namesTopic(formula)) {
    const operands = formulaOperands(formula);
    return { formula, operandsIn: () => operands, membersOf };
  }
  const byYear = new Map<number, readonly FormulaOperand[]>();
  return {
    formula,
    membersOf,
    operandsIn(year) {
      const operands =
        byYear.get(year) ??
        formulaOperands(formula, (topicId, yearOffset) => membersOf(topicId, year + yearOffset));
      byYear.set(year, operands);
      return operands;
    },
  };
}

function namesTopic(formula: Formula): boolean {
  switch (formula.kind) {
    case 'topic':
      return true;
    case 'negation':
      return namesTopic(formula.operand);
    case 'operation':
      return namesTopic(formula.left) || namesTopic(formula.right);
    case 'call':
      return formula.operands.some(namesTopic);
    default:
      return false;
  }
}

function footingOf(
  list: readonly Indicator[],
  indicators: ReadonlyMap<string, Indicator>,
  formulas: ReadonlyMap<string, Definition | null>,
): Definitions['footing'] {
  const totals = list.filter(({ footing, formula }) => footing && formula !== null);
  const byYear = new Map<number, ReadonlyMap<string, FootingTotal>>();
  const totalsIn = (year: number): ReadonlyMap<string, FootingTotal> => {
    const found: FootingTotal[] = [];
    for (const total of totals) {
      const definition = formulas.get(total.id);
      if (definition === undefined || definition === null) continue;
      const members = (topicId: string) => definition.membersOf(topicId, year);
      if (footingProblem(total, (id) => indicators.get(id), members, found) !== null) continue;
      found.push({ totalId: total.id, partIds: summands(definition.formula, members) ?? [] });
    }
    return new Map(found.flatMap((total) => total.partIds.map((id) => [id, total] as const)));
  };
  return (indicatorId, year) => {
    if (totals.length === 0) return null;
    const inYear = byYear.get(year) ?? totalsIn(year);
    byYear.set(year, inYear);
    return inYear.get(indicatorId) ?? null;
  };
}
