import type Database from 'better-sqlite3';
import { rebuildDigests } from './integrity/row-digests.ts';
import type { Migration } from './migrations/index.ts';

/** «XBDB»: marks a SQLite file as a workspace of this program. */
export const applicationId = 0x58424442;

/** The version that the file is at; 0 for a new one. */
export function schemaVersion(connection: Database.Database): number {
  return Number(connection.pragma('user_version', { simple: true }));
}

/** The version that the migrations lead to; they stand in rising order. */
export function latestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

/**
 * Brings the file to the latest version, all steps in one transaction: after a failure it is as it was before. Foreign
 * keys are switched off meanwhile, because a table that others refer to can only be rebuilt so (sqlite.org,
 * lang_altertable, 7); before the transaction ends all of them are checked.
 */
export function migrate(connection: Database.Database, migrations: readonly Migration[]): void {
  const from = schemaVersion(connection);
  connection.pragma('foreign_keys = OFF');
  try {
    connection
      .transaction(() => {
        for (const migration of migrations) {
          if (migration.version <= from) continue;
          connection.exec(migration.sql);
          connection.pragma(`user_version = ${migration.version}`);
        }
        const dangling = connection.prepare('SELECT count(*) FROM pragma_foreign_key_check').pluck().get();
        if (dangling !== 0)
          throw new Error(`migration left ${String(dangling)} rows without what they refer to`);
        connection.pragma(`application_id = ${applicationId}`);
        rebuildDigests(connection);
      })
      .exclusive();
  } finally {
    connection.pragma('foreign_keys = ON');
  }
}
