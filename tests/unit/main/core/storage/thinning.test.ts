import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BackupReason } from '../../../../../src/main/core/storage/backups/backup-name.ts';
import { backupsToRemove } from '../../../../../src/main/core/storage/backups/thinning.ts';

const now = new Date(2025, 0, 20, 16, 0);

function backup(day: number, hour: number, minute = 0, reason: BackupReason = 'automatic', good = true) {
  const at = new Date(2025, 0, day, hour, minute);
  const id = `${day}日${hour}:${minute} ${reason}`;
  return { id, at, reason, good, fingerprint: id };
}

/** Holds what others of this kind hold. */
function same(day: number, hour: number, reason?: BackupReason) {
  return { ...backup(day, hour, 0, reason), fingerprint: 'same' };
}

/** What is there, and which of it stays. */
const table: [string, ReturnType<typeof backup>[], number[]][] = [
  ['nothing', [], []],
  ['three of today', [backup(20, 9), backup(20, 10), backup(20, 11)], [0, 1, 2]],
  ['the fourth of today', [backup(20, 9), backup(20, 10), backup(20, 11), backup(20, 12)], [1, 2, 3]],
  [
    'of an earlier day the last only, once there are three newer ones',
    [backup(19, 9), backup(19, 17), backup(20, 9), backup(20, 10), backup(20, 11)],
    [1, 2, 3, 4],
  ],
  [
    'of yesterday as many as are among the three newest',
    [backup(19, 9), backup(19, 17), backup(20, 9)],
    [0, 1, 2],
  ],
  [
    'a jump ahead makes no earlier day of this morning',
    [backup(2, 9), backup(2, 10), backup(2, 11), backup(20, 9)],
    [1, 2, 3],
  ],
  [
    'a clock put back thins none of what now lies in the future',
    [backup(28, 9), backup(28, 10), backup(28, 11), backup(20, 9)],
    [0, 1, 2, 3],
  ],
  [
    'when there are more than ten, what lies in the future goes first, the furthest behind first',
    [backup(28, 9), backup(28, 10), ...[20, 19, 18, 17, 16, 15, 14, 13, 12].map((day) => backup(day, 9))],
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  ],
  [
    'ten in all',
    [20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10].map((day) => backup(day, 9)),
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  ],
  [
    'the state before a restore outlives the three that came after it',
    [backup(20, 9, 0, 'beforeRestore'), backup(20, 10), backup(20, 11), backup(20, 12)],
    [0, 1, 2, 3],
  ],
  [
    'of several such states the newest',
    [
      backup(20, 8, 0, 'beforeRestore'),
      backup(20, 9, 0, 'beforeUpgrade'),
      backup(20, 10),
      backup(20, 11),
      backup(20, 12),
    ],
    [1, 2, 3, 4],
  ],
  [
    'of today’s that hold the same the newest, and none is pushed out by them',
    [backup(20, 8), backup(20, 9), same(20, 10), same(20, 11), same(20, 12)],
    [0, 1, 4],
  ],
  ['what an earlier day held counts for that day', [same(18, 9), same(19, 9), same(20, 9)], [0, 1, 2]],
  [
    'an unreadable one pushes none out and stays itself',
    [backup(20, 9), backup(20, 10), backup(20, 11), backup(20, 12, 0, 'automatic', false)],
    [0, 1, 2, 3],
  ],
  [
    'one dated in the future pushes none out',
    [backup(28, 9), backup(20, 9), backup(20, 10), backup(20, 11)],
    [0, 1, 2, 3],
  ],
  [
    'just after midnight the three newest are still the three newest',
    [backup(19, 23, 57), backup(19, 23, 58), backup(19, 23, 59), backup(20, 0, 1)],
    [1, 2, 3],
  ],
];

describe('which backups are kept', () => {
  it.each(table)('%s', (_name, backups, kept) => {
    const removed = new Set(backupsToRemove(backups, now));
    expect(backups.filter(({ id }) => !removed.has(id))).toEqual(kept.map((index) => backups[index]));
  });

  it('the newest good one is always kept, unreadable ones are never removed, and never more than ten are left', () => {
    const any = fc.record({
      at: fc.date({ min: new Date(2024, 11, 1), max: new Date(2025, 1, 1), noInvalidDate: true }),
      reason: fc.constantFrom<BackupReason>('automatic', 'manual', 'beforeRestore', 'beforeUpgrade'),
      good: fc.boolean(),
      fingerprint: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 40 }), (list) => {
        const backups = list.map((one, index) => ({ ...one, id: String(index) }));
        const removed = new Set(backupsToRemove(backups, now));
        const left = backups.filter(({ id }) => !removed.has(id));
        expect(left.filter(({ good }) => good).length).toBeLessThanOrEqual(10);
        expect(backups.filter(({ id, good }) => !good && removed.has(id))).toEqual([]);
        const past = backups.filter(({ at, good }) => good && at.getTime() <= now.getTime());
        const newest = Math.max(...past.map(({ at }) => at.getTime()));
        if (past.length > 0) expect(left.some(({ at, good }) => good && at.getTime() === newest)).toBe(true);
        // Thinning again takes nothing more away.
        expect(backupsToRemove(left, now)).toEqual([]);
      }),
    );
  });
});
