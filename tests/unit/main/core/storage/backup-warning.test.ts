import { describe, expect, it } from 'vitest';
import {
  backupWarning,
  type WarningFacts,
} from '../../../../../src/main/core/storage/backups/backup-warning.ts';

const at = (day: number, hour: number) => new Date(Date.UTC(2025, 0, day, hour));
const backup = (day: number, hour: number, fingerprint: string) => ({ at: at(day, hour), fingerprint });
const written = (day: number, hour: number, fingerprint: string) => ({
  fingerprint,
  lastWrittenAt: at(day, hour).toISOString(),
});

const table: [string, Partial<WarningFacts>, string | null][] = [
  ['no backup yet', { present: written(6, 9, 'a') }, null],
  ['one that holds what is there', { good: [backup(6, 9, 'a')], present: written(6, 9, 'a') }, null],
  ['half an hour of work since', { good: [backup(6, 9, 'a')], present: written(6, 9, 'b') }, null],
  ['two hours of work since', { good: [backup(6, 9, 'a')], present: written(6, 11, 'b') }, 'behind'],
  [
    'all of one state over days',
    { good: [backup(6, 9, 'a'), backup(7, 9, 'a'), backup(9, 9, 'a')], present: written(9, 9, 'a') },
    'allSame',
  ],
  [
    'all of one state within a day',
    { good: [backup(6, 9, 'a'), backup(6, 12, 'a'), backup(6, 15, 'a')], present: written(6, 15, 'a') },
    null,
  ],
  [
    'different states',
    { good: [backup(6, 9, 'a'), backup(7, 9, 'b'), backup(9, 9, 'b')], present: written(9, 9, 'b') },
    null,
  ],
  [
    'the last attempt failed',
    {
      good: [backup(6, 9, 'a')],
      present: written(6, 9, 'a'),
      failure: { at: at(6, 10), failure: { code: 'file.diskFull', parameters: {} } },
    },
    'failed',
  ],
];

describe('backupWarning', () => {
  it.each(table)('%s', (_name, facts, expected) => {
    const whole = { good: [], present: { fingerprint: 'a', lastWrittenAt: null }, failure: null, ...facts };
    expect(backupWarning(whole)?.kind ?? null).toBe(expected);
  });
});
