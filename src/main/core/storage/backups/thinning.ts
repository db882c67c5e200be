/** Which backups are kept: recent hours densely, earlier days thinly, ten in all. */
import type { BackupReason } from './backup-name.ts';

export interface KeptBackup {
  id: string;
  at: Date;
  reason: BackupReason;
  /** Whether it was opened and found whole. What cannot be read neither counts nor is thrown away. */
  good: boolean;
  /** Equal for backups that hold the same. */
  fingerprint: string;
}

const keptOfToday = 3;
const keptInAll = 10;

function dayOf(date: Date): string {
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}

/**
 * The ids that may be removed. Kept are the three newest of today, the newest of each earlier day, ten in all; beside
 * these of today the newest one made before a restore or an upgrade, which would otherwise take its undoing with it
 * after three quarters of an hour. Of several of today that hold the same only the newest counts, so that pressing the
 * button three times pushes no earlier state out. The very newest is always kept. Days are those of this computer's calendar. A
 * backup dated in the future (the clock was wrong) counts as older than all others, so that it pushes none out.
 */
export function backupsToRemove(backups: readonly KeptBackup[], now: Date): string[] {
  const inFuture = (backup: KeptBackup) => backup.at.getTime() > now.getTime();
  const good = backups
    .filter((backup) => backup.good)
    .sort(
      (a, b) =>
        Number(inFuture(a)) - Number(inFuture(b)) ||
        b.at.getTime() - a.at.getTime() ||
        b.id.localeCompare(a.id),
    );
  const today = dayOf(now);
  const kept: KeptBackup[] = [];
  const days = new Set<string>();
  const statesOfToday = new Set<string>();
  let turningPoint = false;
  for (const backup of good) {
    const day = dayOf(backup.at);
    const isTurningPoint = backup.reason === 'beforeRestore' || backup.reason === 'beforeUpgrade';
    if (day === today && !inFuture(backup)) {
      if (statesOfToday.has(backup.fingerprint)) continue;
      statesOfToday.add(backup.fingerprint);
      const firstTurningPoint = isTurningPoint && !turningPoint;
      turningPoint ||= isTurningPoint;
      if (statesOfToday.size <= keptOfToday || firstTurningPoint) kept.push(backup);
    } else if (!days.has(day)) {
      days.add(day);
      kept.push(backup);
    }
  }
  const stays = new Set(kept.slice(0, keptInAll).map(({ id }) => id));
  return good.filter(({ id }) => !stays.has(id)).map(({ id }) => id);
}
