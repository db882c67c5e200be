import type { Migration } from './index.ts';

/** States of a report that can be gone back to. */
export const reportStates: Migration = {
  version: 100,
  sql: `
    CREATE TABLE report_state (
      id TEXT PRIMARY KEY,
      report_id TEXT NOT NULL REFERENCES report (id),
      kept_at TEXT NOT NULL,
      reason TEXT NOT NULL
        CHECK (reason IN ('work', 'export', 'roll', 'import', 'restore', 'final', 'manual')),
      characters INTEGER NOT NULL,
      -- Of the content before it was compressed.
      sha256 TEXT NOT NULL,
      -- JSON, deflated without a header.
      content BLOB NOT NULL
    ) STRICT;
    CREATE INDEX report_state_report ON report_state (report_id, kept_at);
  `,
};
