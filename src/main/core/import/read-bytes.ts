import { readFile, stat } from 'node:fs/promises';
import { maximumFileBytes } from '../../../shared/contract.ts';
import { done, failed, type Outcome } from '../../../shared/errors.ts';

/**
 * A file's bytes; `name` is what a person knows it by. Errors: file.tooLarge `{ name, limit }` in MB, before anything is
 * read; file.notFound, file.unreadable `{ name }`.
 */
export async function readBytes(path: string, name: string): Promise<Outcome<Uint8Array>> {
  try {
    if ((await stat(path)).size > maximumFileBytes) {
      return failed('file.tooLarge', { name, limit: maximumFileBytes / 1024 / 1024 });
    }
    return done(new Uint8Array(await readFile(path)));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return failed(missing ? 'file.notFound' : 'file.unreadable', { name });
  }
}
