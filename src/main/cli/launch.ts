/**
 * Entry of the loopback edition's icon: starts `serve` beside itself, without a terminal, waits until it is ready and
 * leaves. A start that fails reaches the person as a sentence, with or without a terminal. Words are handed on to `serve`.
 */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { startBeside } from './launcher/start-beside.ts';

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
if (!started.ok) {
  // Only a start that fails needs the texts.
  const { tellFailedStart } = await import('./launcher/tell-failed-start.ts');
  tellFailedStart(started.sentence, import.meta.dirname);
  process.exitCode = 1;
}
