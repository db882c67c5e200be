/** Rows of a damaged table: from both ends as far as they can be read, then one by one across the hole between. */
import Database from 'better-sqlite3';
import { digestTable, quoted, type Table } from '../integrity/tables.ts';

export type Row = unknown[];

export interface ReadableRows {
  /** In no order; a row may come twice. */
  rows: Row[];
  /** Whether every page of the table could be read. */
  complete: boolean;
}

/** Rows tried one by one in a hole; a township's tables have some hundreds or thousands. */
const mostProbes = 20_000;
/**
 * So many failures one behind another mean pages that cannot be reached, and each failure costs a tenth of a millisecond:
 * from there on every so-manieth row is tried until one can be read, and those skipped before it then, too.
 */
const patience = 500;
const stride = 32;

/** Runs `read` and tells whether SQLite got to its end; what else is thrown is a bug. */
function readsToTheEnd(read: () => void): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (error instanceof Database.SqliteError) return false;
    throw error;
  }
}

export interface ReadableDigests {
  /** By primary key as JSON. */
  of: Map<string, string>;
  /** Whether all of them could be read: only then does a row without one mean anything. */
  complete: boolean;
}

/** What the digests say there should be, as far as they can be read. */
export function readableDigests(connection: Database.Database, owner: string): ReadableDigests {
  const digests = new Map<string, string>();
  for (const order of ['ASC', 'DESC']) {
    const whole = readsToTheEnd(() => {
      const rows = connection
        .prepare<[string], [string, string]>(
          `SELECT key, digest FROM ${digestTable} WHERE owner = ? ORDER BY key ${order}`,
        )
        .raw();
      for (const [key, digest] of rows.iterate(owner)) digests.set(key, digest);
    });
    if (whole) return { of: digests, complete: order === 'ASC' };
  }
  return { of: digests, complete: false };
}

/** `keys` are primary keys as JSON, tried where the table has no row numbers to count along. */
export function readReadableRows(
  connection: Database.Database,
  table: Table,
  keys: Iterable<string>,
): ReadableRows {
  const columns = table.columns.map(({ name }) => quoted(name)).join(', ');
  const from = `FROM ${quoted(table.name)}`;
  const hasRowNumbers = readsToTheEnd(() => connection.prepare(`SELECT rowid ${from}`));
  return hasRowNumbers
    ? readByNumber(connection, columns, from)
    : readByKey(connection, columns, from, table.key, keys);
}

function readByNumber(connection: Database.Database, columns: string, from: string): ReadableRows {
  const rows: Row[] = [];
  let upTo = 0;
  let downTo = Number.POSITIVE_INFINITY;
  const scan = (order: string, seen: (row: number) => void) =>
    readsToTheEnd(() => {
      const all = connection
        .prepare<[], [number, ...Row]>(`SELECT rowid, ${columns} ${from} NOT INDEXED ORDER BY rowid ${order}`)
        .raw();
      for (const [number, ...row] of all.iterate()) {
        rows.push(row);
        seen(number);
      }
    });
  const complete = scan('ASC', (number) => {
    upTo = number;
  });
  if (complete) return { rows, complete };
  scan('DESC', (number) => {
    downTo = number;
  });
  const last = Math.min(downTo - 1, upTo + mostProbes);
  readsToTheEnd(() => {
    const one = connection.prepare<[number], Row>(`SELECT ${columns} ${from} WHERE rowid = ?`).raw();
    const probe = (number: number) =>
      readsToTheEnd(() => {
        const row = one.get(number);
        if (row !== undefined) rows.push(row);
      });
    let failures = 0;
    for (let number = upTo + 1; number <= last; number += failures < patience ? 1 : stride) {
      if (!probe(number)) {
        failures += 1;
        continue;
      }
      if (failures > patience) for (let back = number - stride + 1; back < number; back += 1) probe(back);
      failures = 0;
    }
  });
  return { rows, complete };
}

function readByKey(
  connection: Database.Database,
  columns: string,
  from: string,
  key: readonly string[],
  keys: Iterable<string>,
): ReadableRows {
  const rows: Row[] = [];
  const scan = (order: string) =>
    readsToTheEnd(() => {
      const by = key.map((name) => `${quoted(name)} ${order}`).join(', ');
      const all = connection.prepare<[], Row>(`SELECT ${columns} ${from} ORDER BY ${by}`).raw();
      for (const row of all.iterate()) rows.push(row);
    });
  if (scan('ASC')) return { rows, complete: true };
  scan('DESC');
  readsToTheEnd(() => {
    const where = key.map((name) => `${quoted(name)} = ?`).join(' AND ');
    const one = connection.prepare<unknown[], Row>(`SELECT ${columns} ${from} WHERE ${where}`).raw();
    for (const json of keys) {
      readsToTheEnd(() => {
        const row = one.get(...parsedKey(json, key.length));
        if (row !== undefined) rows.push(row);
      });
    }
  });
  return { rows, complete: false };
}

/** A key that damage made unreadable finds nothing. */
export function parsedKey(json: string, length: number): (string | number | null)[] {
  let values: unknown = null;
  try {
    values = JSON.parse(json);
  } catch {
    // Damaged; see above.
  }
  const list = Array.isArray(values) ? values : [];
  return Array.from({ length }, (_, index) => {
    const value: unknown = list[index];
    return typeof value === 'string' || typeof value === 'number' ? value : null;
  });
}
