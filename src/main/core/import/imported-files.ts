/** Files on their way in: read once, understood off the main thread, and kept until they are committed. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { maximumFileBytes } from '../../../shared/contract.ts';
import type { ParsedReport } from '../../../shared/domain/parsed-report.ts';
import { done, failed, type Outcome } from '../../../shared/errors.ts';
import type { FileGrants } from '../ports.ts';
import type { ParseJobs } from './parse-job.ts';

export interface ImportedFile {
  name: string;
  sha256: string;
  parsed: ParsedReport;
}

export interface ImportedFiles {
  /**
   * Reads and understands a granted file; what was understood before is answered at once, also when the file has
   * changed or vanished since: what the person saw is what is imported.
   */
  read(grant: string): Promise<Outcome<ImportedFile>>;
  /** The file as `read` understood it, or null. */
  known(grant: string): ImportedFile | null;
  cancel(grant: string): void;
  close(): void;
}

/** As many files as a person may have open at once in the import screen. */
const mostFiles = 24;

export function createImportedFiles(grants: FileGrants, jobs: ParseJobs): ImportedFiles {
  const files = new Map<string, ImportedFile>();

  const keep = (grant: string, file: ImportedFile) => {
    files.set(grant, file);
    const [oldest] = files.keys();
    if (files.size > mostFiles && oldest !== undefined) files.delete(oldest);
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
      const parsed = await jobs.parse(grant, name, bytes.value);
      if (!parsed.ok) return parsed;
      const file = { name, sha256, parsed: parsed.value };
      keep(grant, file);
      return done(file);
    },
    known: (grant) => files.get(grant) ?? null,
    cancel: (grant) => jobs.cancel(grant),
    close: () => jobs.close(),
  };
}

async function readBytes(path: string, name: string): Promise<Outcome<Uint8Array>> {
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
