/** Formulas that need themselves. */
import { parseFormula } from './formula.ts';
import { formulaOperands } from './formula-value.ts';
import type { Indicator } from './model.ts';

/**
 * The shortest way on which an indicator's formula comes back to it within one year, as ids: [甲, 乙, 甲]; null where
 * there is none. What a formula takes from an earlier year leads to no cycle: the years end. Nor does the sum over a
 * topic, whose members have no formula. `indicators` hold the formula to be judged.
 */
export function formulaCycle(indicators: readonly Indicator[], indicatorId: string): string[] | null {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const cameFrom = new Map<string, string>();
  let edge = [indicatorId];
  while (edge.length > 0) {
    const further: string[] = [];
    for (const id of edge) {
      for (const key of neededInSameYear(byId.get(id))) {
        if (key === indicatorId) return [...wayTo(id, cameFrom), indicatorId];
        if (cameFrom.has(key)) continue;
        cameFrom.set(key, id);
        further.push(key);
      }
    }
    edge = further;
  }
  return null;
}

/** Those whose formula names the indicator, in the order given. A sum over its topic does not name it. */
export function formulasNaming(indicators: readonly Indicator[], indicatorId: string): Indicator[] {
  return indicators.filter(({ formula }) => {
    if (formula === null) return false;
    const read = parseFormula(formula);
    return read.ok && formulaOperands(read.formula).some(({ key }) => key === indicatorId);
  });
}

function neededInSameYear(indicator: Indicator | undefined): string[] {
  if (indicator === undefined || indicator.formula === null) return [];
  const read = parseFormula(indicator.formula);
  if (!read.ok) return [];
  return formulaOperands(read.formula)
    .filter(({ yearOffset }) => yearOffset === 0)
    .map(({ key }) => key);
}

function wayTo(id: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const way = [id];
  for (let from = cameFrom.get(id); from !== undefined; from = cameFrom.get(from)) way.unshift(from);
  return way;
}
