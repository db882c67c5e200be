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

const newestKept = 3;
const keptInAll = 10;

function dayOf(date: Date): string {
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}

/**
 * The ids that may be removed. Kept are the three newest and the newest of each day, ten in all; beside these of today
 * the newest one made before a restore or an upgrade, which would otherwise take its undoing with it after three
 * quarters of an hour. Of several of one day that hold the same only the newest counts, so that pressing the button
 * three times pushes no earlier state out. The very newest is always kept. Days are those of this computer's calendar.
 *
 * A wrong clock takes nothing away that the right one would have left: it is the newest three that stay, whatever day
 * they are of, so that a jump ahead does not make «an earlier day» of this morning; and one dated in the future (the
 * clock was wrong then, or is now) is not thinned by day, pushes none out, and goes first when there are more than ten.
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
  const states = new Set<string>();
  let turningPoint = false;
  for (const backup of good) {
    if (inFuture(backup)) {
      kept.push(backup);
      continue;
    }
    const day = dayOf(backup.at);
    const state = `${day} ${backup.fingerprint}`;
    if (states.has(state)) continue;
    states.add(state);
    const isTurningPoint =
      day === today && (backup.reason === 'beforeRestore' || backup.reason === 'beforeUpgrade');
    const firstTurningPoint = isTurningPoint && !turningPoint;
    turningPoint ||= isTurningPoint;
    if (states.size <= newestKept || firstTurningPoint || !days.has(day)) kept.push(backup);
    days.add(day);
  }
  const stays = new Set(kept.slice(0, keptInAll).map(({ id }) => id));
  return good.filter(({ id }) => !stays.has(id)).map(({ id }) => id);
}
