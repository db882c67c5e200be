/** Reads every row of the open workspace in a thread of its own, beside the work. */
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ErrorCode } from '../../../../shared/errors.ts';
import type { Migration } from '../migrations/index.ts';

export interface InspectionRequest {
  path: string;
  migrations: readonly Migration[];
}

export interface BackgroundInspection {
  /**
   * What is wrong, null for nothing. The first call begins to read; all calls wait for that one reading. A reading that
   * could not be made (the disk does not answer, the program ends) says nothing is known to be wrong.
   */
  result(): Promise<ErrorCode | null>;
  end(): void;
}

/** Beside this file under the same ending: `.ts` as it stands, `.mjs` in the bundle. */
const workerFile = join(import.meta.dirname, `inspection-worker${extname(import.meta.filename)}`);

export function createBackgroundInspection(
  request: InspectionRequest,
  onDamage: () => void,
): BackgroundInspection {
  let worker: Worker | null = null;
  let reading: Promise<ErrorCode | null> | null = null;
  const read = () =>
    new Promise<ErrorCode | null>((resolve) => {
      worker = new Worker(workerFile, { workerData: request, execArgv: [], env: {} });
      // It must not keep the program alive.
      worker.unref();
      worker.once('message', (code: ErrorCode | null) => {
        if (code !== null) onDamage();
        resolve(code);
      });
      worker.once('error', () => resolve(null));
      worker.once('exit', () => resolve(null));
    });
  return {
    result() {
      reading ??= read();
      return reading;
    },
    end() {
      void worker?.terminate();
    },
  };
}
