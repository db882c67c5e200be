import type { Migration } from './index.ts';

/** Numbers out to the offices and back: what was sent, what was taken in, and by what a workspace is known. */
export const exchange: Migration = {
  version: 60,
  sql: `
    -- Kept with the file: a copy of the workspace is the same workspace.
    CREATE TABLE workspace_identity (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      workspace_id TEXT NOT NULL
    ) STRICT;
    INSERT INTO workspace_identity VALUES (1, lower(hex(randomblob(16))));

    CREATE TABLE office_issue (
      office_id TEXT NOT NULL REFERENCES office (id),
      year INTEGER NOT NULL CHECK (year BETWEEN 1949 AND 2199),
      number INTEGER NOT NULL CHECK (number >= 1),
      file_name TEXT NOT NULL,
      asked INTEGER NOT NULL CHECK (asked > 0),
      issued_by TEXT NOT NULL,
      issued_at TEXT NOT NULL,
      PRIMARY KEY (office_id, year, number)
    ) STRICT, WITHOUT ROWID;

    -- A log: rows are added, never changed.
    CREATE TABLE office_supply (
      id INTEGER PRIMARY KEY,
      indicator_id TEXT NOT NULL REFERENCES indicator (id),
      year INTEGER NOT NULL CHECK (year BETWEEN 1949 AND 2199),
      -- Empty where the workbook did not say whose it is.
      office_id TEXT NOT NULL,
      office_name TEXT NOT NULL,
      issue INTEGER,
      file_name TEXT NOT NULL,
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      kind TEXT NOT NULL CHECK (kind IN ('number', 'notApplicable')),
      value TEXT CHECK ((kind = 'number') = (value IS NOT NULL)),
      accepted_by TEXT NOT NULL,
      accepted_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX office_supply_cell ON office_supply (year, indicator_id, id);
  `,
};
