/** The backups of the open workspace: when one is due, which are kept, and the way back to one. */
import { rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { done, type Failure, failed, type Outcome } from '../../../../shared/errors.ts';
import type { Clock, Log } from '../../ports.ts';
import { type Contents, readContents } from '../contents.ts';
import type { Migration } from '../migrations/index.ts';
import type { Workspace } from '../open.ts';
import { type BackupReason, backupFolderOf } from './backup-name.ts';
import { createBackupShelf, type ListedBackup } from './list-backups.ts';
import { copyWithReadBack, type MadeBackup, makeBackup } from './make-backup.ts';
import { prepareRestore } from './prepare-restore.ts';
import type { StorageFiles } from './storage-files.ts';
import { backupsToRemove } from './thinning.ts';

export interface BackupsOptions {
  workspace: Workspace;
  clock: Clock;
  log: Log;
  migrations: readonly Migration[];
  files: StorageFiles;
}

export interface Backups {
  folder: string;
  /** Newest first, each opened and counted. */
  list(): Promise<ListedBackup[]>;
  /** What the workspace holds now. */
  present(): Contents;
  /** The last attempt of this run, if it failed. */
  lastFailure(): { at: Date; failure: Failure } | null;
  /** Errors: those of makeBackup. */
  make(reason: BackupReason): Promise<Outcome<MadeBackup>>;
  /** Makes one if something was written since the last and that is a quarter of an hour ago. Never rejects. */
  makeIfDue(): Promise<void>;
  /** Copies to `target`, a file or an existing folder, and reads back. Errors: backup.notFound, .differs, file.*. */
  copyTo(id: string, target: string): Promise<Outcome<{ path: string; size: number; sha256: string }>>;
  sha256(path: string): Promise<string>;
  /**
   * Saves the present state, then puts the backup in its place. Nothing else may be under way. After an error the
   * workspace is as it was. Errors: backup.notFound, .damaged, .differs, workspace.newer, file.*, storage.failed.
   */
  restore(id: string): Promise<Outcome<{ savedAs: string; contents: Contents }>>;
}

const interval = 15 * 60 * 1000;

export function createBackups({ workspace, clock, log, migrations, files }: BackupsOptions): Backups {
  const folder = backupFolderOf(workspace.folder);
  const shelf = createBackupShelf(workspace.folder, migrations, files);
  let queue: Promise<unknown> = Promise.resolve();
  let looking: Promise<void> | null = null;
  let failure: { at: Date; failure: Failure } | null = null;
  /** What the connection had written when the last backup was made; null until the first look. */
  let saved: { changes: number; at: Date | null } | null = null;

  const changes = () => Number(workspace.database.prepare('SELECT total_changes()').pluck().get());
  const present = () => readContents(workspace.connection());

  const thin = async (justMade: string) => {
    const kept = (await shelf.list()).map(({ id, at, reason, checked }) => ({
      id,
      at,
      reason,
      good: checked.state === 'good',
      fingerprint: checked.state === 'good' ? checked.contents.fingerprint : '',
    }));
    for (const id of backupsToRemove(kept, clock.now())) {
      // One that is held by another program goes the next time.
      if (id !== justMade) await rm(join(folder, id)).catch(() => undefined);
    }
  };

  /** One after the other: two at once would count each other's work. */
  const make = (reason: BackupReason): Promise<Outcome<MadeBackup>> => {
    const attempt = async () => {
      const before = changes();
      const made = await makeBackup(
        { connection: workspace.connection(), workspaceFolder: workspace.folder, migrations, clock, files },
        reason,
      );
      failure = made.ok ? null : { at: clock.now(), failure: made.error };
      if (made.ok) {
        saved = { changes: before, at: clock.now() };
        await thin(made.value.id).catch(() => log.warn('backup.thin', {}));
      } else log.warn('backup', { code: made.error.code });
      return made;
    };
    const result = queue.then(attempt);
    queue = result.catch(() => undefined);
    return result;
  };

  /** At the first look of a run: work of an earlier run may have ended before its backup was due. */
  const firstLook = async () => {
    const newest = (await shelf.list()).find(({ checked }) => checked.state === 'good');
    const contents = present();
    const upToDate =
      newest === undefined
        ? contents.reports + contents.observations === 0
        : newest.checked.state === 'good' && newest.checked.contents.fingerprint === contents.fingerprint;
    return { changes: upToDate ? changes() : -1, at: newest?.at ?? null };
  };

  const lookWhetherDue = async () => {
    try {
      saved ??= await firstLook();
      const since = saved.at === null ? interval : clock.now().getTime() - saved.at.getTime();
      // A clock that was put back must not put the next backup off.
      const early = since >= 0 && since < interval;
      if (changes() !== saved.changes && !early) await make('automatic');
    } catch (error) {
      failure = { at: clock.now(), failure: { code: 'storage.failed', parameters: {} } };
      log.warn('backup', { error: error instanceof Error ? error.name : typeof error });
    }
  };

  const find = async (id: string): Promise<ListedBackup | null> =>
    (await shelf.list()).find((backup) => backup.id === id) ?? null;

  return {
    folder,
    list: shelf.list,
    present,
    lastFailure: () => failure,
    make,
    sha256: files.sha256,

    makeIfDue() {
      looking ??= lookWhetherDue().finally(() => {
        looking = null;
      });
      return looking;
    },

    async copyTo(id, target) {
      const backup = await find(id);
      if (backup === null) return failed('backup.notFound');
      const isFolder = await stat(target).then(
        (found) => found.isDirectory(),
        () => false,
      );
      const path = isFolder ? join(target, basename(backup.id)) : target;
      const copied = await copyWithReadBack(backup.path, path, files);
      return copied.ok ? done({ path, size: backup.size, sha256: copied.value.sha256 }) : copied;
    },

    async restore(id) {
      const backup = await find(id);
      if (backup === null) return failed('backup.notFound');
      const newestRevision = Number(
        workspace.database.prepare('SELECT coalesce(max(revision), 0) FROM chapter').pluck().get(),
      );
      const prepared = await prepareRestore({
        backup: backup.path,
        workspaceFolder: workspace.folder,
        newestRevision,
        migrations,
        files,
      });
      if (!prepared.ok) return prepared;
      // Last, so that the thinning it brings about cannot take away what is being restored.
      const keeping = await make('beforeRestore');
      if (!keeping.ok) {
        await files.rm(prepared.value.path, { force: true }).catch(() => undefined);
        return keeping;
      }
      const exchanged = await workspace.exchange(prepared.value.path);
      if (!exchanged.ok) {
        // Changes are counted by connection; the next look begins anew.
        saved = null;
        return exchanged;
      }
      // A connection counts from nothing; it is not asked, because a disk that goes away now changes nothing of what was done.
      saved = { changes: 0, at: clock.now() };
      return done({ savedAs: keeping.value.id, contents: prepared.value.checked.contents });
    },
  };
}
