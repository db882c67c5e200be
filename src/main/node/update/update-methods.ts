/** The door's methods about the program's own files. */
import type { UpdateManner, UpdateStep } from '../../../shared/contract.ts';
import { done, failed, type Outcome } from '../../../shared/errors.ts';
import type { App } from '../../core/app.ts';
import type { Drives, FileGrants, Holder } from '../../core/ports.ts';
import { createDriveGrants } from '../../core/submission/drive-grants.ts';
import type { HostMethods } from '../host-methods.ts';
import { findUpdates } from './find-updates.ts';
import { takeUpdate, type UpdateBackup } from './take-update.ts';
import { type ProgramCopy, refusalOf } from './update-manner.ts';

export type UpdateMethods = Pick<
  HostMethods,
  'update.describe' | 'update.find' | 'update.take' | 'update.progress'
>;

export interface UpdateMethodsOptions {
  /** Looked at anew at each call: an update changes it. */
  describe: () => ProgramCopy;
  app: Pick<App, 'backUpBeforeUpdate'>;
  drives: Drives;
  grants: FileGrants;
  holder: Holder;
  environment: Readonly<Record<string, string | undefined>>;
  /** The next start uses another version. */
  onTaken?: () => void;
}

/** Of a copy that takes no update files. */
export function withoutUpdates(manner: Exclude<UpdateManner, 'stick'>, version: string): UpdateMethods {
  return {
    'update.describe': () => done({ version, manner, waiting: null }),
    'update.find': () => done({ drives: 0, updates: [] }),
    'update.take': () => refusalOf(manner),
    'update.progress': () => done({ step: null, part: 0 }),
  };
}

export function createUpdateMethods(options: UpdateMethodsOptions): UpdateMethods {
  const { describe, app, drives, grants, holder, environment, onTaken } = options;
  const fileGrants = createDriveGrants(grants);
  let progress: { step: UpdateStep; part: number } | null = null;
  return {
    'update.describe': () => {
      const described = describe();
      const { manner, version } = described;
      const inUse = described.manner === 'stick' ? described.copy.installed.version : version;
      return done({ version, manner, waiting: inUse === version ? null : inUse });
    },
    'update.find': async () => {
      const described = describe();
      if (described.manner !== 'stick') return done({ drives: 0, updates: [] });
      const found = await findUpdates(drives, described.copy);
      const updates = found.updates.map(({ path, ...shown }) => ({
        grant: fileGrants.grant(path),
        ...shown,
      }));
      return done({ drives: found.drives, updates });
    },
    'update.take': async ({ grant }) => {
      const described = describe();
      if (described.manner !== 'stick') return refusalOf(described.manner);
      const path = grants.path(grant);
      if (!path.ok) return path;
      if (progress !== null) return failed('update.busy');
      try {
        progress = { step: 'checking', part: 0 };
        const taken = await takeUpdate({
          path: path.value,
          copy: described.copy,
          holder,
          environment,
          backUp: () => backUpOf(app),
          onStep: (step, part) => {
            progress = { step, part };
          },
        });
        if (!taken.ok) return taken;
        onTaken?.();
        return done({ version: taken.value.version, backup: taken.value.backup });
      } finally {
        progress = null;
      }
    },
    'update.progress': () => done(progress ?? { step: null, part: 0 }),
  };
}

/** The backup as an update needs it. */
export async function backUpOf(app: Pick<App, 'backUpBeforeUpdate'>): Promise<Outcome<UpdateBackup>> {
  const made = await app.backUpBeforeUpdate();
  if (!made.ok) return made;
  const { id, path, contents } = made.value;
  const { reports, chapters, observations } = contents;
  return done({ id, path, counts: { reports, chapters, observations } });
}
