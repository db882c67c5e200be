import type { Migration } from './index.ts';

/** What a person said about headings of imported reports: which chapter of the template they stand for. */
export const rememberedHeadings: Migration = {
  version: 40,
  sql: `
    -- A chapter of NULL: a person said that this heading stands for none of the template's chapters.
    CREATE TABLE remembered_heading (
      words TEXT NOT NULL,
      template_key TEXT NOT NULL,
      chapter_key TEXT,
      chosen_at TEXT NOT NULL,
      PRIMARY KEY (words, template_key)
    ) STRICT;
  `,
};
