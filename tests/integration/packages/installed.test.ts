/** The .deb, installed by dpkg, used for the whole job where there is no network, and removed again. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../../../build/build-program.ts';
import { debianPackage } from '../../../build/loopback-edition/deb-package.ts';
import { readManifest } from '../../../build/loopback-edition/program-files.ts';
import { editionOf, ownTarget, reasonAgainstRunning, root } from './built-edition.ts';

const namespaces = ['--net', '--mount', ...(process.getuid?.() === 0 ? [] : ['--map-root-user'])];
const target = ownTarget();

/** Tries everything that the journey needs of the system, in namespaces that are gone at once. */
function reasonAgainst(): string {
  const reason = reasonAgainstRunning();
  if (reason !== '') return reason;
  if (spawnSync('dpkg', ['--version']).status !== 0) return 'no dpkg';
  const folder = mkdtempSync(join(tmpdir(), 'layers-'));
  try {
    const attempt =
      'ip link set lo up && mount -t tmpfs tmpfs . && mkdir upper work && ' +
      'mount -t overlay overlay -o lowerdir=/opt,upperdir=upper,workdir=work /opt';
    const { status } = spawnSync('unshare', [...namespaces, 'sh', '-c', attempt], { cwd: folder });
    return status === 0 ? '' : 'no namespaces with layered folders here';
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const reason = reasonAgainst();
const note = reason === '' ? '' : ` (skipped: ${reason})`;
let folder = '';
beforeAll(async () => {
  await ensureBuilt({ root });
  folder = mkdtempSync(join(tmpdir(), 'installed-'));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.skipIf(reason !== '')(
  `without any network but loopback: installed, the whole job done, removed; the workspace stays${note}`,
  async () => {
    const deb = join(folder, 'xiangbao.deb');
    const { files } = editionOf(target?.name ?? 'linux-x64', 'deb');
    const architecture = target?.debianArchitecture ?? 'amd64';
    const manifest = readManifest(root);
    writeFileSync(deb, debianPackage({ root, manifest, architecture, files, level: 1 }));
    const { stdout } = await promisify(execFile)(
      'unshare',
      [...namespaces, process.execPath, join(import.meta.dirname, 'installed-journey.ts'), deb, folder],
      { cwd: root, timeout: 120_000 },
    );
    const seen = JSON.parse(stdout);
    expect(seen.interfaces).toEqual(['lo']);
    expect(seen.verified).toBe('');
    expect(seen.help).toMatch(/^乡报/);
    expect(seen.exported).toContain('全年排查矛盾纠纷30件，化解28件。');
    expect(seen.left).toEqual([]);
    expect(seen.workspace).toEqual(expect.arrayContaining(['资料库.xbdb', '导出']));
    expect(seen.years).toEqual([2023, 2024]);
  },
  120_000,
);
