/**
 * All numbers of all years, typed and calculated: the one place that the table, the prose and the export ask.
 * A book never changes; an edit makes a new one, which shares everything the edit does not touch.
 */
import { cellText, Decimal } from './decimal.ts';
import { type Formula, parseFormula } from './formula.ts';
import { type FormulaOperand, formulaOperands, formulaValue } from './formula-value.ts';
import {
  type Entry,
  type Indicator,
  type NumberState,
  type Observation,
  reportingYearSchema,
} from './model.ts';

/**
 * Why a cell has no number although a formula should give one. `formula`: it cannot be read, or its result is longer
 * than 40 digits; `unknownIndicator`: it, or the caller, names an indicator that does not exist; `cycle`: it needs
 * itself, directly or through others. A cell that needs such a cell has the same problem.
 */
export type CellProblem = 'divisionByZero' | 'cycle' | 'formula' | 'unknownIndicator';

export interface Cell {
  /** For a calculated cell the value has at most 40 digits; rounding for showing is the reader's business. */
  entry: Entry;
  state: NumberState;
  problem: CellProblem | null;
  source: string;
  note: string;
  evidence: string;
}

export interface NumberBook {
  indicator(id: string): Indicator | undefined;
  /**
   * An indicator's number in a year. Never throws: an unknown indicator, a year outside 1949–2199, a year without an
   * observation give an empty cell. The same cell is the same object until it changes.
   */
  cell(indicatorId: string, year: number): Cell;
  /**
   * A book in which these observations stand in place of those of the same indicator and year; all others stay. To
   * hand in only what changed or the whole list makes no difference: what is the same object as before costs nothing,
   * and only the changed cells and the indicators calculated from them become new.
   */
  replace(observations: readonly Observation[]): NumberBook;
}

interface Known {
  /** What was typed; null for everything calculated or missing. */
  observation: Observation | null;
  cell: Cell;
  /** The number before it was cut to what a cell holds; calculated cells build on this. */
  exact: Decimal | null;
}
type KnownNumbers = Map<string, Map<number, Known>>;

interface Definition {
  formula: Formula;
  operands: FormulaOperand[];
}

/** What does not change with the numbers. */
interface Definitions {
  indicators: ReadonlyMap<string, Indicator>;
  /** By indicator; null for a formula that cannot be read. Indicators without a formula are absent. */
  formulas: ReadonlyMap<string, Definition | null>;
  /** By indicator: those whose formula names it. */
  dependents: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * A book of the given tables. An observation of an indicator that has a formula is ignored: such a value is never
 * typed. A formula names indicators by id. Its result is
 * - without a number when an operand has a problem;
 * - not applicable when an operand is; otherwise empty when one is empty: a missing operand is never taken as 0;
 * - carried when an operand is carried, else confirmed.
 */
export function createNumberBook(tables: {
  readonly indicators: readonly Indicator[];
  readonly observations: readonly Observation[];
}): NumberBook {
  const indicators = new Map(tables.indicators.map((indicator) => [indicator.id, indicator]));
  const formulas = new Map<string, Definition | null>();
  const dependents = new Map<string, Set<string>>();
  for (const { id, formula: text } of indicators.values()) {
    if (text === null) continue;
    const parsed = parseFormula(text);
    const operands = parsed.ok ? formulaOperands(parsed.formula) : [];
    formulas.set(id, parsed.ok ? { formula: parsed.formula, operands } : null);
    for (const { key } of operands) dependents.set(key, (dependents.get(key) ?? new Set()).add(id));
  }
  const definitions = { indicators, formulas, dependents };
  return bookOf(definitions, withObservations(definitions, new Map(), tables.observations));
}

function bookOf(definitions: Definitions, known: KnownNumbers): NumberBook {
  return {
    indicator: (id) => definitions.indicators.get(id),
    cell: (indicatorId, year) => solved(definitions, known, indicatorId, year).cell,
    replace: (observations) => bookOf(definitions, withObservations(definitions, known, observations)),
  };
}

function withObservations(
  { indicators, formulas, dependents }: Definitions,
  known: KnownNumbers,
  observations: readonly Observation[],
): KnownNumbers {
  // A caller may hand in its whole list on each edit: what is the same object as before has not changed.
  const news = observations.filter(
    (one) =>
      indicators.has(one.indicatorId) &&
      !formulas.has(one.indicatorId) &&
      known.get(one.indicatorId)?.get(one.year)?.observation !== one,
  );
  const changed: KnownNumbers = new Map(known);
  const outdated = new Set<string>();
  for (const [id, ofIndicator] of Map.groupBy(news, (observation) => observation.indicatorId)) {
    const years = new Map(known.get(id));
    for (const observation of ofIndicator) years.set(observation.year, observed(observation));
    changed.set(id, years);
    for (const dependent of dependents.get(id) ?? []) outdated.add(dependent);
  }
  // The set grows while it is walked, until everything that depends on a change is in it.
  for (const id of outdated) {
    changed.delete(id);
    for (const dependent of dependents.get(id) ?? []) outdated.add(dependent);
  }
  return changed;
}

function observed(observation: Observation): Known {
  const { entry, state, source, note, evidence } = observation;
  return {
    observation,
    cell: { entry, state: entry.kind === 'empty' ? 'missing' : state, problem: null, source, note, evidence },
    exact: entry.kind === 'number' ? new Decimal(entry.value) : null,
  };
}

function withoutNumber(problem: CellProblem | null): Known {
  return {
    observation: null,
    cell: { entry: { kind: 'empty' }, state: 'missing', problem, source: '', note: '', evidence: '' },
    exact: null,
  };
}

const missing = withoutNumber(null);
const problems = {
  cycle: withoutNumber('cycle'),
  formula: withoutNumber('formula'),
  unknownIndicator: withoutNumber('unknownIndicator'),
  divisionByZero: withoutNumber('divisionByZero'),
} satisfies Record<CellProblem, Known>;
/** Of several problems the first here is told, whatever the order of the operands. */
const problemsByWeight: readonly CellProblem[] = ['cycle', 'formula', 'unknownIndicator', 'divisionByZero'];

/** The number of a cell where it is known already, else the definition it must be calculated from. */
function lookup(definitions: Definitions, known: KnownNumbers, id: string, year: number): Known | Definition {
  if (!definitions.indicators.has(id)) return problems.unknownIndicator;
  const found = known.get(id)?.get(year);
  if (found !== undefined) return found;
  const definition = definitions.formulas.get(id);
  if (definition === undefined || !reportingYearSchema.safeParse(year).success) return missing;
  return definition ?? problems.formula;
}

interface Frame {
  id: string;
  year: number;
  definition: Definition;
  /** What the operands before the next one came to. */
  operands: Known[];
}

/**
 * The number of a cell, after all it needs. Works with a stack of its own, because a chain of indicators through the
 * years can be longer than the machine's.
 */
function solved(definitions: Definitions, known: KnownNumbers, id: string, year: number): Known {
  const stack: Frame[] = [];
  const begun = new Set<string>();
  /** The number where it can be told now; otherwise begins it and gives nothing. */
  const ask = (askedId: string, askedYear: number): Known | undefined => {
    const answer = lookup(definitions, known, askedId, askedYear);
    if ('cell' in answer) return answer;
    const place = `${askedYear} ${askedId}`;
    if (!begun.has(place)) {
      begun.add(place);
      stack.push({ id: askedId, year: askedYear, definition: answer, operands: [] });
      return undefined;
    }
    // Begun and not yet known: the asker needs itself. The problem goes up from it to all that need it.
    return problems.cycle;
  };

  let result = ask(id, year);
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const operand = frame.definition.operands[frame.operands.length];
    if (operand === undefined) {
      stack.pop();
      result = calculated(frame);
      known.set(frame.id, (known.get(frame.id) ?? new Map<number, Known>()).set(frame.year, result));
    } else {
      const answer = ask(operand.key, frame.year + operand.yearOffset);
      if (answer !== undefined) frame.operands.push(answer);
    }
  }
  return result ?? missing;
}

function calculated({ definition, operands }: Frame): Known {
  const told = new Set(operands.map(({ cell }) => cell.problem));
  const problem = problemsByWeight.find((candidate) => told.has(candidate));
  if (problem !== undefined) return problems[problem];
  const notApplicable = operands.some(({ cell }) => cell.entry.kind === 'notApplicable');
  if (!notApplicable && operands.some(({ exact }) => exact === null)) return missing;
  const state = operands.some(({ cell }) => cell.state === 'carried') ? 'carried' : 'confirmed';
  if (notApplicable) return resultOf({ kind: 'notApplicable' }, state, null);

  const values = new Map(
    definition.operands.map(({ key, yearOffset }, index) => [`${key} ${yearOffset}`, operands[index]?.exact]),
  );
  const value = formulaValue(
    definition.formula,
    (key, yearOffset) => values.get(`${key} ${yearOffset}`) ?? new Decimal(Number.NaN),
  );
  if (typeof value === 'string') return problems[value];
  const text = cellText(value);
  return text === null ? problems.formula : resultOf({ kind: 'number', value: text }, state, value);
}

function resultOf(entry: Entry, state: NumberState, exact: Decimal | null): Known {
  return {
    observation: null,
    cell: { entry, state, problem: null, source: '', note: '', evidence: '' },
    exact,
  };
}
