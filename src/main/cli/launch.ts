/**
 * Entry of the loopback edition's icon: starts `serve` beside itself, without a terminal, waits until it is ready and
 * leaves. A start that fails reaches the person as a sentence, with or without a terminal. Words are handed on to `serve`.
 */
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepNewFilesPrivate } from '../node/private-files.ts';
import { removeNoticePage } from './launcher/notice-page.ts';
import { startBeside } from './launcher/start-beside.ts';
import { startProblem } from './launcher/start-problem.ts';

/** How this process ends when the start failed and the person has been told: what the start entry need not tell again. */
const exitCodeOfToldFailure = 3;
/** The first start of an updated version crashed: the start entry goes back to the version before. */
const exitCodeOfCrashedUpdate = 4;

keepNewFilesPrivate();
const started = await startBeside({
  command: process.execPath,
  parameters: [
    join(import.meta.dirname, 'cli.mjs'),
    'serve',
    '--open',
    '--while-open',
    ...process.argv.slice(2),
  ],
  // Not the program's own folder, which could not be removed or its stick not pulled out while a program stands in it.
  folder: homedir(),
});
const noticeFolders = [homedir(), tmpdir()];
const teller = { entryFolder: import.meta.dirname, environment: process.env, noticeFolders };
// Set by the start entry: the version that it has just gone back from.
const wentBackFrom = process.env.XIANGBAO_WENT_BACK;
if (started.ok) {
  removeNoticePage(noticeFolders);
  if (wentBackFrom !== undefined) {
    const { tellReturn } = await import('./launcher/tell-failed-start.ts');
    tellReturn(wentBackFrom, teller);
  }
} else {
  // Only a start that fails needs the texts, and to know of updates.
  const { mayGoBack } = await import('../node/update/edition-files.ts');
  if (startProblem(started.complaint).kind === 'silent' && mayGoBack(import.meta.dirname)) {
    process.stderr.write(started.complaint);
    process.exitCode = exitCodeOfCrashedUpdate;
  } else {
    const { tellFailedStart } = await import('./launcher/tell-failed-start.ts');
    tellFailedStart(started.complaint, teller);
    process.exitCode = exitCodeOfToldFailure;
  }
}
