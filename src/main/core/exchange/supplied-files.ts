/** Returned workbooks: read off the main thread, and kept as they were read until a person has decided. */
import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isHandedIn } from '../../../shared/domain/exchange/handed-in.ts';
import type { SuppliedWorkbook } from '../../../shared/domain/exchange/supply.ts';
import { done, type ErrorCode, failed, type Outcome } from '../../../shared/errors.ts';
import type { FileJobs } from '../import/file-jobs.ts';
import { readBytes } from '../import/read-bytes.ts';
import type { FileGrants } from '../ports.ts';
import { exchangeLimits } from './exchange-limits.ts';

export interface FoundFile {
  grant: string;
  name: string;
}

export interface ReadFile extends FoundFile {
  sha256: string;
  workbook: SuppliedWorkbook;
}

export interface SuppliedFiles {
  /**
   * The files behind the grants, a folder's spreadsheets in the order of their names; beyond 200 the rest is left out.
   * Errors: file.grantUnknown, file.notFound, exchange.emptyFolder.
   */
  find(grants: readonly string[]): Promise<Outcome<FoundFile[]>>;
  /** Reads the file as it stands now. Errors: those of `readWorkbook`, file.*, exchange.tookTooLong. */
  read(file: FoundFile): Promise<Outcome<ReadFile>>;
  /** The file as `read` last read it, or null. */
  known(grant: string): ReadFile | null;
  close(): void;
}

/** Kept readings; each is a few kilobytes. */
const mostKept = 2 * exchangeLimits.files;
/** What threads say of a file, in the words of this errand. */
const ownCodes: Partial<Record<ErrorCode, ErrorCode>> = {
  'import.damaged': 'exchange.damaged',
  'import.tooLarge': 'exchange.tooLarge',
  'import.tookTooLong': 'exchange.tookTooLong',
};

export function createSuppliedFiles(grants: FileGrants, jobs: FileJobs<SuppliedWorkbook>): SuppliedFiles {
  const kept = new Map<string, ReadFile>();

  const keep = (file: ReadFile) => {
    kept.delete(file.grant);
    kept.set(file.grant, file);
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
  };

  return {
    async find(wanted) {
      const files: FoundFile[] = [];
      for (const grant of wanted) {
        const path = grants.path(grant);
        if (!path.ok) return path;
        const name = basename(path.value);
        try {
          if (!(await stat(path.value)).isDirectory()) files.push({ grant, name });
          else {
            const names = (await readdir(path.value)).filter(isHandedIn).sort();
            if (names.length === 0) return failed('exchange.emptyFolder', { name });
            files.push(...names.map((each) => ({ grant: grants.grant(join(path.value, each)), name: each })));
          }
        } catch {
          return failed('file.notFound', { name });
        }
      }
      return done(files.slice(0, exchangeLimits.files));
    },
    async read(file) {
      const path = grants.path(file.grant);
      if (!path.ok) return path;
      const bytes = await readBytes(path.value, file.name);
      if (!bytes.ok) return bytes;
      const read = await jobs.read(file.grant, file.name, bytes.value);
      if (!read.ok) return failed(ownCodes[read.error.code] ?? read.error.code, read.error.parameters);
      const sha256 = createHash('sha256').update(bytes.value).digest('hex');
      const outcome = { ...file, sha256, workbook: read.value };
      keep(outcome);
      return done(outcome);
    },
    known: (grant) => kept.get(grant) ?? null,
    close: jobs.close,
  };
}
