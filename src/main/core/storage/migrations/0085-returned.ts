import type { Migration } from './index.ts';

/**
 * What an edited file that comes back is compared with: the report as it was printed when it was exported. And the files
 * that came back, so that they can be looked at again.
 */
export const returned: Migration = {
  version: 85,
  sql: `
    -- The same words exported again are the same base.
    CREATE TABLE returned_base (
      report_id TEXT NOT NULL REFERENCES report (id),
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      look TEXT NOT NULL CHECK (look IN ('formal', 'plain', 'public')),
      blocks TEXT NOT NULL CHECK (json_valid(blocks)),
      exported_at TEXT NOT NULL,
      PRIMARY KEY (report_id, sha256)
    ) STRICT;

    CREATE TABLE returned_file (
      id TEXT PRIMARY KEY,
      report_id TEXT NOT NULL REFERENCES report (id),
      name TEXT NOT NULL CHECK (name <> ''),
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      bytes BLOB NOT NULL,
      received_at TEXT NOT NULL,
      -- Null until something of it was taken in.
      accepted_at TEXT,
      UNIQUE (report_id, sha256)
    ) STRICT;
  `,
};
