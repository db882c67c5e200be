/** From calls of the core to lines of 使用记录. */
import { sep } from 'node:path';
import type { MethodName } from '../../../shared/contract.ts';
import type { Activity } from '../../../shared/domain/activity/activity.ts';
import type { Outcome } from '../../../shared/errors.ts';
import type { ReadContext } from '../context.ts';
import { readReport } from '../storage/queries/reports.ts';
import { createActivityLogFile } from './activity-log.ts';
import { type Noted, notedMethods } from './noted-methods.ts';
import { offsetTime } from './offset-time.ts';
import { lastActivity } from './read-activity.ts';

export interface ActivityNotes {
  /** The workspace was opened; and first, that the program is another version than the last time. */
  opened(): void;
  /** A call has ended. Never rejects. */
  ended(method: MethodName, input: unknown, outcome: Outcome<unknown>): Promise<void>;
}

/** A script opens the workspace for each of its commands: opens of the command line within it count as one. */
const sameSpell = 60 * 60 * 1000;
const longestLabel = 60;

export function createActivityNotes(context: ReadContext): ActivityNotes {
  const { workspaceFolder, clock, holder, programVersion, log } = context;
  const file = createActivityLogFile(workspaceFolder);

  const append = (activity: Pick<Activity, 'kind'> & Partial<Activity>) => {
    const whole = {
      at: offsetTime(clock.now()),
      failure: null,
      door: holder.door,
      version: programVersion,
      ...activity,
    };
    if (!file.append(whole)) log.warn('activity', { kind: activity.kind });
  };

  const isSameSpell = (last: Activity) => {
    const since = clock.now().getTime() - new Date(last.at).getTime();
    const isAlike = last.kind === 'opened' && last.door === holder.door && last.version === programVersion;
    return holder.door === 'cli' && isAlike && since >= 0 && since < sameSpell;
  };

  return {
    opened() {
      const last = lastOrNull(workspaceFolder);
      if (last !== null && last.version !== programVersion) append({ kind: 'updated', before: last.version });
      if (last === null || !isSameSpell(last)) append({ kind: 'opened' });
    },
    async ended(method, input, outcome) {
      try {
        const noted = notedOf(method, input, outcome);
        if (noted === null) return;
        const { reportId, target, failure = null, ...told } = noted;
        const year = reportId === undefined ? undefined : readReport(context.database, reportId)?.year;
        append({
          ...told,
          ...(year !== undefined && { year }),
          ...(await placeOf(target, context)),
          failure: outcome.ok ? failure : outcome.error.code,
        });
      } catch (error) {
        // What was done is done; it is only not in the log.
        log.warn('activity', { error: error instanceof Error ? error.name : typeof error });
      }
    },
  };
}

/** A file that cannot be read is begun anew as if it were empty; it stays where it is. */
function lastOrNull(workspaceFolder: string): Activity | null {
  try {
    return lastActivity(workspaceFolder);
  } catch {
    return null;
  }
}

/** The contract has parsed `input` for that very method. */
function notedOf(method: MethodName, input: unknown, outcome: Outcome<unknown>): Noted | null {
  if (!Object.hasOwn(notedMethods, method)) return null;
  const describe = notedMethods[method as keyof typeof notedMethods] as (
    input: unknown,
    output: unknown,
  ) => Noted | null;
  return describe(input, outcome.ok ? outcome.value : null);
}

async function placeOf(
  target: Noted['target'],
  { grants, drives }: ReadContext,
): Promise<Pick<Activity, 'place' | 'label'>> {
  if (target === undefined) return {};
  if (typeof target === 'string') return { place: target };
  const path = grants.path(target.grant);
  if (!path.ok) return {};
  const isOn = (folder: string) =>
    path.value === folder || path.value.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
  const drive = (await drives.list()).find((one) => isOn(one.path));
  return drive === undefined
    ? { place: 'folder' }
    : { place: 'drive', label: drive.label.slice(0, longestLabel) };
}
