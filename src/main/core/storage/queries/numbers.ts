import { z } from 'zod';
import type { NumberTables } from '../../../../shared/contract.ts';
import {
  type Indicator,
  indicatorSchema,
  type Observation,
  observationSchema,
  officeSchema,
  topicSchema,
} from '../../../../shared/domain/model.ts';
import { keptStatement, type ReadableDatabase, type WritableDatabase } from '../database.ts';

const observationRow = z
  .object({
    indicatorId: z.string(),
    year: z.number(),
    kind: z.enum(['number', 'empty', 'notApplicable']),
    value: z.string().nullable(),
    state: z.string(),
    source: z.string(),
    note: z.string(),
    evidence: z.string(),
  })
  .transform(({ kind, value, ...rest }) => ({
    ...rest,
    entry: kind === 'number' ? { kind, value } : { kind },
  }))
  .pipe(observationSchema);

const observationColumns = 'indicator_id AS indicatorId, year, kind, value, state, source, note, evidence';

const indicatorRow = z
  .object({ ...indicatorSchema.shape, footing: z.number() })
  .transform(({ footing, ...rest }): Indicator => ({ ...rest, footing: footing === 1 }));

/** All topics, offices, indicators and observations of the workspace that are in sight, in the order of the tables. */
export function readNumberTables(database: ReadableDatabase): NumberTables {
  const rows = (sql: string) => database.prepare(sql).all();
  return {
    topics: z
      .array(topicSchema)
      .parse(rows('SELECT id, name FROM topic WHERE removed_at IS NULL ORDER BY position')),
    offices: z.array(officeSchema).parse(rows('SELECT id, name FROM office ORDER BY position')),
    indicators: z.array(indicatorRow).parse(
      rows(
        `SELECT i.id, i.name, i.unit, i.kind, i.precision, i.topic_id AS topicId, i.office_id AS officeId, i.formula,
                i.retired_after AS retiredAfter, i.footing
           FROM indicator i JOIN topic t ON t.id = i.topic_id WHERE i.removed_at IS NULL ORDER BY t.position, i.position`,
      ),
    ),
    observations: z
      .array(observationRow)
      .parse(rows(`SELECT ${observationColumns} FROM observation ORDER BY indicator_id, year`)),
  };
}

/** The cell as it stands; an absent one is empty and confirmed by nobody's doing. */
export function readObservation(database: ReadableDatabase, indicatorId: string, year: number): Observation {
  const row = keptStatement(
    database,
    `SELECT ${observationColumns} FROM observation WHERE indicator_id = ? AND year = ?`,
  ).get(indicatorId, year);
  return row === undefined
    ? { indicatorId, year, entry: { kind: 'empty' }, state: 'confirmed', source: '', note: '', evidence: '' }
    : observationRow.parse(row);
}

/** Writes the cell whole, in place of what it held; `now` as ISO 8601. */
export function writeObservation(database: WritableDatabase, observation: Observation, now: string): void {
  const { indicatorId, year, entry, state, source, note, evidence } = observation;
  keptStatement(
    database,
    `INSERT OR REPLACE INTO observation (indicator_id, year, kind, value, state, source, note, evidence, updated_at)
     VALUES (:indicatorId, :year, :kind, :value, :state, :source, :note, :evidence, :now)`,
  ).run({
    indicatorId,
    year,
    kind: entry.kind,
    value: entry.kind === 'number' ? entry.value : null,
    state,
    source,
    note,
    evidence,
    now,
  });
}

const indicatorFormula = z.object({ name: z.string(), formula: z.string().nullable() });

/** Name and formula of an indicator, or null where there is none of that id in sight. */
export function readIndicatorFormula(
  database: ReadableDatabase,
  id: string,
): z.infer<typeof indicatorFormula> | null {
  const row = database
    .prepare('SELECT name, formula FROM indicator WHERE id = ? AND removed_at IS NULL')
    .get(id);
  return row === undefined ? null : indicatorFormula.parse(row);
}
