import type { Migration } from './index.ts';

/**
 * What the home screen asks of every report, without reading a text: the columns it adds up stand behind the texts in
 * their rows, and a long text is a chain of pages that would be walked to reach them.
 */
export const homeIndexes: Migration = {
  version: 120,
  sql: `
    CREATE INDEX chapter_home ON chapter (report_id, parent_id, removed_at, id, carried_paragraphs, blank);
    CREATE INDEX chapter_overridden ON chapter (report_id)
      WHERE removed_at IS NULL AND instr(body, '"override":') > 0;
  `,
};
