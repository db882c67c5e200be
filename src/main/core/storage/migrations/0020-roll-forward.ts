import type { Migration } from './index.ts';

/**
 * What an honest roll forward has to remember: last year's text as it stood when this year was begun from it (so that
 * later corrections can be told from this year's own work), last year's promises and how they were answered, and what
 * a person decided about quantities of imported reports.
 */
export const rollForward: Migration = {
  version: 20,
  sql: `
    CREATE TABLE roll_base (
      chapter_id TEXT PRIMARY KEY REFERENCES chapter (id),
      predecessor_chapter_id TEXT NOT NULL REFERENCES chapter (id),
      body TEXT NOT NULL CHECK (json_valid(body))
    ) STRICT;

    CREATE TABLE promise (
      id TEXT PRIMARY KEY,
      report_id TEXT NOT NULL REFERENCES report (id),
      position INTEGER NOT NULL CHECK (position >= 0),
      text TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'postponed', 'dropped')),
      chapter_id TEXT REFERENCES chapter (id),
      passage TEXT NOT NULL,
      reason TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      CHECK (state NOT IN ('postponed', 'dropped') OR reason <> '')
    ) STRICT;
    CREATE INDEX promise_report ON promise (report_id, position);

    -- An indicator of NULL: a person said that these words name none of the indicators.
    CREATE TABLE remembered_choice (
      words TEXT NOT NULL,
      unit TEXT NOT NULL,
      indicator_id TEXT REFERENCES indicator (id),
      chosen_at TEXT NOT NULL,
      PRIMARY KEY (words, unit)
    ) STRICT;
  `,
};
