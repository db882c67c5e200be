/** An update that is killed before each of its changes to the disk, in turn. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findEdition, versionFolder } from '../../src/main/node/edition/edition-layout.ts';
import { readVersionFile } from '../../src/main/node/update/edition-files.ts';
import { settleAfterStart } from '../../src/main/node/update/settle-after-start.ts';
import { makeSmallEdition, smallUpdate, smallVersion, updateKey } from '../support/small-edition.ts';
import { temporaryFolder } from '../support/workspace.ts';

const script = join(import.meta.dirname, '../support/update-and-die.ts');

it.skipIf(process.platform !== 'linux')(
  'leaves the old version or the new one in use, whole, and nothing else after the next start',
  async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'u.xbupdate');
    writeFileSync(path, smallUpdate());
    const outcomes: string[] = [];
    for (let count = 1; outcomes.at(-1) !== 'done'; count += 1) {
      expect(count).toBeLessThan(60);
      const root = join(folder, String(count));
      mkdirSync(root);
      makeSmallEdition(root);
      const words = [script, root, path, String(count)];
      const { signal, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
      expect([signal ?? stdout, stderr]).toEqual([signal === null ? 'done' : 'SIGKILL', '']);

      const used = readVersionFile(root, 'current') ?? '';
      outcomes.push(signal === null ? 'done' : used);
      for (const file of smallVersion(used)) {
        expect(readFileSync(join(versionFolder(root, used), file.path))).toEqual(Buffer.from(file.bytes));
      }
      const started = spawnSync(join(root, '乡报.sh'), { encoding: 'utf8' });
      expect(started.stdout).toBe(`${used} runs\n`);
      const installed = findEdition(join(versionFolder(root, used), 'program/dist/main'));
      if (installed === null) throw new Error('the edition is gone');
      const holder = { door: 'cli' as const, user: 'li', host: 'pc', processId: process.pid };
      const copy = { installed, runningVersion: used, updateKey };
      await settleAfterStart({ manner: 'stick', version: used, copy }, holder);
      const left = ['versions/.update', 'current.new', 'previous.new', 'unproven.new'];
      expect(left.filter((name) => existsSync(join(root, name)))).toEqual([]);
      expect(existsSync(versionFolder(root, '0.1.1'))).toBe(used === '0.1.1');
    }
    // Each change before the last rename leaves the old version, each after it the new one.
    expect(outcomes.lastIndexOf('0.1.0')).toBeGreaterThan(15);
    expect(new Set(outcomes)).toEqual(new Set(['0.1.0', '0.1.1', 'done']));
    expect(outcomes.indexOf('0.1.1')).toBe(outcomes.lastIndexOf('0.1.0') + 1);
  },
  120_000,
);
