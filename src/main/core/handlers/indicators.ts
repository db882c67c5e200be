/** The indicators: made, changed, moved, retired, put out of sight, and every such step undone. */
import type {
  ChangedTables,
  IndicatorRecord,
  TableRecords,
} from '../../../shared/contract/indicator-methods.ts';
import { parseFormula } from '../../../shared/domain/formula.ts';
import { checkFormula } from '../../../shared/domain/formula-check.ts';
import { formulaCycle, formulasNaming } from '../../../shared/domain/formula-cycle.ts';
import { formulaOperands } from '../../../shared/domain/formula-value.ts';
import type { Indicator } from '../../../shared/domain/model.ts';
import { ExpectedFailure } from '../../../shared/errors.ts';
import type { WriteContext } from '../context.ts';
import {
  requireFormula,
  requirePlace,
  requireTopicName,
  requireUnused,
} from '../indicators/indicator-rules.ts';
import { usesOfIndicator } from '../indicators/indicator-uses.ts';
import {
  countNumbers,
  readIndicatorRecords,
  readTopicRecords,
  writeIndicatorRecord,
  writeTopicRecord,
} from '../storage/queries/indicators.ts';
import { readNumberTables } from '../storage/queries/numbers.ts';
import type { CommandHandlers, QueryHandlers } from './kinds.ts';

/** Writes the records and tells them as they were; one that is new was out of sight. */
function change(context: WriteContext, id: string, after: TableRecords): ChangedTables {
  const { database, now } = context;
  const indicators = new Map(readIndicatorRecords(database).map((one) => [one.indicator.id, one]));
  const topics = new Map(readTopicRecords(database).map((one) => [one.topic.id, one]));
  const before = {
    indicators: after.indicators.map((one) => indicators.get(one.indicator.id) ?? { ...one, removed: true }),
    topics: after.topics.map((one) => topics.get(one.topic.id) ?? { ...one, removed: true }),
  };
  for (const topic of after.topics) writeTopicRecord(database, topic, now);
  for (const indicator of after.indicators) writeIndicatorRecord(database, indicator, now);
  const tables = readNumberTables(database);
  return { savedAt: now, id, topics: tables.topics, indicators: tables.indicators, before, after };
}

function requireRecord(context: WriteContext, id: string): IndicatorRecord {
  const record = readIndicatorRecords(context.database).find(
    (one) => one.indicator.id === id && !one.removed,
  );
  if (record === undefined) throw new ExpectedFailure('indicator.notFound', { name: id });
  return record;
}

function inSight(records: readonly IndicatorRecord[]): Indicator[] {
  return records.filter(({ removed }) => !removed).map(({ indicator }) => indicator);
}

/** Records with these in place of those of the same id. */
function withRecords(
  records: readonly IndicatorRecord[],
  changed: readonly IndicatorRecord[],
): IndicatorRecord[] {
  const ids = new Set(changed.map(({ indicator }) => indicator.id));
  return [...records.filter(({ indicator }) => !ids.has(indicator.id)), ...changed];
}

/** Asks before numbers that are there come to mean something else, or are covered by a formula. */
function requireAccepted(
  { database }: WriteContext,
  was: Indicator,
  next: Indicator,
  indicators: readonly Indicator[],
  year: number,
): void {
  const count = countNumbers(database, was.id);
  if (count === 0) return;
  if (was.formula === null && next.formula !== null) {
    throw new ExpectedFailure('indicator.hidesNumbers', { name: was.name, count });
  }
  if (was.unit === next.unit && was.kind === next.kind) return;
  const unfitting = formulasNaming(indicators, was.id).filter((owner) => {
    const read = parseFormula(owner.formula ?? '');
    return owner.id !== was.id && read.ok && checkFormula({ ...read, owner, indicators, year }) !== null;
  });
  throw new ExpectedFailure('indicator.meaningChanges', {
    name: was.name,
    count,
    from: was.unit,
    to: next.unit,
    formulas: unfitting.length,
  });
}

/** The indicators of a topic in their order, renumbered, with one more at a place among them. */
function placed(
  records: readonly IndicatorRecord[],
  moved: IndicatorRecord,
  position: number,
): IndicatorRecord[] {
  const others = records
    .filter(
      ({ indicator, removed }) =>
        !removed && indicator.topicId === moved.indicator.topicId && indicator.id !== moved.indicator.id,
    )
    .sort((a, b) => a.position - b.position);
  others.splice(Math.min(position, others.length), 0, moved);
  return others.map((record, index) => ({ ...record, position: index }));
}

export const indicatorQueries = {
  'indicator.places': ({ database }, { id }) => usesOfIndicator(database, id),
} satisfies Partial<QueryHandlers>;

export const indicatorCommands = {
  'indicator.save': (context, { id, accepted, year, ...draft }) => {
    const { database } = context;
    const records = readIndicatorRecords(database);
    const was = id === null ? null : requireRecord(context, id);
    const indicator: Indicator = {
      ...draft,
      id: was?.indicator.id ?? context.newId(),
      retiredAfter: was?.indicator.retiredAfter ?? null,
    };
    const stays = was !== null && was.indicator.topicId === indicator.topicId;
    const last = Math.max(
      -1,
      ...records.filter((one) => one.indicator.topicId === indicator.topicId).map(({ position }) => position),
    );
    const record = { indicator, position: stays ? was.position : last + 1, removed: false };
    const proposed = withRecords(records, [record]);
    requirePlace(database, indicator, { indicators: proposed, topics: readTopicRecords(database) });
    requireFormula(indicator, inSight(proposed), year);
    if (was !== null && !accepted) {
      requireAccepted(context, was.indicator, indicator, inSight(proposed), year);
    }
    return change(context, indicator.id, { indicators: [record], topics: [] });
  },

  'indicator.move': (context, { id, topicId, position }) => {
    const record = requireRecord(context, id);
    const records = readIndicatorRecords(context.database);
    const moved = { ...record, indicator: { ...record.indicator, topicId } };
    const proposed = {
      indicators: withRecords(records, [moved]),
      topics: readTopicRecords(context.database),
    };
    requirePlace(context.database, moved.indicator, proposed);
    const before = new Map(records.map((one) => [one.indicator.id, one]));
    const changed = placed(records, moved, position).filter(
      (one) => one.indicator.id === id || before.get(one.indicator.id)?.position !== one.position,
    );
    return change(context, id, { indicators: changed, topics: [] });
  },

  'indicator.retire': (context, { id, after }) => {
    const record = requireRecord(context, id);
    const retired = { ...record, indicator: { ...record.indicator, retiredAfter: after } };
    return change(context, id, { indicators: [retired], topics: [] });
  },

  'indicator.remove': (context, { id }) => {
    const record = requireRecord(context, id);
    requireUnused(context.database, record.indicator);
    return change(context, id, { indicators: [{ ...record, removed: true }], topics: [] });
  },

  'indicator.restore': (context, after) => {
    const { database } = context;
    const records = readIndicatorRecords(database);
    const hidden = new Set(records.filter(({ removed }) => removed).map(({ indicator }) => indicator.id));
    const indicators = withRecords(records, after.indicators);
    const topicIds = new Set(after.topics.map(({ topic }) => topic.id));
    const topics = [
      ...readTopicRecords(database).filter(({ topic }) => !topicIds.has(topic.id)),
      ...after.topics,
    ];
    for (const record of after.topics) requireTopicName(record, topics);
    for (const { indicator, removed } of after.indicators) {
      if (removed && !hidden.has(indicator.id)) requireUnused(database, indicator);
      if (!removed) requirePlace(database, indicator, { indicators, topics });
    }
    for (const { indicator } of indicators.filter(({ removed }) => !removed)) {
      const unplaced = topics.some(({ topic, removed }) => removed && topic.id === indicator.topicId);
      if (unplaced) throw new ExpectedFailure('topic.notFound');
    }
    requireKnownFormulas(after, inSight(indicators));
    const id = after.indicators[0]?.indicator.id ?? after.topics[0]?.topic.id ?? '';
    return change(context, id, after);
  },

  'topic.save': (context, { id, name }) => {
    const topics = readTopicRecords(context.database);
    const was = topics.find(({ topic, removed }) => topic.id === id && !removed);
    if (id !== null && was === undefined) throw new ExpectedFailure('topic.notFound');
    const record = {
      topic: { id: id ?? context.newId(), name },
      position: was?.position ?? Math.max(-1, ...topics.map(({ position }) => position)) + 1,
      removed: false,
    };
    requireTopicName(record, topics);
    return change(context, record.topic.id, { indicators: [], topics: [record] });
  },
} satisfies Partial<CommandHandlers>;

/** What is undone was once allowed; only what others have changed since could make a formula go wrong. */
function requireKnownFormulas(after: TableRecords, indicators: readonly Indicator[]): void {
  const names = new Map(indicators.map(({ id, name }) => [id, name]));
  for (const { indicator, removed } of after.indicators) {
    const read = removed || indicator.formula === null ? null : parseFormula(indicator.formula);
    if (read === null || !read.ok) continue;
    const { name } = indicator;
    const cycle = formulaCycle(indicators, indicator.id);
    if (cycle !== null) {
      const path = cycle.map((id) => names.get(id) ?? id).join(' → ');
      throw new ExpectedFailure('indicator.cycle', { name, path });
    }
    if (formulaOperands(read.formula).some(({ key }) => !names.has(key))) {
      throw new ExpectedFailure('indicator.formulaUnreadable', { name });
    }
  }
}
