/** Everything readable of a damaged workspace, in a fresh whole one. */
import Database from 'better-sqlite3';
import { type CheckedFile, checkFile } from '../backups/check-backup.ts';
import { makeSingleFile } from '../backups/single-file.ts';
import { asWritable } from '../database.ts';
import { rebuildDigests } from '../integrity/row-digests.ts';
import { quoted, readTables, type Table } from '../integrity/tables.ts';
import { latestVersion, migrate, schemaVersion } from '../migrate.ts';
import type { Migration } from '../migrations/index.ts';
import { readChapters } from '../queries/chapters.ts';
import { readNumberTables } from '../queries/numbers.ts';
import { readOrganization } from '../queries/organization.ts';
import { readReports } from '../queries/reports.ts';
import { mendReferences } from './mend-references.ts';
import { openDamaged } from './open-damaged.ts';
import type { Row } from './readable-rows.ts';
import { insertRow, salvageTable, type TableSalvage } from './salvage-table.ts';

export interface Salvage {
  tables: TableSalvage[];
  checked: Extract<CheckedFile, { state: 'good' }>;
}

export interface SalvageOptions {
  /** A copy of the damaged file; it is changed. */
  copy: string;
  /** A whole backup, or null. */
  backup: string | null;
  /** Where the fresh file is made; nothing stands there. */
  target: string;
  migrations: readonly Migration[];
}

/** Tables that the first version had already. */
const essential = ['chapter', 'observation', 'organization', 'report'];

/** Whether the program can show all of it: a value may fit its table and still be none that the program knows. */
function isUsable(target: Database.Database): boolean {
  const database = asWritable(target);
  try {
    readOrganization(database);
    readNumberTables(database);
    for (const { id } of readReports(database)) readChapters(database, id);
    return true;
  } catch {
    return false;
  }
}

function openBackup(path: string | null, version: number): Database.Database | null {
  if (path === null) return null;
  const backup = new Database(path, { readonly: true, fileMustExist: true });
  if (schemaVersion(backup) === version) return backup;
  // Another version's rows have other columns.
  backup.close();
  return null;
}

/** Takes out what migrations put into every new file: it would stand in the way of what was in this one. */
function takeGivenRows(target: Database.Database, table: Table): Row[] {
  const columns = table.columns.map(({ name }) => quoted(name)).join(', ');
  const rows = target
    .prepare<[], Row>(`SELECT ${columns} FROM ${quoted(table.name)}`)
    .raw()
    .all();
  if (rows.length > 0) target.exec(`DELETE FROM ${quoted(table.name)}`);
  return rows;
}

function fillTarget(damaged: Database.Database, backup: Database.Database | null, options: SalvageOptions) {
  const target = new Database(options.target);
  try {
    migrate(target, options.migrations);
    target.pragma('foreign_keys = OFF');
    const files = { damaged, backup, target };
    const tables = target.transaction(() => {
      const results = readTables(target).map((table) => {
        const given = takeGivenRows(target, table);
        const result = salvageTable(files, table);
        if (result.read + result.mended + result.older + result.doubtful === 0) {
          for (const row of given) insertRow(target, table, row);
        }
        return result;
      });
      mendReferences(files, results);
      rebuildDigests(target);
      return results;
    })();
    return isUsable(target) ? tables : null;
  } finally {
    target.close();
  }
}

/** Null where too little can be read to make a workspace of it. `target` may then stand there, to be thrown away. */
export function salvage(options: SalvageOptions): Salvage | null {
  const backup = openBackup(options.backup, latestVersion(options.migrations));
  const damaged = openDamaged(options.copy, backup === null ? null : options.backup, essential);
  try {
    if (damaged === null) return null;
    const tables = fillTarget(damaged, backup, options);
    if (tables === null || tables.every(({ read, doubtful }) => read + doubtful === 0)) return null;
    if (!makeSingleFile(options.target)) return null;
    const checked = checkFile(options.target, options.migrations);
    return checked.state === 'good' ? { tables, checked } : null;
  } finally {
    damaged?.close();
    backup?.close();
  }
}
