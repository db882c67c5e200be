import { basename } from 'node:path';
import type { ParsedReport } from '../../shared/domain/parsed-report.ts';
import { createParseJobs } from '../core/import/parse-job.ts';
import { readBytes } from '../core/import/read-bytes.ts';
import { CommandFailure } from './command.ts';

/** Understands a file without a workspace. Rejects with CommandFailure. */
export async function parseFile(path: string): Promise<ParsedReport> {
  const name = basename(path);
  const bytes = await readBytes(path, name);
  if (!bytes.ok) throw new CommandFailure(bytes.error);
  const jobs = createParseJobs();
  try {
    const outcome = await jobs.parse(path, name, bytes.value);
    if (!outcome.ok) throw new CommandFailure(outcome.error);
    return outcome.value;
  } finally {
    jobs.close();
  }
}
