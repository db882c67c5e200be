import type { Migration } from './index.ts';

/** Indicators and topics can be put out of sight, and back. */
export const removedIndicators: Migration = {
  version: 55,
  sql: `
    ALTER TABLE indicator ADD COLUMN removed_at TEXT;
    ALTER TABLE topic ADD COLUMN removed_at TEXT;
  `,
};
