/** Which kept states of a report may go, so that a year of work stays small. */
import type { KeptState } from './report-state.ts';

const day = 24 * 60 * 60 * 1000;
const yearInDays = 365;

/** The day of this computer's calendar. */
function dayOf(date: Date): string {
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}

/**
 * The ids that may be removed. Kept are every export, every final version and what a person asked for, for ever; all of
 * today; of each earlier day within a year the newest. A state dated in the future (the clock was wrong) is kept.
 */
export function statesToRemove(states: readonly KeptState[], now: Date): string[] {
  const today = dayOf(now);
  const newestOfDay = new Set<string>();
  const removed: string[] = [];
  const byTime = [...states].sort((a, b) => Date.parse(b.keptAt) - Date.parse(a.keptAt));
  for (const { id, keptAt, reason } of byTime) {
    const at = new Date(keptAt);
    const own = dayOf(at);
    const lasting = reason === 'export' || reason === 'final' || reason === 'manual';
    if (lasting || own === today || at > now) continue;
    const old = now.getTime() - at.getTime() > yearInDays * day;
    if (old || newestOfDay.has(own)) removed.push(id);
    else newestOfDay.add(own);
  }
  return removed;
}
