/** An empty workspace made ready to take the present one's place, beside it; nothing of the present one is touched yet. */
import { basename } from 'node:path';
import Database from 'better-sqlite3';
import { done, type Outcome } from '../../../../shared/errors.ts';
import { asWritable, type WritableDatabase } from '../database.ts';
import { keepDigests } from '../integrity/row-digests.ts';
import { migrate } from '../migrate.ts';
import type { Migration } from '../migrations/index.ts';
import { makeSingleFile } from './single-file.ts';
import { type StorageFiles, syncFile, writeFailure } from './storage-files.ts';
import { temporaryPath, withCompanions } from './temporary-files.ts';

export interface EmptyPlace {
  workspaceFolder: string;
  /** Writes what shall stand in it from the beginning. */
  fill: (database: WritableDatabase) => void;
  migrations: readonly Migration[];
  files: StorageFiles;
}

/** Its path. Errors: file.diskFull, file.readOnly, file.writeFailed; after an error nothing of it is left. */
export async function prepareEmpty({
  workspaceFolder,
  fill,
  migrations,
  files,
}: EmptyPlace): Promise<Outcome<string>> {
  const path = temporaryPath(workspaceFolder);
  try {
    const connection = new Database(path);
    try {
      migrate(connection, migrations);
      keepDigests(connection);
      fill(asWritable(connection));
    } finally {
      connection.close();
    }
    makeSingleFile(path);
    await syncFile(path, files);
    return done(path);
  } catch (error) {
    for (const file of withCompanions(path)) await files.rm(file, { force: true }).catch(() => undefined);
    return writeFailure(error, basename(workspaceFolder));
  }
}
