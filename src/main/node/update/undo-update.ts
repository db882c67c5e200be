import { done, failed, type Outcome } from '../../../shared/errors.ts';
import { mediumFailure, systemCode } from '../../core/export/system-failure.ts';
import type { Holder } from '../../core/ports.ts';
import { acquireLock } from '../../core/storage/lock.ts';
import type { InstalledEdition } from '../edition/edition-layout.ts';
import { readVersionFile, returnTo, updateLockPath, versionToReturnTo } from './edition-files.ts';

/**
 * Takes the version before the last update into use again; the newer one is removed at its next start. Failures:
 * update.nothingToUndo, .busy, .folderReadOnly, .writeFailed.
 */
export function undoUpdate(
  { root, edition, version }: InstalledEdition,
  holder: Holder,
): Outcome<{ version: string; undone: string }> {
  try {
    const lock = acquireLock(updateLockPath(root), holder);
    if (!lock.ok) return failed('update.busy');
    try {
      const undone = readVersionFile(root, 'current') ?? version;
      const previous = versionToReturnTo(root, edition.platform);
      if (previous === null) return failed('update.nothingToUndo');
      returnTo(root, previous);
      return done({ version: previous, undone });
    } finally {
      lock.value.release();
    }
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    if (mediumFailure(code) === 'file.readOnly') return failed('update.folderReadOnly', { path: root });
    return failed('update.writeFailed', { reason: code });
  }
}
