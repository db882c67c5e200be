/** Returned files: read off the main thread, and kept as they were read while somebody decides about them. */
import { createHash } from 'node:crypto';
import { extname, join } from 'node:path';
import type { ReturnedDocument } from '../../../shared/domain/returned/returned-document.ts';
import { done, type ErrorCode, failed, type Outcome } from '../../../shared/errors.ts';
import { createFileJobs } from '../import/file-jobs.ts';

export interface ReadReturnedFile {
  name: string;
  sha256: string;
  document: ReturnedDocument;
}

export interface ReturnedFiles {
  /**
   * Errors, each with `name`: returned.notDocx, returned.damaged, returned.encrypted, returned.tooLarge,
   * returned.tookTooLong.
   */
  read(name: string, bytes: Uint8Array): Promise<Outcome<ReadReturnedFile>>;
  close(): void;
}

/** Beside this file under the same ending: `.ts` as it stands, `.mjs` in the bundle. */
const workerFile = join(import.meta.dirname, `returned-worker${extname(import.meta.filename)}`);

/** Readings in memory; the largest that the limits let through has some megabytes. */
const mostKept = 4;
/** What threads say of a file, in the words of this errand. */
const ownCodes: Partial<Record<ErrorCode, ErrorCode>> = {
  'import.damaged': 'returned.damaged',
  'import.encrypted': 'returned.encrypted',
  'import.tooLarge': 'returned.tooLarge',
  'import.tookTooLong': 'returned.tookTooLong',
};

export function createReturnedFiles(): ReturnedFiles {
  const jobs = createFileJobs<ReturnedDocument>({ workerFile, atOnce: 1 });
  const kept = new Map<string, ReturnedDocument>();

  return {
    async read(name, bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const known = kept.get(sha256);
      if (known !== undefined) return done({ name, sha256, document: known });
      const read = await jobs.read(sha256, name, bytes);
      if (!read.ok) return failed(ownCodes[read.error.code] ?? read.error.code, read.error.parameters);
      kept.set(sha256, read.value);
      for (const oldest of kept.keys()) {
        if (kept.size <= mostKept) break;
        kept.delete(oldest);
      }
      return done({ name, sha256, document: read.value });
    },
    close: jobs.close,
  };
}
