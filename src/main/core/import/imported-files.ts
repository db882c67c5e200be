/** Files on their way in: read once, understood off the main thread, and kept until they are committed. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { done, type Outcome } from '../../../shared/errors.ts';
import type { FileGrants } from '../ports.ts';
import type { ReadReport } from './import-file.ts';
import type { ParseJobs } from './parse-job.ts';
import { readBytes } from './read-bytes.ts';

export interface ImportedFile extends ReadReport {
  name: string;
  sha256: string;
  /** The file as it was read. */
  bytes: Uint8Array;
}

export interface ImportedFiles {
  /**
   * Reads and understands a granted file; what was understood before is answered at once, also when the file has
   * changed or vanished since: what the person saw is what is imported. The oldest files are let go when there are
   * more than 24, or more than 120 MB with their pictures; such a file is read anew.
   */
  read(grant: string): Promise<Outcome<ImportedFile>>;
  /** The file as `read` understood it, or null. */
  known(grant: string): ImportedFile | null;
  cancel(grant: string): void;
  close(): void;
}

/** As many files as a person may have open at once in the import screen. */
const mostFiles = 24;
/** Their bytes and those of their pictures, held in memory; one file with its pictures always fits. */
const mostBytes = 120 * 1024 * 1024;

function sizeOf({ bytes, pictures }: ImportedFile): number {
  return pictures.reduce((sum, picture) => sum + picture.bytes.length, bytes.length);
}

export function createImportedFiles(grants: FileGrants, jobs: ParseJobs): ImportedFiles {
  const files = new Map<string, ImportedFile>();

  const keep = (grant: string, file: ImportedFile) => {
    files.delete(grant);
    let room = mostBytes - sizeOf(file);
    for (const [index, [older, kept]] of [...files].toReversed().entries()) {
      room -= sizeOf(kept);
      if (room < 0 || index >= mostFiles - 1) files.delete(older);
    }
    files.set(grant, file);
  };

  return {
    async read(grant) {
      const known = files.get(grant);
      if (known !== undefined) return done(known);
      const path = grants.path(grant);
      if (!path.ok) return path;
      const name = basename(path.value);
      const bytes = await readBytes(path.value, name);
      if (!bytes.ok) return bytes;
      const sha256 = createHash('sha256').update(bytes.value).digest('hex');
      const read = await jobs.read(grant, name, bytes.value);
      if (!read.ok) return read;
      const file = { name, sha256, bytes: bytes.value, ...read.value };
      keep(grant, file);
      return done(file);
    },
    known: (grant) => files.get(grant) ?? null,
    cancel: (grant) => jobs.cancel(grant),
    close: () => jobs.close(),
  };
}
