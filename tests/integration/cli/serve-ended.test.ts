import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/workspace.ts';

const root = join(import.meta.dirname, '..', '..', '..');

test('a program that is ended the moment it is ready, its last words unread, ends as well as any other', async () => {
  const folder = temporaryFolder();
  const child = spawn(process.execPath, ['src/main/cli/main.ts', 'serve', '--data', folder], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  // As the start entry of the loopback edition does: it leaves when the first line is there.
  await once(child.stdout, 'data');
  child.stdout.destroy();
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  expect({ code, complaint }).toEqual({ code: 0, complaint: '' });
});
