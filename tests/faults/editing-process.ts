/**
 * A clerk's session as a process of its own, to be killed: node editing-process.ts FOLDER SEED. It writes texts and
 * numbers as fast as they are saved, makes backups, keeps and brings back states, and tells each thing once the program
 * has said that it is saved: one JSON value a line.
 */
import { createApp } from '../../src/main/core/app.ts';
import { systemClock, systemTimers } from '../../src/main/node/system-clock.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../src/shared/contract.ts';
import { documentFromTexts } from '../../src/shared/domain/document.ts';
import { foreseeable } from '../support/foreseeable.ts';
import { randomNumbers } from './damage.ts';

export interface SavedText {
  chapterId: string;
  /** Grows with every text of the session, whatever its chapter. */
  count: number;
}

const [folder = '', seed = '1'] = process.argv.slice(2);
const random = randomNumbers(Number(seed));
const opened = await createApp({
  ...foreseeable()(),
  clock: systemClock,
  timers: systemTimers,
  newId: () => crypto.randomUUID(),
  workspaceFolder: folder,
});
if (!opened.ok) throw new Error(opened.error.code);
const app = opened.value;

async function call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
  const outcome = await app.call(method, input);
  if (!outcome.ok) throw new Error(`${method}: ${outcome.error.code}`);
  return outcome.value as MethodOutput<M>;
}

const [report] = (await call('workspace.status', {})).reports;
if (report === undefined) throw new Error('the workspace has no report');
const tell = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);
tell('ready');

for (let count = Number(seed) * 1_000_000; ; count += 1) {
  const { chapters } = await call('report.read', { id: report.id });
  const chapter = chapters[random(chapters.length)];
  if (chapter === undefined) throw new Error('the report has no chapter');
  const { id, revision } = chapter;
  const words = `第${count}次写下的一段话。`.repeat(1 + random(200));
  await call('chapter.saveBody', { id, revision, body: documentFromTexts([words]) });
  const saved: SavedText = { chapterId: id, count };
  tell(saved);
  if (random(15) === 0) await call('backup.make', {});
  if (random(10) === 0) await call('history.keep', { reportId: report.id });
}
