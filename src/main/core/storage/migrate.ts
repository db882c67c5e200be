import type Database from 'better-sqlite3';
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

/** Brings the file to the latest version, all steps in one transaction: after a failure it is as it was before. */
export function migrate(connection: Database.Database, migrations: readonly Migration[]): void {
  const from = schemaVersion(connection);
  connection
    .transaction(() => {
      for (const migration of migrations) {
        if (migration.version <= from) continue;
        connection.exec(migration.sql);
        connection.pragma(`user_version = ${migration.version}`);
      }
      connection.pragma(`application_id = ${applicationId}`);
    })
    .exclusive();
}
