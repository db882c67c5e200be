/**
 * Handles of the workspace file. A query takes a ReadableDatabase, so that it cannot be handed what lets it write
 * unless its signature says so.
 */
import type Database from 'better-sqlite3';

declare const readableMark: unique symbol;
declare const writableMark: unique symbol;

export type ReadableDatabase = Pick<Database.Database, 'prepare'> & { readonly [readableMark]: true };
export type WritableDatabase = ReadableDatabase & { readonly [writableMark]: true };

/** The one place where a connection becomes a handle; open.ts and the tests of migrations call it. */
export function asWritable(connection: Pick<Database.Database, 'prepare'>): WritableDatabase {
  return connection as unknown as WritableDatabase;
}

const statements = new WeakMap<ReadableDatabase, Map<string, Database.Statement>>();

/** The statement, prepared once for the connection: for what is run for each of many cells. `sql` never holds values. */
export function keptStatement(database: ReadableDatabase, sql: string): Database.Statement {
  const kept = statements.get(database) ?? new Map<string, Database.Statement>();
  statements.set(database, kept);
  const statement = kept.get(sql) ?? database.prepare(sql);
  kept.set(sql, statement);
  return statement;
}

/** To be called when the handle's file was exchanged: its statements belong to the connection that is closed. */
export function forgetStatements(database: ReadableDatabase): void {
  statements.delete(database);
}
