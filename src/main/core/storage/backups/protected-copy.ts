/** A copy of a backup that a password protects: written, read back, and opened with the password before it is called one. */
import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { done, ExpectedFailure, failed, type Outcome } from '../../../../shared/errors.ts';
import { renameWithPatience, syncFolder } from '../../export/atomic-write.ts';
import { fileAsSource } from '../../protection/byte-source.ts';
import { requireNewPassword } from '../../protection/new-password.ts';
import { SourceChanged, seal } from '../../protection/seal.ts';
import { unseal } from '../../protection/unseal.ts';
import { type StorageFiles, writeFailure } from './storage-files.ts';
import { temporaryPath } from './temporary-files.ts';

const contents = 'backup';

/** Its SHA-256, in hex, and bytes. */
async function writeSealed(
  from: string,
  to: string,
  password: string,
  files: StorageFiles,
): Promise<{ sha256: string; size: number }> {
  const sum = createHash('sha256');
  let size = 0;
  const file = await files.open(to, 'wx');
  try {
    for await (const piece of seal(fileAsSource(from), { contents, password })) {
      await file.writeFile(piece);
      sum.update(piece);
      size += piece.length;
    }
    await file.sync();
  } catch (error) {
    // The first failure tells what happened; one of closing after it would only hide it.
    await file.close().catch(() => undefined);
    throw error;
  }
  await file.close();
  return { sha256: sum.digest('hex'), size };
}

/** SHA-256 of what is inside, read from the drive and opened by the password alone. */
async function sumInside(path: string, password: string): Promise<string> {
  const sum = createHash('sha256');
  for await (const part of unseal(fileAsSource(path), { contents, password })) sum.update(part);
  return sum.digest('hex');
}

/**
 * Writes the file at `from`, protected, to `to`, over an older file of that name: a temporary file beside it, synced,
 * opened with the password and compared with the original, renamed, the folder synced, its bytes compared once more. A
 * failure leaves an older file whole. Memory does not grow with the file.
 * Errors, all with `{ name }`: protection.passwordTooShort, file.diskFull, file.readOnly, file.writeFailed,
 * backup.differs.
 */
export async function copyProtected(
  from: string,
  to: string,
  password: string,
  files: StorageFiles,
): Promise<Outcome<{ sha256: string; size: number }>> {
  const name = basename(to);
  const temporary = temporaryPath(dirname(to));
  const remove = () => files.rm(temporary, { force: true }).catch(() => undefined);
  try {
    requireNewPassword(password);
    const written = await writeSealed(from, temporary, password, files);
    if ((await sumInside(temporary, password)) !== (await files.sha256(from))) {
      await remove();
      return failed('backup.differs', { name });
    }
    await renameWithPatience(temporary, to, files);
    await syncFolder(dirname(to), files);
    return (await files.sha256(to)) === written.sha256 ? done(written) : failed('backup.differs', { name });
  } catch (error) {
    await remove();
    if (error instanceof SourceChanged) return failed('backup.differs', { name });
    if (!(error instanceof ExpectedFailure)) return writeFailure(error, name);
    const { code } = error.failure;
    return code === 'protection.passwordTooShort'
      ? { ok: false, error: error.failure }
      : failed('backup.differs', { name });
  }
}
