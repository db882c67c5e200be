/** The backups of the open workspace: when one is due, which are kept, and the way back to one. */
import { rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { protectedName } from '../../../../shared/domain/protection/protected-file.ts';
import { done, type Failure, failed, type Outcome } from '../../../../shared/errors.ts';
import type { Clock, Log } from '../../ports.ts';
import { type Contents, readContents } from '../contents.ts';
import type { WritableDatabase } from '../database.ts';
import type { Migration } from '../migrations/index.ts';
import type { Workspace } from '../open.ts';
import { type BackupReason, backupFolderOf } from './backup-name.ts';
import { checkFile } from './check-backup.ts';
import { createBackupShelf, type ListedBackup } from './list-backups.ts';
import { copyWithReadBack, type MadeBackup, makeBackup } from './make-backup.ts';
import { type OutsideCopy, withOutsideCopy } from './outside-copy.ts';
import { prepareEmpty } from './prepare-empty.ts';
import { prepareRestore } from './prepare-restore.ts';
import { copyProtected } from './protected-copy.ts';
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
  /**
   * Copies to `target`, a file or an existing folder, protected where there is a password, and reads back. Errors:
   * backup.notFound, .differs, protection.passwordTooShort, file.*.
   */
  copyTo(
    id: string,
    target: string,
    password: string | null,
  ): Promise<Outcome<{ path: string; size: number; sha256: string }>>;
  sha256(path: string): Promise<string>;
  /**
   * Saves the present state, then puts the backup in its place. Nothing else may be under way. After an error the
   * workspace is as it was. Errors: backup.notFound, .damaged, .differs, workspace.newer, file.*, storage.failed.
   */
  restore(id: string): Promise<Outcome<Restored>>;
  /**
   * Saves the present state, then puts a workspace in its place that holds nothing but what `fill` writes. Nothing else
   * may be under way. After an error the workspace is as it was. Errors: those of makeBackup, file.*, storage.failed.
   */
  beginAfresh(fill: (database: WritableDatabase) => void): Promise<Outcome<{ savedAs: string }>>;
  /** What a copy from outside holds. Errors: those of withOutsideCopy; backup.damaged, workspace.newer. */
  readCopy(copy: OutsideCopy): Promise<Outcome<{ name: string; isProtected: boolean; contents: Contents }>>;
  /** As `restore`, from a copy that comes from outside. Errors: those of readCopy and restore. */
  restoreCopy(copy: OutsideCopy): Promise<Outcome<Restored>>;
}

export interface Restored {
  /** The backup of what was there before. */
  savedAs: string;
  contents: Contents;
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

  /** The backup comes last before the exchange, so that its thinning cannot take away what is being restored. */
  const keepAndExchange = async (replacement: string): Promise<Outcome<{ savedAs: string }>> => {
    const keeping = await make('beforeRestore');
    if (!keeping.ok) {
      await files.rm(replacement, { force: true }).catch(() => undefined);
      return keeping;
    }
    const exchanged = await workspace.exchange(replacement);
    if (!exchanged.ok) {
      // Changes are counted by connection; the next look begins anew.
      saved = null;
      return exchanged;
    }
    // A connection counts from nothing; it is not asked, because a disk that goes away now changes nothing of what was done.
    saved = { changes: 0, at: clock.now() };
    return done({ savedAs: keeping.value.id });
  };

  const find = async (id: string): Promise<ListedBackup | null> =>
    (await shelf.list()).find((backup) => backup.id === id) ?? null;

  const restoreFrom = async (backup: string, name: string): Promise<Outcome<Restored>> => {
    const newestRevision = Number(
      workspace.database.prepare('SELECT coalesce(max(revision), 0) FROM chapter').pluck().get(),
    );
    const prepared = await prepareRestore({
      backup,
      name,
      workspaceFolder: workspace.folder,
      newestRevision,
      migrations,
      files,
    });
    if (!prepared.ok) return prepared;
    const kept = await keepAndExchange(prepared.value.path);
    return kept.ok ? done({ ...kept.value, contents: prepared.value.checked.contents }) : kept;
  };
  const surroundings = { folder: workspace.folder, files };

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

    async copyTo(id, target, password) {
      const backup = await find(id);
      if (backup === null) return failed('backup.notFound');
      const isFolder = await stat(target).then(
        (found) => found.isDirectory(),
        () => false,
      );
      const name = basename(backup.id);
      const path = isFolder ? join(target, password === null ? name : protectedName(name)) : target;
      if (password !== null) {
        const sealed = await copyProtected(backup.path, path, password, files);
        return sealed.ok ? done({ path, ...sealed.value }) : sealed;
      }
      const copied = await copyWithReadBack(backup.path, path, files);
      return copied.ok ? done({ path, size: backup.size, sha256: copied.value.sha256 }) : copied;
    },

    async restore(id) {
      const backup = await find(id);
      return backup === null ? failed('backup.notFound') : restoreFrom(backup.path, id);
    },

    async beginAfresh(fill) {
      const prepared = await prepareEmpty({ workspaceFolder: workspace.folder, fill, migrations, files });
      return prepared.ok ? await keepAndExchange(prepared.value) : prepared;
    },

    readCopy: (copy) =>
      withOutsideCopy(copy, surroundings, async ({ path, name, isProtected }) => {
        const checked = checkFile(path, migrations);
        if (checked.state === 'newer') return failed('workspace.newer', { path: name });
        if (checked.state === 'damaged') return failed('backup.damaged', { name });
        return done({ name, isProtected, contents: checked.contents });
      }),

    restoreCopy: (copy) => withOutsideCopy(copy, surroundings, ({ path, name }) => restoreFrom(path, name)),
  };
}
