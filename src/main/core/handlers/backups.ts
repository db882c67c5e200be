import { basename } from 'node:path';
import type { ContentCounts } from '../../../shared/contract.ts';
import { ExpectedFailure } from '../../../shared/errors.ts';
import { backupWarning } from '../storage/backups/backup-warning.ts';
import type { Contents } from '../storage/contents.ts';
import { exportFolder } from './exports.ts';
import type { ExclusiveHandlers, QueryHandlers } from './kinds.ts';
import { succeeded } from './succeeded.ts';

function countsOf({ reports, chapters, characters, observations }: Contents): ContentCounts {
  return { reports, chapters, characters, observations };
}

export const backupQueries = {
  'backup.list': async ({ backups }) => {
    const listed = await backups.list();
    const present = backups.present();
    const good = listed.flatMap(({ at, checked }) =>
      checked.state === 'good' ? [{ at, fingerprint: checked.contents.fingerprint }] : [],
    );
    return {
      folder: backups.folder,
      backups: listed.map(({ id, at, reason, size, checked }) => ({
        id,
        at: at.toISOString(),
        reason,
        size,
        state: checked.state,
        counts: checked.state === 'good' ? countsOf(checked.contents) : null,
        sameAsNow: checked.state === 'good' && checked.contents.fingerprint === present.fingerprint,
      })),
      present: countsOf(present),
      warning: backupWarning({ good, present, failure: backups.lastFailure() }),
    };
  },

  'backup.make': async ({ backups }) => {
    const { id, contents } = succeeded(await backups.make('manual'));
    return { id, counts: countsOf(contents) };
  },

  'backup.copyTo': async (context, { id, target, password }) => {
    const { backups, grants } = context;
    if (target === null && password === null) {
      const backup = (await backups.list()).find((one) => one.id === id);
      if (backup === undefined) throw new ExpectedFailure('backup.notFound');
      const { path, size } = backup;
      return {
        file: { grant: grants.grant(path), name: id, size },
        path,
        sha256: await backups.sha256(path),
      };
    }
    const to = target === null ? exportFolder(context) : succeeded(grants.path(target));
    const copied = succeeded(await backups.copyTo(id, to, password));
    const { path, size, sha256 } = copied;
    return { file: { grant: grants.grant(path), name: basename(path), size }, path, sha256 };
  },

  'backup.readCopy': async ({ backups, grants }, { grant, password }) => {
    const path = succeeded(grants.path(grant));
    const { name, isProtected, contents } = succeeded(await backups.readCopy({ path, password }));
    const sameAsNow = contents.fingerprint === backups.present().fingerprint;
    return { name, isProtected, counts: countsOf(contents), sameAsNow };
  },
} satisfies Partial<QueryHandlers>;

export const backupExclusives = {
  'backup.restore': async ({ backups }, { id }) => {
    const { savedAs, contents } = succeeded(await backups.restore(id));
    return { savedAs, counts: countsOf(contents) };
  },

  'backup.restoreCopy': async ({ backups, grants }, { grant, password }) => {
    const path = succeeded(grants.path(grant));
    const { savedAs, contents } = succeeded(await backups.restoreCopy({ path, password }));
    return { savedAs, counts: countsOf(contents) };
  },
} satisfies Partial<ExclusiveHandlers>;
