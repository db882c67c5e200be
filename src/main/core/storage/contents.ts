/** What a workspace file holds, counted from the file itself, and a fingerprint by which two files are compared. */
import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { ContentCounts } from '../../../shared/contract.ts';
import { quoted, readTables } from './integrity/tables.ts';

/** Chapters count where they and their report are in sight. */
export interface Contents extends ContentCounts {
  /** Equal for two files of one version that hold the same; times and revisions do not count. */
  fingerprint: string;
  /** ISO 8601; null where nothing was ever written. */
  lastWrittenAt: string | null;
}

const whiteSpace = /^\s$/u;

/** Columns that change although nothing that a person wrote does. */
const incidental = new Set(['updated_at', 'created_at', 'chosen_at', 'imported_at', 'revision']);

/** Earlier states grow while the work stays the same; what they hold was the work once. */
const historyTable = 'report_state';

/** Characters that are no white space. Every text of the workspace is counted so, hence without making anything of it. */
function visible(text: string): number {
  let count = 0;
  for (const character of text) if (!whiteSpace.test(character)) count += 1;
  return count;
}

/** Every `text` of a document, whatever nodes it is nested in. */
function charactersOf(node: unknown): number {
  if (Array.isArray(node)) return node.reduce((sum: number, child) => sum + charactersOf(child), 0);
  if (typeof node !== 'object' || node === null) return 0;
  return Object.entries(node).reduce(
    (sum, [name, value]) =>
      sum + (name === 'text' && typeof value === 'string' ? visible(value) : charactersOf(value)),
    0,
  );
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** Counts what every version of the tables has had. Throws SQLite's errors where the file cannot be read. */
export function readCounts(connection: Database.Database): ContentCounts {
  const count = (sql: string) => Number(connection.prepare(sql).pluck().get());
  const chapters = connection.prepare<[], { heading: string; body: string }>(
    `SELECT heading, body FROM chapter WHERE removed_at IS NULL
        AND report_id IN (SELECT id FROM report WHERE removed_at IS NULL)`,
  );
  let inSight = 0;
  let characters = 0;
  for (const { heading, body } of chapters.iterate()) {
    inSight += 1;
    characters += visible(heading) + charactersOf(parsed(body));
  }
  return {
    reports: count('SELECT count(*) FROM report WHERE removed_at IS NULL'),
    chapters: inSight,
    characters,
    observations: count("SELECT count(*) FROM observation WHERE kind <> 'empty'"),
  };
}

function fingerprintOf(connection: Database.Database): string {
  const sum = createHash('sha256');
  for (const table of readTables(connection)) {
    if (table.name === historyTable) continue;
    const columns = table.columns.filter(({ name, isBlob }) => !isBlob && !incidental.has(name));
    const rows = connection
      .prepare(
        `SELECT ${columns.map(({ name }) => quoted(name)).join(', ')} FROM ${quoted(table.name)}
          ORDER BY ${table.key.map(quoted).join(', ')}`,
      )
      .raw();
    sum.update(table.name);
    for (const row of rows.iterate()) sum.update(JSON.stringify(row));
  }
  return sum.digest('hex');
}

/** Throws SQLite's errors where the file cannot be read. */
export function readContents(connection: Database.Database): Contents {
  const lastWrittenAt = connection
    .prepare<[], string | null>(
      `SELECT max(at) FROM (SELECT max(updated_at) AS at FROM report UNION ALL
         SELECT max(updated_at) FROM chapter UNION ALL SELECT max(updated_at) FROM observation)`,
    )
    .pluck()
    .get();
  return {
    ...readCounts(connection),
    fingerprint: fingerprintOf(connection),
    lastWrittenAt: lastWrittenAt || null,
  };
}
