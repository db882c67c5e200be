/** Which kept states of a report may go, so that a year of work stays small. */
import type { KeptState } from './report-state.ts';

/** A year of days, counted in days on which somebody worked. */
const keptDays = 365;
/** Today, and the day of work before it. */
const daysKeptWhole = 2;

/** The day of this computer's calendar. */
function dayOf(date: Date): string {
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}

/**
 * The ids that may be removed. Kept are every export, every final version and what a person asked for, for ever; all of
 * the two latest days of work; of each of the 365 latest days of work the newest. Days of work are counted, not days of
 * the calendar, because a clock can be wrong: one that jumps ten years ahead makes what was written this morning neither
 * «of an earlier day» nor «older than a year». A state dated in the future (the clock was wrong then) is kept.
 */
export function statesToRemove(states: readonly KeptState[], now: Date): string[] {
  const days = new Map<string, number>();
  const newestOfDay = new Set<string>();
  const removed: string[] = [];
  const byTime = [...states].sort((a, b) => Date.parse(b.keptAt) - Date.parse(a.keptAt));
  for (const { id, keptAt, reason } of byTime) {
    const at = new Date(keptAt);
    if (at > now) continue;
    const day = dayOf(at);
    const age = days.get(day) ?? days.size;
    days.set(day, age);
    const lasting = reason === 'export' || reason === 'final' || reason === 'manual';
    if (lasting || age < daysKeptWhole) continue;
    if (age >= keptDays || newestOfDay.has(day)) removed.push(id);
    else newestOfDay.add(day);
  }
  return removed;
}
