import type { Migration } from './index.ts';

/**
 * Indicators can hold dates, be retired and show their parts footing; a cell names its evidence. The table is rebuilt
 * because SQLite cannot widen a CHECK.
 */
export const indicators: Migration = {
  version: 50,
  sql: `
    CREATE TABLE indicator_rebuilt (
      id TEXT PRIMARY KEY,
      topic_id TEXT NOT NULL REFERENCES topic (id),
      office_id TEXT REFERENCES office (id),
      name TEXT NOT NULL,
      unit TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('count', 'amount', 'rate', 'date')),
      precision INTEGER NOT NULL CHECK (precision BETWEEN 0 AND 6),
      formula TEXT,
      position INTEGER NOT NULL,
      -- The last year it is reported for; NULL while it is in use.
      retired_after INTEGER CHECK (retired_after BETWEEN 1949 AND 2199),
      footing INTEGER NOT NULL DEFAULT 0 CHECK (footing IN (0, 1))
    ) STRICT;
    INSERT INTO indicator_rebuilt
      SELECT id, topic_id, office_id, name, unit, kind, precision, formula, position, NULL, 0 FROM indicator;
    DROP TABLE indicator;
    ALTER TABLE indicator_rebuilt RENAME TO indicator;
    CREATE INDEX indicator_topic ON indicator (topic_id, position);

    ALTER TABLE observation ADD COLUMN evidence TEXT NOT NULL DEFAULT '';
  `,
};
