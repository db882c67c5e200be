/** Samples of a recipient's documents are read in a thread of their own, bounded in time and memory; nothing is kept. */
import { basename, extname, join } from 'node:path';
import type { LearntFormat } from '../../../shared/domain/learnt-format.ts';
import { failed, type Outcome } from '../../../shared/errors.ts';
import { createFileJobs } from '../import/file-jobs.ts';
import { readBytes } from '../import/read-bytes.ts';
import type { FileGrants } from '../ports.ts';
import { sampleCodes } from './learn-sample-file.ts';

export interface SampleFiles {
  /** Reads the granted file as it stands now. Errors: those of `learnSampleFile`, file.*. */
  learn(grant: string): Promise<Outcome<LearntFormat>>;
  close(): void;
}

/** Beside this file under the same ending: `.ts` as it stands, `.mjs` in the bundle. */
const workerFile = join(import.meta.dirname, `sample-worker${extname(import.meta.filename)}`);

export function createSampleFiles(grants: FileGrants): SampleFiles {
  const jobs = createFileJobs<LearntFormat>({ workerFile, atOnce: 1 });
  return {
    async learn(grant) {
      const path = grants.path(grant);
      if (!path.ok) return path;
      const name = basename(path.value);
      const bytes = await readBytes(path.value, name);
      if (!bytes.ok) return bytes;
      const learnt = await jobs.read(grant, name, bytes.value);
      if (learnt.ok) return learnt;
      const code = sampleCodes[learnt.error.code];
      return code === undefined ? learnt : failed(code, learnt.error.parameters);
    },
    close: () => jobs.close(),
  };
}
