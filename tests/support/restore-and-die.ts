/**
 * A process that goes back to a backup and ends itself as by kill -9 just before its n-th operation that writes:
 * node restore-and-die.ts FOLDER BACKUP N. Says `restored` where there was no n-th one.
 */
import { join } from 'node:path';
import { createApp } from '../../src/main/core/app.ts';
import { createFileGrants } from '../../src/main/node/file-grants.ts';
import { createResourceFolder } from '../../src/main/node/resource-folder.ts';
import { systemClock, systemTimers } from '../../src/main/node/system-clock.ts';
import { type Operation, watchedFiles } from './failing-files.ts';
import { idlePorts } from './idle-ports.ts';

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
  workspaceFolder: folder,
  files,
  clock: systemClock,
  timers: systemTimers,
  newId: () => crypto.randomUUID(),
  grants: createFileGrants(),
  resources: createResourceFolder(join(import.meta.dirname, '..', '..', 'resources')),
  log: { info: () => {}, warn: () => {} },
  ...idlePorts,
  holder: { door: 'cli', user: 'tester', host: 'desk', processId: process.pid },
});
if (!opened.ok) throw new Error(opened.error.code);
begun = true;
const outcome = await opened.value.call('backup.restore', { id });
process.stdout.write(outcome.ok ? 'restored' : outcome.error.code);
opened.value.close();
