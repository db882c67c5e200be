/**
 * All numbers of all years, typed and calculated: the one place that the table, the prose and the export ask.
 * A book never changes; an edit makes a new one, which shares everything the edit does not touch.
 */

import { createDefinitions, type Definition, type Definitions, membersIn } from './book-definitions.ts';
import { cellText, Decimal } from './decimal.ts';
import type { FootingTotal } from './footing.ts';
import { type FormulaOperand, formulaValue } from './formula-value.ts';
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
 * itself, directly or through others; `emptyTopic`: it adds up a topic that has nothing to add. A cell that needs such a
 * cell has the same problem.
 */
export type CellProblem = 'divisionByZero' | 'cycle' | 'formula' | 'unknownIndicator' | 'emptyTopic';

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
  /** The total whose parts are shown so that they add up in that year, where the indicator is one of them. */
  footing(indicatorId: string, year: number): FootingTotal | null;
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
  const definitions = createDefinitions(tables.indicators);
  return bookOf(definitions, withObservations(definitions, new Map(), tables.observations));
}

function bookOf(definitions: Definitions, known: KnownNumbers): NumberBook {
  return {
    indicator: (id) => definitions.indicators.get(id),
    cell: (indicatorId, year) => solved(definitions, known, indicatorId, year).cell,
    footing: (indicatorId, year) => definitions.footing(indicatorId, year),
    replace: (observations) => bookOf(definitions, withObservations(definitions, known, observations)),
  };
}

function withObservations(
  definitions: Definitions,
  known: KnownNumbers,
  observations: readonly Observation[],
): KnownNumbers {
  const { indicators, formulas } = definitions;
  // A caller may hand in its whole list on each edit: what is the same object as before has not changed.
  const news = observations.filter(
    (one) =>
      indicators.has(one.indicatorId) &&
      !formulas.has(one.indicatorId) &&
      known.get(one.indicatorId)?.get(one.year)?.observation !== one,
  );
  const changed: KnownNumbers = new Map(known);
  const own = new Set<string>();
  // Results are filled in as they are asked for, so the two books may share no years of what now differs between them.
  const ownYears = (id: string): Map<number, Known> => {
    const years = own.has(id) ? changed.get(id) : new Map(known.get(id));
    own.add(id);
    const mine = years ?? new Map<number, Known>();
    changed.set(id, mine);
    return mine;
  };
  for (const id of definitions.dependents(new Set(news.map(({ indicatorId }) => indicatorId)))) ownYears(id);
  for (const one of news) ownYears(one.indicatorId).set(one.year, observed(one));
  forgetResults(definitions, changed, news);
  return changed;
}

/** Drops every result that was calculated, directly or through others, from the cells that are new. */
function forgetResults(definitions: Definitions, numbers: KnownNumbers, news: readonly Observation[]): void {
  const outdated = news.map(({ indicatorId, year }) => ({ id: indicatorId, year }));
  // The list grows while it is walked. A result that is not known has none that was calculated from it.
  for (const { id, year } of outdated) {
    for (const { dependentId, yearOffset } of definitions.usesOf(id)) {
      const later = year - yearOffset;
      if (numbers.get(dependentId)?.delete(later)) outdated.push({ id: dependentId, year: later });
    }
  }
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
  emptyTopic: withoutNumber('emptyTopic'),
} satisfies Record<CellProblem, Known>;
/** Of several problems the first here is told, whatever the order of the operands. */
const problemsByWeight: readonly CellProblem[] = [
  'cycle',
  'formula',
  'unknownIndicator',
  'emptyTopic',
  'divisionByZero',
];

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
  needed: readonly FormulaOperand[];
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
      const needed = answer.operandsIn(askedYear);
      stack.push({ id: askedId, year: askedYear, definition: answer, needed, operands: [] });
      return undefined;
    }
    // Begun and not yet known: the asker needs itself. The problem goes up from it to all that need it.
    return problems.cycle;
  };

  let result = ask(id, year);
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const operand = frame.needed[frame.operands.length];
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

function calculated({ definition, needed, operands, year }: Frame): Known {
  const problem = gravest(operands);
  if (problem !== null) return problems[problem];
  const notApplicable = operands.some(({ cell }) => cell.entry.kind === 'notApplicable');
  if (!notApplicable && operands.some(({ exact }) => exact === null)) return missing;
  const state = operands.some(({ cell }) => cell.state === 'carried') ? 'carried' : 'confirmed';
  if (notApplicable) return resultOf({ kind: 'notApplicable' }, state, null);

  const value = formulaValue(
    definition.formula,
    (key, yearOffset) => {
      const index = needed.findIndex((one) => one.key === key && one.yearOffset === yearOffset);
      return operands[index]?.exact ?? new Decimal(Number.NaN);
    },
    membersIn(definition, year),
  );
  if (typeof value === 'string') return problems[value];
  const text = cellText(value);
  return text === null ? problems.formula : resultOf({ kind: 'number', value: text }, state, value);
}

function gravest(operands: readonly Known[]): CellProblem | null {
  if (operands.every(({ cell }) => cell.problem === null)) return null;
  const told = new Set(operands.map(({ cell }) => cell.problem));
  return problemsByWeight.find((candidate) => told.has(candidate)) ?? null;
}

function resultOf(entry: Entry, state: NumberState, exact: Decimal | null): Known {
  return {
    observation: null,
    cell: { entry, state, problem: null, source: '', note: '', evidence: '' },
    exact,
  };
}
