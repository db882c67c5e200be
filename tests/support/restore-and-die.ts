/**
 * A process that goes back to a backup and ends itself as by kill -9 just before its n-th operation that writes:
 * node restore-and-die.ts FOLDER BACKUP N. Says `restored` where there was no n-th one.
 */
import { createApp } from '../../src/main/core/app.ts';
import { systemClock, systemTimers } from '../../src/main/node/system-clock.ts';
import { type Operation, watchedFiles } from './failing-files.ts';
import { foreseeable } from './foreseeable.ts';

const [folder = '', id = '', last = ''] = process.argv.slice(2);
let begun = false;
let count = 0;
const reading: Operation['name'][] = ['list', 'sha256', 'open', 'close'];
const files = watchedFiles(({ name }) => {
  if (!begun || reading.includes(name)) return;
  count += 1;
  if (count === Number(last)) process.kill(process.pid, 'SIGKILL');
});
const opened = await createApp({
  ...foreseeable()(),
  workspaceFolder: folder,
  files,
  clock: systemClock,
  timers: systemTimers,
  newId: () => crypto.randomUUID(),
});
if (!opened.ok) throw new Error(opened.error.code);
begun = true;
const outcome = await opened.value.call('backup.restore', { id });
process.stdout.write(outcome.ok ? 'restored' : outcome.error.code);
opened.value.close();
