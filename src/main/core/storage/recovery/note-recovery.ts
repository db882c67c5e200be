import { createActivityLogFile } from '../../activity/activity-log.ts';
import { offsetTime } from '../../activity/offset-time.ts';
import { lastActivity } from '../../activity/read-activity.ts';
import type { RecoverFrom, RecoverOptions } from './recover.ts';

/** The line of 使用记录 of a recovery, which happens while no core is open. The program's version is that of the line before. */
export function noteRecovery({ folder, clock, holder }: RecoverOptions, { kind }: RecoverFrom): void {
  createActivityLogFile(folder).append({
    at: offsetTime(clock.now()),
    kind: 'recovered',
    failure: null,
    door: holder.door,
    version: versionBefore(folder),
    from: kind === 'salvage' ? 'salvage' : 'backup',
  });
}

function versionBefore(folder: string): string {
  try {
    return lastActivity(folder)?.version ?? '';
  } catch {
    // Unreadable like the workspace itself: the recovery must not fail for it.
    return '';
  }
}
