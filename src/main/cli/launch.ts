/**
 * Entry of the loopback edition's icon: starts `serve` beside itself, without a terminal, waits until it is ready and
 * leaves. A start that fails reaches the person as a sentence, with or without a terminal. Words are handed on to `serve`.
 */
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepNewFilesPrivate } from '../node/private-files.ts';
import { removeNoticePage } from './launcher/notice-page.ts';
import { startBeside } from './launcher/start-beside.ts';

/** How this process ends when the start failed and the person has been told: what the start entry need not tell again. */
const exitCodeOfToldFailure = 3;

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
if (started.ok) {
  removeNoticePage(noticeFolders);
} else {
  // Only a start that fails needs the texts.
  const { tellFailedStart } = await import('./launcher/tell-failed-start.ts');
  tellFailedStart({
    complaint: started.complaint,
    entryFolder: import.meta.dirname,
    environment: process.env,
    noticeFolders,
  });
  process.exitCode = exitCodeOfToldFailure;
}
