/** What must hold of indicators and topics whenever they are written. Violations are thrown as expected failures. */
import type { IndicatorRecord, TopicRecord } from '../../../shared/contract/indicator-methods.ts';
import { footingProblemOf } from '../../../shared/domain/footing-check.ts';
import { parseFormula } from '../../../shared/domain/formula.ts';
import { checkFormula } from '../../../shared/domain/formula-check.ts';
import { nameKey } from '../../../shared/domain/formula-names.ts';
import type { Indicator } from '../../../shared/domain/model.ts';
import { ExpectedFailure } from '../../../shared/errors.ts';
import type { ReadableDatabase } from '../storage/database.ts';
import { officeExists } from '../storage/queries/indicators.ts';
import { usesOfIndicator } from './indicator-uses.ts';

/** The tables as they would be after a change. */
export interface ProposedTables {
  indicators: readonly IndicatorRecord[];
  topics: readonly TopicRecord[];
}

/** Its topic and office exist, its name is its own within the topic, blanks and width of signs aside. */
export function requirePlace(database: ReadableDatabase, indicator: Indicator, tables: ProposedTables): void {
  const topic = tables.topics.find((one) => one.topic.id === indicator.topicId && !one.removed);
  if (topic === undefined) throw new ExpectedFailure('topic.notFound');
  if (indicator.officeId !== null && !officeExists(database, indicator.officeId)) {
    throw new ExpectedFailure('office.notFound');
  }
  const namesake = tables.indicators.find(
    (one) =>
      !one.removed &&
      one.indicator.id !== indicator.id &&
      one.indicator.topicId === indicator.topicId &&
      nameKey(one.indicator.name) === nameKey(indicator.name),
  );
  if (namesake !== undefined) {
    throw new ExpectedFailure('indicator.nameTaken', { name: indicator.name, topic: topic.topic.name });
  }
}

/** Its formula can be read, makes sense, and does not come back to itself; its parts can be made to add up. */
export function requireFormula(indicator: Indicator, indicators: readonly Indicator[], year: number): void {
  const { name, formula } = indicator;
  if (formula !== null) {
    const read = parseFormula(formula);
    if (!read.ok) throw new ExpectedFailure('indicator.formulaUnreadable', { name });
    const problem = checkFormula({ ...read, owner: indicator, indicators, year });
    switch (problem?.code) {
      case undefined:
        break;
      case 'cycle':
        throw new ExpectedFailure('indicator.cycle', { name, path: problem.parameters.path ?? '' });
      case 'unknownIndicator':
      case 'emptyTopic':
        throw new ExpectedFailure('indicator.formulaUnreadable', { name });
      default:
        throw new ExpectedFailure('indicator.formulaUnits', { name });
    }
  }
  if (indicator.footing && footingProblemOf(indicator, indicators, year) !== null) {
    throw new ExpectedFailure('indicator.footingImpossible', { name });
  }
}

/** Nothing hangs on it: no text, in sight or out of it, no formula, no number. */
export function requireUnused(database: ReadableDatabase, { id, name }: Indicator): void {
  const uses = usesOfIndicator(database, id);
  const texts = uses.places.length + uses.hiddenTexts;
  if (texts + uses.formulas.length + uses.numbers === 0) return;
  throw new ExpectedFailure('indicator.inUse', {
    name,
    texts,
    formulas: uses.formulas.length,
    numbers: uses.numbers,
  });
}

/** A topic's name is its own. */
export function requireTopicName({ topic }: TopicRecord, topics: readonly TopicRecord[]): void {
  const namesake = topics.some(
    (one) => !one.removed && one.topic.id !== topic.id && nameKey(one.topic.name) === nameKey(topic.name),
  );
  if (namesake) throw new ExpectedFailure('topic.nameTaken', { name: topic.name });
}
