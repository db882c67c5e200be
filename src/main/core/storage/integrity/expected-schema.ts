/** Whether a file's tables are declared as the migrations declare them: damage may sit in the declarations as well. */
import Database from 'better-sqlite3';
import { schemaVersion } from '../migrate.ts';
import type { Migration } from '../migrations/index.ts';

function declarations(connection: Database.Database): string {
  return JSON.stringify(
    connection
      .prepare(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\' ORDER BY type, name",
      )
      .raw()
      .all(),
  );
}

/** Compares with a fresh file brought to the same version in memory; a version that no migration has is no match. */
export function hasExpectedSchema(connection: Database.Database, migrations: readonly Migration[]): boolean {
  const version = schemaVersion(connection);
  const fresh = new Database(':memory:');
  try {
    for (const migration of migrations) if (migration.version <= version) fresh.exec(migration.sql);
    return (
      (version === 0 || migrations.some((migration) => migration.version === version)) &&
      declarations(fresh) === declarations(connection)
    );
  } finally {
    fresh.close();
  }
}
