import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { openStage, type Stage, type StageOptions } from './stage.ts';

const pictures = join(import.meta.dirname, '..', '..', '..', '.cache', 'e2e');

/** A fresh stage for each test of the file; of a test that failed, the last picture of the page is left in .cache/e2e. */
export function stageForEachTest(
  prepare: (stage: Stage) => Promise<void> = async () => {},
  options: StageOptions = {},
): () => Stage {
  let stage: Stage | null = null;
  beforeEach(async () => {
    stage = await openStage(options);
    await prepare(stage);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') {
      await stage?.page.screenshot({
        path: join(pictures, `${task.name.slice(0, 60).replaceAll('/', ' ')}.png`),
      });
    }
    await stage?.close();
    stage = null;
  });
  return () => {
    if (stage === null) throw new Error('there is a stage only while a test runs');
    return stage;
  };
}
