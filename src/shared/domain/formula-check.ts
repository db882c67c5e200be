/** Whether a formula that could be read also makes sense for its indicator. */
import type { Formula, SyntaxProblem } from './formula.ts';
import { formulaCycle } from './formula-cycle.ts';
import { checkUnits, type UnitProblem } from './formula-unit.ts';
import type { Indicator } from './model.ts';
import { topicMembers } from './topic-members.ts';

/**
 * `unknownIndicator`: an id of no indicator, `name`; `cycle`: `path` names the indicators on the way back to itself;
 * `emptyTopic`: in the topic nothing of the `unit` can be added up. `position` as in SyntaxProblem.
 */
export type FormulaProblem =
  | SyntaxProblem
  | UnitProblem
  | {
      code: 'unknownIndicator' | 'cycle' | 'emptyTopic';
      position: number;
      parameters: Readonly<Record<string, string>>;
    };

export interface FormulaQuestion {
  formula: Formula;
  positions: ReadonlyMap<Formula, number>;
  /** The indicator as it would be, with this formula in its stored form. */
  owner: Indicator;
  /** All indicators; one of the owner's id is the owner as it was. */
  indicators: readonly Indicator[];
  /** The reporting year: what it no longer asks for adds nothing to a topic. */
  year: number;
}

/** The first problem, or null. */
export function checkFormula(question: FormulaQuestion): FormulaProblem | null {
  const { owner, positions, formula } = question;
  const others = question.indicators.filter(({ id }) => id !== owner.id);
  const byId = new Map([...others, owner].map((indicator) => [indicator.id, indicator]));
  for (const [part, position] of positions) {
    if (part.kind === 'reference' && !byId.has(part.key)) {
      return { code: 'unknownIndicator', position, parameters: { name: part.key } };
    }
    if (part.kind === 'topic' && topicMembers(others, part.topicId, owner, question.year).length === 0) {
      return { code: 'emptyTopic', position, parameters: { unit: owner.unit } };
    }
  }
  const cycle = formulaCycle([...others, owner], owner.id);
  if (cycle !== null) {
    const path = cycle.map((id) => byId.get(id)?.name ?? id).join(' → ');
    return { code: 'cycle', position: 0, parameters: { path } };
  }
  const units = checkUnits({ formula, positions, owner, indicator: (id) => byId.get(id) });
  return units.ok ? null : units.problem;
}
