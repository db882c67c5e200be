/** A workspace file that is not open: whether it is whole, and what it holds. */
import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { type Contents, readContents } from '../contents.ts';
import { findDamagedAttachments } from '../integrity/attachment-digests.ts';
import { inspectContent } from '../integrity/inspect.ts';
import { applicationId, schemaVersion } from '../migrate.ts';
import type { Migration } from '../migrations/index.ts';

export type CheckedFile =
  | { state: 'good'; version: number; contents: Contents }
  /** Made by a newer program. */
  | { state: 'newer' }
  | { state: 'damaged' };

/**
 * Opens the file at `path` without changing it and reads all of it: structure, digests of rows and attachments,
 * counts. An unreadable, foreign or empty file is `damaged`.
 */
export function checkFile(path: string, migrations: readonly Migration[]): CheckedFile {
  if (!existsSync(path)) return { state: 'damaged' };
  let connection: Database.Database | undefined;
  try {
    connection = new Database(path, { readonly: true, fileMustExist: true });
    const problem = inspectContent(connection, migrations, 'whole');
    if (problem?.code === 'workspace.newer') return { state: 'newer' };
    const id = Number(connection.pragma('application_id', { simple: true }));
    if (problem !== null || id !== applicationId || findDamagedAttachments(connection).length > 0)
      return { state: 'damaged' };
    return { state: 'good', version: schemaVersion(connection), contents: readContents(connection) };
  } catch (error) {
    if (error instanceof Database.SqliteError) return { state: 'damaged' };
    throw error;
  } finally {
    connection?.close();
  }
}
