/** Every import is parsed off the main thread. */
import { extname, join } from 'node:path';
import type { ParsedReport } from '../../../shared/domain/parsed-report.ts';
import { done, type Outcome } from '../../../shared/errors.ts';
import { createFileJobs, type FileJobOptions, type FileJobs } from './file-jobs.ts';
import type { ReadReport } from './import-file.ts';

/** Reads and understands files of any format that is read; errors beside those of the jobs: of `readAnyReportFile`. */
export interface ParseJobs extends FileJobs<ReadReport> {
  /** What `read` understood, without the pictures. */
  parse(key: string, name: string, bytes: Uint8Array): Promise<Outcome<ParsedReport>>;
}

export type ParseJobOptions = Partial<FileJobOptions>;

/** Beside this file under the same ending: `.ts` as it stands, `.mjs` in the bundle. */
const parseWorkerFile = join(import.meta.dirname, `parse-worker${extname(import.meta.filename)}`);

export function createParseJobs(options: ParseJobOptions = {}): ParseJobs {
  const jobs = createFileJobs<ReadReport>({ workerFile: parseWorkerFile, ...options });
  return {
    ...jobs,
    async parse(key, name, bytes) {
      const outcome = await jobs.read(key, name, bytes);
      return outcome.ok ? done(outcome.value.parsed) : outcome;
    },
  };
}
