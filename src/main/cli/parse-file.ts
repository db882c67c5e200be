import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { maximumFileBytes } from '../../shared/contract.ts';
import type { ParsedReport } from '../../shared/domain/parsed-report.ts';
import { createParseJobs } from '../core/import/parse-job.ts';
import { CommandFailure } from './command.ts';

/** Understands a file without a workspace. Rejects with CommandFailure. */
export async function parseFile(path: string): Promise<ParsedReport> {
  const jobs = createParseJobs();
  try {
    const outcome = await jobs.parse(path, basename(path), await readInput(path));
    if (!outcome.ok) throw new CommandFailure(outcome.error);
    return outcome.value;
  } finally {
    jobs.close();
  }
}

async function readInput(path: string): Promise<Uint8Array> {
  const name = basename(path);
  try {
    if ((await stat(path)).size > maximumFileBytes) {
      throw new CommandFailure({
        code: 'file.tooLarge',
        parameters: { name, limit: maximumFileBytes / 1024 / 1024 },
      });
    }
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new CommandFailure({ code: missing ? 'file.notFound' : 'file.unreadable', parameters: { name } });
  }
}
