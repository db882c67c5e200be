/** Whether the backups deserve their name: a folder full of copies of one old state protects nobody. */
import type { BackupWarning } from '../../../../shared/contract/backup-methods.ts';
import type { Failure } from '../../../../shared/errors.ts';

export interface WarningFacts {
  /** Whole backups, in any order. */
  good: readonly { at: Date; fingerprint: string }[];
  present: { fingerprint: string; lastWrittenAt: string | null };
  /** The last attempt of this run, if it failed. */
  failure: { at: Date; failure: Failure } | null;
}

const hour = 60 * 60 * 1000;
const day = 24 * hour;
/** Two backups of one state can come about by chance; three over more than a day cannot if work was done. */
const fewestOfOneState = 3;

/** Null where all is well. The gravest comes first: failing, behind the work by over an hour, all of one old state. */
export function backupWarning({ good, present, failure }: WarningFacts): BackupWarning | null {
  if (failure !== null) return { kind: 'failed', at: failure.at.toISOString(), failure: failure.failure };
  const byTime = [...good].sort((a, b) => b.at.getTime() - a.at.getTime());
  const [newest] = byTime;
  const oldest = byTime.at(-1);
  if (newest === undefined || oldest === undefined) return null;
  const written = present.lastWrittenAt === null ? 0 : Date.parse(present.lastWrittenAt);
  if (newest.fingerprint !== present.fingerprint && written - newest.at.getTime() > hour) {
    return { kind: 'behind', at: newest.at.toISOString() };
  }
  const oneState = good.every(({ fingerprint }) => fingerprint === newest.fingerprint);
  const span = newest.at.getTime() - oldest.at.getTime();
  return oneState && good.length >= fewestOfOneState && span > day
    ? { kind: 'allSame', at: oldest.at.toISOString() }
    : null;
}
