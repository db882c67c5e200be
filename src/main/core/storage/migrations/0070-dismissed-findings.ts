import type { Migration } from './index.ts';

/** Findings that a person has set aside, with the reason. Taking one back keeps the row. */
export const dismissedFindings: Migration = {
  version: 70,
  sql: `
    CREATE TABLE dismissed_finding (
      report_id TEXT NOT NULL REFERENCES report (id),
      -- Made of the rule and the words it concerns: other words are another finding.
      finding_id TEXT NOT NULL,
      reason TEXT NOT NULL CHECK (reason <> ''),
      dismissed_at TEXT NOT NULL,
      restored_at TEXT,
      PRIMARY KEY (report_id, finding_id)
    ) STRICT;
  `,
};
