/**
 * A way out of a workspace that cannot be opened: what a backup and what a salvage would bring back is told first;
 * then one of them takes the workspace's place, and the damaged file is put aside, never deleted.
 */
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import type { ContentCounts } from '../../../../shared/contract.ts';
import { done, type ErrorCode, failed, type Outcome } from '../../../../shared/errors.ts';
import type { Clock, Holder } from '../../ports.ts';
import { backupFolderOf } from '../backups/backup-name.ts';
import { createBackupShelf, type ListedBackup } from '../backups/list-backups.ts';
import { prepareRestore } from '../backups/prepare-restore.ts';
import { nodeStorageFiles, type StorageFiles, writeFailure } from '../backups/storage-files.ts';
import { removeLeftovers, temporaryPath, withCompanions } from '../backups/temporary-files.ts';
import { inspectContent, inspectFile } from '../integrity/inspect.ts';
import { acquireLock, type WorkspaceLock } from '../lock.ts';
import { type Migration, migrations as shippedMigrations } from '../migrations/index.ts';
import { lockFileName, workspaceFileName } from '../open.ts';
import { failureOfSqliteError } from '../sqlite-failure.ts';
import { noteRecovery } from './note-recovery.ts';
import { finishExchange, writeDownExchange } from './pending-exchange.ts';
import { type Salvage, salvage } from './salvage.ts';

export interface RecoverOptions {
  folder: string;
  holder: Holder;
  clock: Clock;
  migrations?: readonly Migration[];
  files?: StorageFiles;
}

export interface RecoveryPlan {
  /** What is wrong. */
  code: ErrorCode;
  /** Whole backups, newest first. */
  backups: { id: string; at: Date; counts: ContentCounts }[];
  /** Null where nothing can be read. */
  salvage: { counts: ContentCounts; tables: Salvage['tables'] } | null;
}

/** `newest`: the newest whole backup. */
export type RecoverFrom = { kind: 'salvage' } | { kind: 'newest' } | { kind: 'backup'; id: string };

/** Above every revision that a window of the damaged workspace may still hold. */
const revisionsUsed = 1_000_000;

interface Patient {
  options: Required<RecoverOptions>;
  path: string;
  code: ErrorCode;
  /** Whole ones, newest first. */
  backups: ListedBackup[];
}

function countsOf({ reports, chapters, characters, observations }: ContentCounts): ContentCounts {
  return { reports, chapters, characters, observations };
}

/** A copy of the file and its write-ahead log beside it, so that the damaged ones are never opened. */
function copyForReading(path: string, folder: string): string {
  const copy = temporaryPath(folder);
  for (const ending of ['', '-wal', '-journal']) {
    if (existsSync(`${path}${ending}`)) copyFileSync(`${path}${ending}`, `${copy}${ending}`);
  }
  return copy;
}

function remove(path: string): void {
  for (const file of withCompanions(path)) rmSync(file, { force: true });
}

/** What is wrong with the workspace, looked at in a copy; null for a whole one. */
function diagnose(path: string, options: Required<RecoverOptions>): ErrorCode | null {
  const suspicion = inspectFile(path, options.folder);
  if (suspicion !== null) return suspicion;
  if (!existsSync(path)) return null;
  const copy = copyForReading(path, options.folder);
  try {
    const connection = new Database(copy);
    try {
      return inspectContent(connection, options.migrations, 'whole')?.code ?? null;
    } finally {
      connection.close();
    }
  } finally {
    remove(copy);
  }
}

/** Failures: workspace.locked, file.diskFull, workspace.notWritable where the folder is none, or takes no file. */
function lockOf(folder: string, holder: Holder): Outcome<WorkspaceLock> {
  try {
    return acquireLock(join(folder, lockFileName), holder);
  } catch (error) {
    const code = failureOfSqliteError(error);
    if (code === null) throw error;
    return code === 'storage.full'
      ? writeFailure(error, lockFileName)
      : failed('workspace.notWritable', { path: folder });
  }
}

/** Runs `work` with the workspace's lock held. Failures: those of lockOf, recovery.notNeeded, workspace.newer, file.*. */
async function withPatient<T>(
  given: RecoverOptions,
  work: (patient: Patient) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const options = { migrations: shippedMigrations, files: nodeStorageFiles, ...given };
  const { folder, migrations, files } = options;
  const path = join(folder, workspaceFileName);
  if (!existsSync(folder)) return failed('recovery.notNeeded', { path });
  const lock = lockOf(folder, options.holder);
  if (!lock.ok) return lock;
  try {
    finishExchange(folder);
    removeLeftovers([folder, backupFolderOf(folder)]);
    const code = diagnose(path, options);
    if (code === null) return failed('recovery.notNeeded', { path });
    if (code === 'workspace.newer') return failed(code, { path });
    const all = await createBackupShelf(folder, migrations, files).list();
    const backups = all.filter(({ checked }) => checked.state === 'good');
    return await work({ options, path, code, backups });
  } catch (error) {
    return writeFailure(error, workspaceFileName);
  } finally {
    lock.value.release();
  }
}

/** The salvaged file, ready to take the workspace's place; null, with nothing left, where it cannot be had. */
function salvageBeside({ options, path, backups }: Patient): { file: string; found: Salvage } | null {
  if (!existsSync(path)) return null;
  const copy = copyForReading(path, options.folder);
  const file = temporaryPath(options.folder);
  let found: Salvage | null = null;
  try {
    found = salvage({ copy, backup: backups[0]?.path ?? null, target: file, migrations: options.migrations });
    return found === null ? null : { file, found };
  } finally {
    remove(copy);
    if (found === null) remove(file);
  }
}

/** What could be done, and what each way would bring back; nothing is changed. */
export function planRecovery(options: RecoverOptions): Promise<Outcome<RecoveryPlan>> {
  return withPatient(options, async (patient) => {
    const salvaged = salvageBeside(patient);
    if (salvaged !== null) remove(salvaged.file);
    return done({
      code: patient.code,
      backups: patient.backups.flatMap(({ id, at, checked }) =>
        checked.state === 'good' ? [{ id, at, counts: countsOf(checked.contents) }] : [],
      ),
      salvage:
        salvaged === null
          ? null
          : { counts: countsOf(salvaged.found.checked.contents), tables: salvaged.found.tables },
    });
  });
}

async function prepare(
  patient: Patient,
  from: RecoverFrom,
): Promise<Outcome<{ file: string; counts: ContentCounts }>> {
  const { path, backups, options } = patient;
  if (from.kind === 'salvage') {
    const salvaged = salvageBeside(patient);
    if (salvaged === null) return failed('recovery.nothingReadable', { path });
    return done({ file: salvaged.file, counts: countsOf(salvaged.found.checked.contents) });
  }
  const backup = from.kind === 'newest' ? backups[0] : backups.find(({ id }) => id === from.id);
  if (backup === undefined) {
    return from.kind === 'newest' ? failed('recovery.noBackup', { path }) : failed('backup.notFound');
  }
  const prepared = await prepareRestore({
    backup: backup.path,
    workspaceFolder: options.folder,
    newestRevision: revisionsUsed,
    migrations: options.migrations,
    files: options.files,
  });
  return prepared.ok
    ? done({ file: prepared.value.path, counts: countsOf(prepared.value.checked.contents) })
    : prepared;
}

/**
 * Puts the damaged workspace aside (`资料库-损坏-<time>.xbdb`, with its write-ahead log) and starts from a backup or
 * from what can be salvaged. A crash at any instant leaves the damaged files whole under one name or the other, and
 * the next start finishes. Failures: recovery.notNeeded, .nothingReadable, .noBackup, backup.notFound, those of
 * prepareRestore; then nothing is changed.
 */
export function recover(
  options: RecoverOptions,
  from: RecoverFrom,
): Promise<Outcome<{ asideName: string | null; counts: ContentCounts }>> {
  return withPatient(options, async (patient) => {
    const { folder, clock } = options;
    const prepared = await prepare(patient, from);
    if (!prepared.ok) return prepared;
    const stamp = clock.now().toISOString().replaceAll(/[:.]/g, '-');
    let asideName = `资料库-损坏-${stamp}.xbdb`;
    for (let count = 2; existsSync(join(folder, asideName)); count += 1) {
      asideName = `资料库-损坏-${stamp}-第${count}份.xbdb`;
    }
    const aside = ['', '-wal', '-shm', '-journal']
      .filter((ending) => existsSync(`${patient.path}${ending}`))
      .map((ending) => ({ from: `${workspaceFileName}${ending}`, to: `${asideName}${ending}` }));
    try {
      writeDownExchange(folder, {
        aside,
        replacement: { from: basename(prepared.value.file), to: workspaceFileName },
      });
    } catch (error) {
      remove(prepared.value.file);
      throw error;
    }
    finishExchange(folder);
    noteRecovery(options, from);
    return done({ asideName: aside.length === 0 ? null : asideName, counts: prepared.value.counts });
  });
}
