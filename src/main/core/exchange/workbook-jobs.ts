/** Returned workbooks are read in a thread of their own, bounded in time and memory. */
import { extname, join } from 'node:path';
import type { SuppliedWorkbook } from '../../../shared/domain/exchange/supply.ts';
import { createFileJobs, type FileJobs } from '../import/file-jobs.ts';
import { exchangeLimits } from './exchange-limits.ts';

/** Beside this file under the same ending: `.ts` as it stands, `.mjs` in the bundle. */
const workerFile = join(import.meta.dirname, `workbook-worker${extname(import.meta.filename)}`);

/** Jobs that answer as `readWorkbook` does. */
export function createWorkbookJobs(limits: Partial<typeof exchangeLimits> = {}): FileJobs<SuppliedWorkbook> {
  const { timeLimitMilliseconds, memoryLimitMegabytes } = { ...exchangeLimits, ...limits };
  return createFileJobs<SuppliedWorkbook>({
    workerFile,
    timeLimitMilliseconds,
    memoryLimitMegabytes,
    // One thread is kept warm; to start another takes longer than to read a dozen sheets.
    atOnce: 1,
  });
}
