/** A backup that comes from outside (a stick, another computer), protected or not, brought beside the workspace to be read. */
import { basename } from 'node:path';
import { done, ExpectedFailure, failed, type Outcome } from '../../../../shared/errors.ts';
import { systemCode } from '../../export/system-failure.ts';
import { type ByteSource, fileAsSource, takeFrom } from '../../protection/byte-source.ts';
import { headerBytes, isProtected } from '../../protection/container-format.ts';
import { unseal } from '../../protection/unseal.ts';
import { copyWithReadBack } from './make-backup.ts';
import { type StorageFiles, writeFailure } from './storage-files.ts';
import { temporaryPath, withCompanions } from './temporary-files.ts';

export interface OutsideCopy {
  path: string;
  /** Null asks for it where one is needed. */
  password: string | null;
}

export interface BroughtCopy {
  /** A temporary file that is a workspace file, if it is anything; gone when the work with it is done. */
  path: string;
  /** Of the copy, as the person knows it. */
  name: string;
  isProtected: boolean;
}

/**
 * Does `work` with the copy's contents. Errors, with `{ name }`: file.notFound, file.unreadable, those of unseal, those
 * of copying, those of `work`. Whatever comes of it nothing is left behind, and the workspace is not touched here.
 */
export async function withOutsideCopy<T>(
  { path, password }: OutsideCopy,
  { folder, files }: { folder: string; files: StorageFiles },
  work: (brought: BroughtCopy) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const name = basename(path);
  const temporary = temporaryPath(folder);
  try {
    const opened = await openSource(path);
    if (!opened.ok) return opened;
    const { source, isSealed } = opened.value;
    const brought = isSealed
      ? await writeUnsealed(source, password, temporary, files)
      : await copyWithReadBack(path, temporary, files);
    if (!brought.ok) return failed(brought.error.code, { ...brought.error.parameters, name });
    return await work({ path: temporary, name, isProtected: isSealed });
  } finally {
    for (const file of withCompanions(temporary)) {
      await files.rm(file, { force: true }).catch(() => undefined);
    }
  }
}

async function openSource(path: string): Promise<Outcome<{ source: ByteSource; isSealed: boolean }>> {
  try {
    const source = fileAsSource(path);
    const taking = takeFrom(source.read());
    try {
      return done({ source, isSealed: isProtected(await taking.take(headerBytes)) });
    } finally {
      await taking.stop();
    }
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    return failed(code === 'ENOENT' ? 'file.notFound' : 'file.unreadable', { name: basename(path) });
  }
}

async function writeUnsealed(
  source: ByteSource,
  password: string | null,
  to: string,
  files: StorageFiles,
): Promise<Outcome<null>> {
  try {
    const file = await files.open(to, 'wx');
    try {
      for await (const part of unseal(source, { contents: 'backup', password })) await file.writeFile(part);
      await file.sync();
    } finally {
      await file.close();
    }
    return done(null);
  } catch (error) {
    return error instanceof ExpectedFailure
      ? { ok: false, error: error.failure }
      : writeFailure(error, source.name);
  }
}
