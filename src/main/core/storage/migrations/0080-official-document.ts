import { emptyImprint } from '../../../../shared/domain/imprint.ts';
import type { Migration } from './index.ts';

/**
 * What an official document needs beside its text: the elements of its red head and 版记, attachments, the recipient's
 * format, and a log of everything that left the program.
 */
export const officialDocument: Migration = {
  version: 80,
  sql: `
    CREATE TABLE format_profile (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      content TEXT NOT NULL CHECK (json_valid(content)),
      updated_at TEXT NOT NULL,
      removed_at TEXT
    ) STRICT;

    ALTER TABLE report ADD COLUMN imprint TEXT NOT NULL DEFAULT '${JSON.stringify(emptyImprint)}'
      CHECK (json_valid(imprint));
    -- Null: the national standard.
    ALTER TABLE report ADD COLUMN format_profile_id TEXT REFERENCES format_profile (id);

    -- An attachment is stored as a section that is one: the kinds of the first version stand in a CHECK that only a
    -- rebuilt table could change, and half the tables refer to this one.
    ALTER TABLE chapter ADD COLUMN is_attachment INTEGER NOT NULL DEFAULT 0
      CHECK (is_attachment = 0 OR (is_attachment = 1 AND kind = 'section' AND parent_id IS NULL));

    -- Names, sizes and sums of what was written; never its contents.
    CREATE TABLE export_record (
      id TEXT PRIMARY KEY,
      report_id TEXT NOT NULL REFERENCES report (id),
      exported_at TEXT NOT NULL,
      look TEXT NOT NULL CHECK (look IN ('formal', 'plain', 'public')),
      mode TEXT NOT NULL CHECK (mode IN ('formal', 'draft')),
      -- What the person saw as the destination: a drive's label or a folder's name.
      destination TEXT NOT NULL,
      files TEXT NOT NULL CHECK (json_valid(files)),
      -- '' where it succeeded, else the code of the failure.
      failure TEXT NOT NULL
    ) STRICT;
    CREATE INDEX export_record_report ON export_record (report_id, exported_at);
  `,
};
