/**
 * A digest of every row, kept by triggers of the connection itself and compared when a file is opened. Bytes of
 * attachments are left out: they carry their own SHA-256, which is compared when they are read.
 */
import { hash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { digestTable, hasDigests, quoted, readTables, type Table } from './tables.ts';

const digestFunction = 'xiangbao_digest';
/** 128 bits: far more than chance damage could meet. */
const digestLength = 32;

/** Of a row's values in the order of the columns, those of bytes left out. */
export function digestOf(...values: unknown[]): string {
  return hash('sha256', JSON.stringify(values)).slice(0, digestLength);
}

function provideFunction(connection: Database.Database): void {
  connection.function(digestFunction, { deterministic: true, varargs: true }, digestOf);
}

function digestExpression(table: Table, row: string): string {
  const columns = table.columns.filter(({ isBlob }) => !isBlob).map(({ name }) => `${row}${quoted(name)}`);
  return `${digestFunction}(${columns.join(', ')})`;
}

function keyExpression(table: Table, row: string): string {
  return `json_array(${table.key.map((name) => `${row}${quoted(name)}`).join(', ')})`;
}

function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** Writes the digests of all rows anew; to be called in the transaction that changed the tables' shape. */
export function rebuildDigests(connection: Database.Database): void {
  if (!hasDigests(connection)) return;
  provideFunction(connection);
  connection.exec(`DELETE FROM ${digestTable}`);
  for (const table of readTables(connection)) {
    connection.exec(
      `INSERT INTO ${digestTable}
        SELECT ${text(table.name)}, ${keyExpression(table, '')}, ${digestExpression(table, '')} FROM ${quoted(table.name)}`,
    );
  }
}

/** From now on every change made through this connection keeps the digests. Nothing of this is left in the file. */
export function keepDigests(connection: Database.Database): void {
  if (!hasDigests(connection)) return;
  provideFunction(connection);
  for (const table of readTables(connection)) {
    const put = `INSERT OR REPLACE INTO ${digestTable}
      VALUES (${text(table.name)}, ${keyExpression(table, 'NEW.')}, ${digestExpression(table, 'NEW.')});`;
    const drop = `DELETE FROM ${digestTable}
      WHERE owner = ${text(table.name)} AND key = ${keyExpression(table, 'OLD.')};`;
    const trigger = (event: string, body: string) =>
      connection.exec(
        `CREATE TEMP TRIGGER IF NOT EXISTS ${quoted(`digest ${event} ${table.name}`)}
          AFTER ${event} ON main.${quoted(table.name)} BEGIN ${body} END`,
      );
    trigger('INSERT', put);
    trigger('UPDATE', `${drop} ${put}`);
    trigger('DELETE', drop);
  }
}

export interface DamagedRow {
  table: string;
  /** The primary key as JSON. */
  key: string;
}

/**
 * Rows that are not what was written, and rows that are gone, at most `limit`. A row without a digest was written by
 * another tool: it is taken as it is. Throws SQLite's errors where the file cannot be read.
 */
export function findDamagedRows(connection: Database.Database, limit = 100): DamagedRow[] {
  if (!hasDigests(connection)) return [];
  provideFunction(connection);
  const found: DamagedRow[] = [];
  for (const table of readTables(connection)) {
    const rows = connection
      .prepare<{ owner: string; limit: number }, string>(
        // Materialized and of the digests' own type, so that SQLite reads each row once and finds it by an index of its
        // own: otherwise every digest is compared with every row.
        `WITH r AS MATERIALIZED (
           SELECT CAST(${keyExpression(table, '')} AS TEXT) AS k, ${digestExpression(table, '')} AS now
             FROM ${quoted(table.name)} NOT INDEXED
         )
         SELECT d.key FROM ${digestTable} d LEFT JOIN r ON r.k = d.key
          WHERE d.owner = :owner AND (r.k IS NULL OR r.now <> d.digest) LIMIT :limit`,
      )
      .pluck()
      .all({ owner: table.name, limit: limit - found.length });
    found.push(...rows.map((key) => ({ table: table.name, key })));
    if (found.length >= limit) return found;
  }
  const owners = new Set(readTables(connection).map(({ name }) => name));
  const stray = connection.prepare<[], string>(`SELECT DISTINCT owner FROM ${digestTable}`).pluck().all();
  found.push(...stray.filter((owner) => !owners.has(owner)).map((table) => ({ table, key: '' })));
  return found;
}
