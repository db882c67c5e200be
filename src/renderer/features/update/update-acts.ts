import type { MethodOutput, UpdateStep } from '../../../shared/contract.ts';
import type { Outcome } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { saveEverything } from '../settings/backup-acts.ts';

export interface UpdateProgress {
  step: UpdateStep;
  /** Of the step, 0 to 1. */
  part: number;
}

export type Taken = MethodOutput<'update.take'>;

/** Milliseconds between two looks at how far it has come. */
const betweenLooks = 300;

/**
 * Saves what is being written, so that the backup holds it, and takes the update; `onProgress` is told how far it is.
 * `null`: something could not be saved, and nothing was begun.
 */
export async function takeUpdate(
  grant: string,
  onProgress: (progress: UpdateProgress) => void,
): Promise<Outcome<Taken> | null> {
  if (!(await saveEverything())) return null;
  let isOver = false;
  const watch = async () => {
    while (!isOver) {
      const progress = await call('update.progress', {});
      if (!isOver && progress.ok && progress.value.step !== null) {
        onProgress({ step: progress.value.step, part: progress.value.part });
      }
      await new Promise((resolve) => setTimeout(resolve, betweenLooks));
    }
  };
  void watch();
  try {
    return await call('update.take', { grant });
  } finally {
    isOver = true;
  }
}
