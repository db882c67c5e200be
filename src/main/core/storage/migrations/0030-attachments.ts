import type { Migration } from './index.ts';

/** What an imported report came from: the file itself, byte by byte, and the pictures that it holds. */
export const attachments: Migration = {
  version: 30,
  sql: `
    CREATE TABLE attachment (
      id TEXT PRIMARY KEY,
      report_id TEXT NOT NULL REFERENCES report (id),
      position INTEGER NOT NULL CHECK (position >= 0),
      kind TEXT NOT NULL CHECK (kind IN ('original', 'picture')),
      name TEXT NOT NULL CHECK (name <> ''),
      media_type TEXT NOT NULL,
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      bytes BLOB NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX attachment_report ON attachment (report_id, position);
  `,
};
