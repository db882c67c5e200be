/** The sample in a fresh workspace, a hand that writes into it, and a clock that a test moves. */
import type { AppDependencies } from '../../src/main/core/ports.ts';
import type { StorageFiles } from '../../src/main/core/storage/backups/storage-files.ts';
import { documentFromTexts } from '../../src/shared/domain/document.ts';
import { openTestApp, type TestApp } from './workspace.ts';

/** A workspace with the sample in it, and a way to write into one chapter of it. */
export async function withSample(
  folder?: string,
  overrides: Partial<AppDependencies & { files: StorageFiles }> = {},
) {
  const app = await openTestApp(folder, overrides);
  const { reportId } = await app.call('sample.open', {});
  return { ...app, reportId, ...writing(app, reportId) };
}

/** Reads and writes the text of the report's first section. */
export function writing(app: TestApp, reportId: string) {
  const chapter = async () => {
    const { chapters } = await app.call('report.read', { id: reportId });
    const [first] = chapters.filter(({ kind }) => kind === 'section');
    if (first === undefined) throw new Error('the sample has no chapter');
    return first;
  };
  return {
    chapter,
    text: async () => JSON.stringify((await chapter()).body),
    async write(text: string) {
      const { id, revision } = await chapter();
      return app.call('chapter.saveBody', { id, revision, body: documentFromTexts([text]) });
    },
  };
}

/** A clock that a test moves by hand, and the core's timer under its thumb. */
export function heldTime(start = Date.UTC(2025, 0, 6, 1)) {
  let now = start;
  let tick = () => {};
  return {
    ports: {
      clock: { now: () => new Date(now) },
      timers: {
        repeat: (_milliseconds: number, work: () => void) => {
          tick = work;
          return () => {
            tick = () => {};
          };
        },
      },
    },
    async pass(minutes: number, app: TestApp) {
      now += minutes * 60_000;
      tick();
      // A call that is answered after the tick's own work has ended: the list waits for nothing else.
      await app.app.backUpIfDue();
    },
  };
}
