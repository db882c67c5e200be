/** One table of a damaged workspace into a fresh file, with the help of a backup where one is at hand. */
import Database from 'better-sqlite3';
import { isWholeAttachment } from '../integrity/attachment-digests.ts';
import { digestOf } from '../integrity/row-digests.ts';
import { quoted, readTables, type Table } from '../integrity/tables.ts';
import { parsedKey, type Row, readableDigests, readReadableRows } from './readable-rows.ts';
import { repairBody } from './repair-body.ts';

export interface TableSalvage {
  table: string;
  /** Rows read as they were written, as far as can be told. */
  read: number;
  /** Rows damaged or gone here, found in the backup exactly as they were last written. */
  mended: number;
  /** Rows damaged or gone here, taken from the backup in an older state. */
  older: number;
  /** Rows that can be read but are not what was written; a person has to look at them. */
  doubtful: number;
  /** Rows of which nothing is left; at least so many where the table and its digests both have holes. */
  lost: number;
}

export interface SalvageFiles {
  damaged: Database.Database;
  /** A whole file of the same version, or null. */
  backup: Database.Database | null;
  /** Fresh, of the newest version, foreign keys off. */
  target: Database.Database;
}

/** Whether SQLite means the row. What a disk answers is no damage of a row, and has undone the whole transaction. */
export function isRefusalOfRow(error: unknown): boolean {
  if (!(error instanceof Database.SqliteError)) return error instanceof TypeError;
  const { code } = error;
  return code.startsWith('SQLITE_CONSTRAINT') || code === 'SQLITE_MISMATCH' || code === 'SQLITE_TOOBIG';
}

/**
 * Puts a row in; false where damage made it one that the table cannot hold, or a twin of one that is there. Throws
 * SQLite's other errors.
 */
export function insertRow(target: Database.Database, table: Table, row: Row): boolean {
  const places = table.columns.map(() => '?').join(', ');
  const columns = table.columns.map(({ name }) => quoted(name)).join(', ');
  try {
    const insert = target.prepare(
      `INSERT OR IGNORE INTO ${quoted(table.name)} (${columns}) VALUES (${places})`,
    );
    return insert.run(...row).changes > 0;
  } catch (error) {
    if (isRefusalOfRow(error)) return false;
    throw error;
  }
}

/** The backup's row of a primary key (values in the key's order), or null. */
export function rowOfBackup(
  backup: Database.Database | null,
  table: Table,
  key: readonly (string | number | null)[],
): Row | null {
  if (backup === null) return null;
  const columns = table.columns.map(({ name }) => quoted(name)).join(', ');
  const where = table.key.map((name) => `${quoted(name)} = ?`).join(' AND ');
  const row = backup
    .prepare<unknown[], Row>(`SELECT ${columns} FROM ${quoted(table.name)} WHERE ${where}`)
    .raw()
    .get(...key);
  return row ?? null;
}

function cellOf(table: Table, row: Row, column: string): unknown {
  return row[table.columns.findIndex(({ name }) => name === column)];
}

function digestOfRow(table: Table, row: Row): string {
  return digestOf(...row.filter((_, index) => table.columns[index]?.isBlob === false));
}

function isSound(table: Table, row: Row, expected: string | undefined): boolean {
  if (expected !== undefined && digestOfRow(table, row) !== expected) return false;
  if (table.name !== 'attachment') return true;
  const bytes = cellOf(table, row, 'bytes');
  const sha256 = cellOf(table, row, 'sha256');
  return bytes instanceof Uint8Array && typeof sha256 === 'string' && isWholeAttachment({ bytes, sha256 });
}

/** The damaged file may be of an older version: columns that it lacks have their declared default, which is read from a row. */
function commonShape(damaged: Database.Database, table: Table): Table | null {
  const own = readTables(damaged).find(({ name }) => name === table.name);
  if (own === undefined) return null;
  const names = new Set(own.columns.map(({ name }) => name));
  return { ...table, columns: table.columns.filter(({ name }) => names.has(name)) };
}

function repaired(table: Table, row: Row): Row {
  return row.map((value, index) =>
    table.columns[index]?.name === 'body' && typeof value === 'string' ? repairBody(value) : value,
  );
}

export function salvageTable(files: SalvageFiles, table: Table): TableSalvage {
  const { damaged, backup, target } = files;
  const result = { table: table.name, read: 0, mended: 0, older: 0, doubtful: 0, lost: 0 };
  const shape = commonShape(damaged, table);
  const { of: expected, complete } = readableDigests(damaged, table.name);
  const { rows, complete: wholeTable } =
    shape === null ? { rows: [], complete: false } : readReadableRows(damaged, shape, expected.keys());
  const keyOf = (row: Row) => JSON.stringify(table.key.map((name) => cellOf(shape ?? table, row, name)));
  const suspects = new Map<string, Row>();
  const done = new Set<string>();

  for (const row of rows) {
    const key = keyOf(row);
    if (done.has(key)) continue;
    const known = expected.get(key);
    const unknownKey = complete && expected.size > 0 && known === undefined;
    if (shape !== null && !unknownKey && isSound(shape, row, known) && insertRow(target, shape, row)) {
      done.add(key);
      result.read += 1;
    } else suspects.set(key, row);
  }

  const fromBackup = (key: string, whichever: boolean): boolean => {
    const row = rowOfBackup(backup, table, parsedKey(key, table.key.length));
    if (row === null) return false;
    const same = expected.has(key) && isSound(table, row, expected.get(key));
    if ((!same && !whichever) || !insertRow(target, table, row)) return false;
    done.add(key);
    if (same) result.mended += 1;
    else result.older += 1;
    return true;
  };

  for (const key of expected.keys()) if (!done.has(key)) fromBackup(key, false);
  for (const [key, row] of suspects) {
    if (done.has(key) || shape === null) continue;
    // Of a text what can be read is the newer state; of all else a value that is known to be wrong helps nobody.
    const ofText = table.name === 'chapter';
    if (!ofText && fromBackup(key, true)) continue;
    if (insertRow(target, shape, repaired(shape, row))) {
      done.add(key);
      result.doubtful += 1;
    }
  }
  for (const key of expected.keys()) if (!done.has(key) && !fromBackup(key, true)) result.lost += 1;
  if (!wholeTable && !complete && result.lost === 0) result.lost = 1;
  return result;
}
