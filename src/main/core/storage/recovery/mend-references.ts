/** Rows that refer to what could not be salvaged: what they refer to is looked for in the backup, or stood in for. */
import type Database from 'better-sqlite3';
import { quoted, readTables } from '../integrity/tables.ts';
import {
  insertRow,
  isRefusalOfRow,
  rowOfBackup,
  type SalvageFiles,
  type TableSalvage,
} from './salvage-table.ts';

interface ForeignKeyColumn {
  id: number;
  parent: string;
  from: string;
}

/** A report of which only chapters are left. Its year is the earliest free one: the true one is not known. */
const standInTitle = '（抢救）原报告的标题等资料已损坏，请核对后重新填写';

function standInReport(target: Database.Database, id: string): void {
  target.exec("INSERT OR IGNORE INTO template VALUES ('salvaged', '0', '{}')");
  target
    .prepare(
      `INSERT INTO report (id, template_key, template_version, year, title, document_number, addressee, signature,
                           state, origin, created_at, updated_at)
       SELECT ?, 'salvaged', '0', 1949 + count(*), ?, '', '', '', 'draft', 'imported', '', ''
         FROM report WHERE template_key = 'salvaged'`,
    )
    .run(id, standInTitle);
}

function foreignKeys(target: Database.Database, table: string): Map<number, ForeignKeyColumn[]> {
  const keys = new Map<number, ForeignKeyColumn[]>();
  const rows = target
    .prepare<[string], ForeignKeyColumn>(
      'SELECT id, "table" AS parent, "from" FROM pragma_foreign_key_list(?) ORDER BY id, seq',
    )
    .all(table);
  for (const row of rows) keys.set(row.id, [...(keys.get(row.id) ?? []), row]);
  return keys;
}

/**
 * Afterwards no row refers to nothing. In order: the parent from the backup; a stand-in for a report, so that its
 * chapters stay; an empty reference where one is allowed; else the row itself is counted as lost and left out.
 */
export function mendReferences(files: SalvageFiles, results: TableSalvage[]): void {
  const { target, backup } = files;
  const tables = readTables(target);
  const resultOf = (name: string) => results.find(({ table }) => table === name);

  const mend = (table: string, columns: ForeignKeyColumn[], last: boolean): boolean => {
    const [{ parent } = { parent: '' }] = columns;
    const parentTable = tables.find(({ name }) => name === parent);
    if (parentTable === undefined) return false;
    const from = columns.map((column) => quoted(column.from));
    const match = columns.map(
      (column, index) => `p.${quoted(parentTable.key[index] ?? '')} = c.${quoted(column.from)}`,
    );
    const dangling = `${from.map((name) => `c.${name} IS NOT NULL`).join(' AND ')}
      AND NOT EXISTS (SELECT 1 FROM ${quoted(parent)} p WHERE ${match.join(' AND ')})`;
    const missing = target
      .prepare<[], (string | number | null)[]>(
        `SELECT DISTINCT ${from.map((name) => `c.${name}`).join(', ')} FROM ${quoted(table)} c WHERE ${dangling}`,
      )
      .raw()
      .all();
    for (const key of missing) {
      const row = rowOfBackup(backup, parentTable, key);
      const result = resultOf(parent);
      if (row !== null && insertRow(target, parentTable, row)) {
        if (result) result.older += 1;
      } else if (parent === 'report' && typeof key[0] === 'string' && table === 'chapter') {
        standInReport(target, key[0]);
        if (result) result.doubtful += 1;
      } else if (last) {
        const where = from.map((name) => `c.${name} = ?`).join(' AND ');
        try {
          target
            .prepare(
              `UPDATE ${quoted(table)} AS c SET ${from.map((name) => `${name} = NULL`).join(', ')} WHERE ${where}`,
            )
            .run(...key);
        } catch (error) {
          if (!isRefusalOfRow(error)) throw error;
          // The reference must not be empty.
          const gone = target.prepare(`DELETE FROM ${quoted(table)} AS c WHERE ${where}`).run(...key).changes;
          const own = resultOf(table);
          if (own) own.lost += gone;
        }
      }
    }
    return missing.length > 0;
  };

  // A parent brought in may itself refer to something; each round brings in at least one generation.
  for (let round = 0; round < tables.length; round += 1) {
    let changed = false;
    for (const { name } of tables) {
      for (const columns of foreignKeys(target, name).values()) {
        changed = mend(name, columns, round >= tables.length / 2) || changed;
      }
    }
    if (!changed) return;
  }
}
