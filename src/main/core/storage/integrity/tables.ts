/** The tables of people's work as the file itself names them, so that nothing here has to follow the migrations. */
import type Database from 'better-sqlite3';

export interface Table {
  name: string;
  /** In the order of the declaration. */
  columns: { name: string; isBlob: boolean }[];
  /** The columns of the primary key, in its order. */
  key: string[];
}

/** The table that holds the digests; it has none itself. */
export const digestTable = 'row_digest';

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

interface ColumnRow {
  name: string;
  type: string;
  pk: number;
}

/** All tables but SQLite's own and that of the digests, by name. */
export function readTables(connection: Database.Database): Table[] {
  const names = connection
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema
        WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> '${digestTable}' ORDER BY name`,
    )
    .pluck()
    .all();
  return names.map((name) => {
    const rows = connection
      .prepare<[string], ColumnRow>('SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid')
      .all(name);
    return {
      name,
      columns: rows.map((row) => ({ name: row.name, isBlob: row.type === 'BLOB' })),
      key: rows
        .filter((row) => row.pk > 0)
        .sort((a, b) => a.pk - b.pk)
        .map((row) => row.name),
    };
  });
}

export function hasDigests(connection: Database.Database): boolean {
  return (
    connection
      .prepare('SELECT 1 FROM sqlite_schema WHERE type = ? AND name = ?')
      .get('table', digestTable) !== undefined
  );
}
