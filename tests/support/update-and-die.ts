/**
 * node update-and-die.ts ROOT UPDATE COUNT: takes the update and kills this process (SIGKILL) just before the COUNTth change
 * of names below ROOT, whatever code makes it: a folder made, a file opened to be written, a rename, a removal. Prints `done`
 * where there were fewer.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { findEdition } from '../../src/main/node/edition/edition-layout.ts';
import { noCounts } from './small-edition.ts';

const [root = '', path = '', count = '0'] = process.argv.slice(2);
let changes = 0;
const beforeChange = (changed: unknown) => {
  if (!String(changed).startsWith(root)) return;
  changes += 1;
  if (changes === Number(count)) process.kill(process.pid, 'SIGKILL');
};
type Changing = (path: never, ...rest: never[]) => unknown;
const watched = <T extends object>(owner: T, name: keyof T, isChange: (flags: unknown) => boolean) => {
  const original = owner[name] as Changing;
  owner[name] = ((changed: never, ...rest: never[]) => {
    if (isChange(rest[0])) beforeChange(changed);
    return original.call(owner, changed, ...rest);
  }) as T[keyof T];
};
const always = () => true;
for (const name of ['mkdirSync', 'renameSync', 'rmSync', 'copyFileSync'] as const) watched(fs, name, always);
for (const name of ['mkdir', 'rename', 'rm'] as const) watched(fs.promises, name, always);
const forWriting = (flags: unknown) => flags !== 'r' && flags !== undefined;
watched(fs, 'openSync', forWriting);
watched(fs.promises, 'open', forWriting);
syncBuiltinESMExports();

// Only now, so that the program sees the watched functions.
const { takeUpdate } = await import('../../src/main/node/update/take-update.ts');
const installed = findEdition(`${root}/versions/0.1.0/program/dist/main`);
if (installed === null || installed.edition.updateKey === null) throw new Error('no edition');
const taken = await takeUpdate({
  path,
  copy: { installed, runningVersion: '0.1.0', updateKey: installed.edition.updateKey },
  holder: { door: 'cli', user: 'li', host: 'pc', processId: process.pid },
  environment: process.env,
  backUp: async () => ({ ok: true, value: { id: 'b', path, counts: noCounts } }),
});
process.stdout.write(taken.ok ? 'done' : taken.error.code);
