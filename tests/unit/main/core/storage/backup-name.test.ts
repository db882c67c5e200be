import { describe, expect, it } from 'vitest';
import {
  backupName,
  backupReasons,
  parseBackupName,
} from '../../../../../src/main/core/storage/backups/backup-name.ts';

const at = new Date('2025-01-06T01:00:01.250Z');

describe('names of backups', () => {
  it.each(backupReasons)('%s: the name tells when and why', (reason) => {
    for (const count of [1, 2]) {
      const id = backupName(at, reason, 40, count);
      expect(parseBackupName(id)).toEqual({ id, at, reason });
    }
  });

  it.each([
    '资料库.xbdb',
    '资料库 备用.xbdb',
    '2025-01-06T01-00-01-250Z-我自己留的.xbdb',
    '2025-01-06T01-00-01-250Z-自动.xbdb.bak',
    '2025-13-46T01-00-01-250Z-自动.xbdb',
    'x2025-01-06T01-00-01-250Z-自动.xbdb',
  ])('a file that a person named is not ours: %s', (name) => {
    expect(parseBackupName(name)).toBeNull();
  });
});
