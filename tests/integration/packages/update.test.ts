/** The packed edition of this machine, updated to another version of itself, through its own entries. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../../build/build-program.ts';
import { writeFiles } from '../../../build/loopback-edition/packed-file.ts';
import { updatePackage, versionFiles } from '../../../build/loopback-edition/update-package.ts';
import { signer, updateKey } from '../../support/small-edition.ts';
import { editionOfVersion, ownTarget, reasonAgainstRunning, root } from './built-edition.ts';
import { clickIcon, endProgram, sessionEnvironment } from './icon.ts';

const reason = reasonAgainstRunning();
const note = reason === '' ? '' : ` (skipped: ${reason})`;

describe.skipIf(reason !== '')(`an update of the packed edition${note}`, () => {
  let folder = '';
  const installed = () => join(folder, '放 程序的地方', 'xiangbao');
  const update = () => join(folder, 'u.xbupdate');
  const workspace = () => join(folder, '乡报');
  const used = () => readFileSync(join(installed(), 'current'), 'utf8').trim();
  const run = (...words: string[]) => {
    const environment = { ...sessionEnvironment(folder), XIANGBAO_DATA: workspace() };
    const { status, stdout, stderr } = spawnSync(join(installed(), 'xiangbao'), words, {
      env: environment,
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };
  const json = (...words: string[]) => {
    const { stdout, stderr } = run(...words, '--json');
    expect(stderr).toBe('');
    return JSON.parse(stdout);
  };

  beforeAll(async () => {
    await ensureBuilt({ root });
    folder = mkdtempSync(join(tmpdir(), 'update-'));
    const target = ownTarget();
    if (target === null) return;
    const { platform, arch } = target;
    mkdirSync(installed(), { recursive: true });
    writeFiles(installed(), editionOfVersion(target, '0.1.0', updateKey));
    const files = versionFiles(editionOfVersion(target, '0.1.1', updateKey), '0.1.1');
    const bytes = updatePackage({
      version: '0.1.1',
      platform,
      arch,
      notes: '试验',
      files,
      signer,
      level: 1,
    });
    writeFileSync(update(), bytes);
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is tried on the person’s own work, taken into use, started, and undone', async () => {
    expect(run('demo', workspace()).status).toBe(0);
    const held = json('self-check');
    expect(held).toMatchObject({ version: '0.1.0', counts: { reports: 2 } });

    const taken = json('update', update());
    expect(taken).toMatchObject({ version: '0.1.1', earlier: '0.1.0' });
    expect(existsSync(join(workspace(), '备份', taken.backup))).toBe(true);
    expect(json('self-check')).toEqual({ ...held, version: '0.1.1' });
    expect(run('log', '--kind', 'updated').stdout).toContain('0.1.0');
    expect(existsSync(join(installed(), 'unproven'))).toBe(true);

    const { processId } = await clickIcon(join(installed(), '乡报.sh'), { home: folder });
    await endProgram(processId);
    expect(existsSync(join(installed(), 'unproven'))).toBe(false);
    expect(readdirSync(join(installed(), 'versions')).sort()).toEqual(['0.1.0', '0.1.1']);

    const again = run('update', update());
    expect([again.status, again.stderr.trim()]).toEqual([1, '已经是 0.1.1 版了，不用更新。']);
    expect(json('update', '--undo')).toEqual({ version: '0.1.0', undone: '0.1.1' });
    expect([used(), json('self-check').version]).toEqual(['0.1.0', '0.1.0']);
  }, 120_000);

  it('goes back by itself from a version that crashes at its first start', async () => {
    expect(json('update', update())).toMatchObject({ version: '0.1.1' });
    const entry = join(installed(), 'versions/0.1.1/program/dist/main/cli.mjs');
    writeFileSync(entry, 'throw new Error("broken after its trial");\n');
    const tools = join(folder, 'bin');
    const said = join(folder, 'said');
    mkdirSync(tools);
    writeFileSync(join(tools, 'zenity'), `#!/bin/sh\nprintf '%s\\n' "$@" > '${said}'\n`, { mode: 0o755 });
    const environment = { PATH: `${tools}:/usr/bin:/bin` };
    const { processId } = await clickIcon(join(installed(), '乡报.sh'), { home: folder, environment });
    await endProgram(processId);
    expect(used()).toBe('0.1.0');
    expect(readFileSync(said, 'utf8')).toContain('已自动退回原来的 0.1.0 版');
  }, 120_000);

  it('says of the workspace of a running program that it is in use, and changes nothing', async () => {
    const { processId } = await clickIcon(join(installed(), '乡报.sh'), { home: folder });
    try {
      const { status, stderr } = run('update', update());
      expect([status, stderr.includes('请先在那里关闭')]).toEqual([1, true]);
      expect([used(), existsSync(join(installed(), 'versions/.update'))]).toEqual(['0.1.0', false]);
    } finally {
      await endProgram(processId);
    }
  }, 60_000);
});
