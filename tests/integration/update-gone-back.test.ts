/** The start entry of Linux, with versions that do not start. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFiles } from '../../build/loopback-edition/packed-file.ts';
import { versionFolder } from '../../src/main/node/edition/edition-layout.ts';
import { switchTo } from '../../src/main/node/update/edition-files.ts';
import { makeSmallEdition, smallVersion } from '../support/small-edition.ts';
import { temporaryFolder } from '../support/workspace.ts';

/** 0.1.0 updated to 0.1.1, whose start does `launch`. */
function updated(launch: string) {
  const root = join(temporaryFolder(), '放 程序');
  makeSmallEdition(root, '0.1.0', { launch: 'echo "0.1.0 runs, after $XIANGBAO_WENT_BACK"' });
  writeFiles(versionFolder(root, '0.1.1'), smallVersion('0.1.1', { launch }));
  switchTo(root, '0.1.1', '0.1.0');
  const start = () => {
    const { status, stdout, stderr } = spawnSync(join(root, '乡报.sh'), ['--data', 'x'], {
      encoding: 'utf8',
      // No desktop: a sentence goes to the terminal alone.
      env: { PATH: '/usr/bin:/bin' },
    });
    return { status, stdout, stderr, used: readFileSync(join(root, 'current'), 'utf8').trim() };
  };
  return { root, start };
}

describe.skipIf(process.platform !== 'linux')('the start entry after an update', () => {
  it.each(['exit 1', 'exit 4', 'kill -9 $$'])('goes back from a version that ends by %s', (launch) => {
    const { root, start } = updated(launch);
    const back = { status: 0, stdout: '0.1.0 runs, after 0.1.1\n', used: '0.1.0' };
    expect(start()).toMatchObject(back);
    expect(['unproven', 'previous'].map((name) => existsSync(join(root, name)))).toEqual([false, false]);
    expect(start()).toMatchObject({ ...back, stdout: '0.1.0 runs, after \n' });
  });

  it('goes back from a version whose files are gone', () => {
    const { root, start } = updated('true');
    rmSync(join(root, 'versions/0.1.1/runtime'), { recursive: true });
    expect(start()).toMatchObject({ status: 0, used: '0.1.0' });
  });

  it('stays with a version that starts, or that told the person why it did not', () => {
    expect(updated('echo fine').start()).toMatchObject({ status: 0, stdout: 'fine\n', used: '0.1.1' });
    expect(updated('exit 3').start()).toMatchObject({ status: 3, stdout: '', used: '0.1.1' });
  });

  it('stays with a version that started once, and where there is nothing to go back to', () => {
    const proven = updated('exit 1');
    rmSync(join(proven.root, 'unproven'));
    expect(proven.start()).toMatchObject({ status: 1, used: '0.1.1' });
    const alone = updated('exit 1');
    rmSync(join(alone.root, 'versions/0.1.0'), { recursive: true });
    expect(alone.start()).toMatchObject({ status: 1, used: '0.1.1' });
    const same = updated('exit 1');
    writeFileSync(join(same.root, 'previous'), '0.1.1\n');
    const { status, stderr } = same.start();
    expect([status, stderr.includes('没有启动')]).toEqual([1, true]);
  });
});
