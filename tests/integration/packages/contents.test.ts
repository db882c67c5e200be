/** What the packages of all platforms hold, seen from outside. Runtimes that are not on this machine have a stand-in. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../../build/build-program.ts';
import { debianPackage } from '../../../build/loopback-edition/deb-package.ts';
import type { PackedFile } from '../../../build/loopback-edition/packed-file.ts';
import { readManifest } from '../../../build/loopback-edition/program-files.ts';
import { readPinnedRuntimes } from '../../../build/loopback-edition/runtime.ts';
import { targetNames, targetOf } from '../../../build/loopback-edition/targets.ts';
import { zipPackage } from '../../../build/loopback-edition/zip-package.ts';
import { editionOf, root } from './built-edition.ts';
import { machineOf } from './machine-of.ts';

const manifest = readManifest(root);
const versionFolder = `versions/${manifest.version}`;
const byPath = (files: readonly PackedFile[]) => new Map(files.map(({ path, bytes }) => [path, bytes]));
const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('utf8');

beforeAll(async () => {
  await ensureBuilt({ root });
}, 120_000);

describe.each(targetNames)('the edition for %s', (name) => {
  const target = targetOf(name);
  const windows = target.platform === 'win32';
  let files: PackedFile[] = [];
  let isRuntimeReal = false;
  beforeAll(() => {
    ({ files, isRuntimeReal } = editionOf(name, 'portable'));
  });

  it('holds the program, its addon and nothing else', () => {
    const known = [
      /^(current|edition\.json|使用说明\.txt)$/,
      windows ? /^(乡报|xiangbao)\.cmd$/ : /^(乡报\.sh|xiangbao)$/,
      windows ? /^versions\/[\d.]+\/runtime\/node\.exe$/ : /^versions\/[\d.]+\/runtime\/node$/,
      /^versions\/[\d.]+\/program\/(package\.json|LICENSE)$/,
      /^versions\/[\d.]+\/program\/licences\/(node\.txt|sbom\.cdx\.json|THIRD-PARTY-LICENSES\.txt)$/,
      /^versions\/[\d.]+\/program\/dist\/(main|renderer|resources)\//,
      /^versions\/[\d.]+\/program\/node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/[\w/-]+\.js)$/,
    ];
    const addon = `${versionFolder}/program/node_modules/better-sqlite3/prebuilds/${target.addon}`;
    const others = files.map(({ path }) => path).filter((path) => !known.some((one) => one.test(path)));
    expect(others).toEqual([addon]);
    expect(files.filter(({ path }) => /\.(tsx?|map)$|\.test\.|\/\.built$|electron/.test(path))).toEqual([]);
  });

  it('has an addon and, where it is here, a Node for that very machine', () => {
    const machine = { platform: target.platform, arch: target.arch };
    const contents = byPath(files);
    const addon = contents.get(
      `${versionFolder}/program/node_modules/better-sqlite3/prebuilds/${target.addon}`,
    );
    expect(machineOf(addon ?? new Uint8Array())).toEqual(machine);
    const runtime = contents.get(`${versionFolder}/runtime/${windows ? 'node.exe' : 'node'}`);
    if (isRuntimeReal) expect(machineOf(runtime ?? new Uint8Array())).toEqual(machine);
    else expect(text(runtime)).toContain('stand-in');
  });

  it('asks for no development package and says what it is', () => {
    const contents = byPath(files);
    const packed = JSON.parse(text(contents.get(`${versionFolder}/program/package.json`)));
    expect(packed.devDependencies).toBeUndefined();
    expect(Object.keys(packed.dependencies)).toEqual(['better-sqlite3']);
    expect(text(contents.get('current'))).toBe(`${manifest.version}\n`);
    expect(JSON.parse(text(contents.get('edition.json')))).toEqual({
      schema: 1,
      kind: 'portable',
      platform: target.platform,
      arch: target.arch,
      updateKey: null,
    });
  });
});

describe('the pinned runtimes', () => {
  it('are the Node that the project is developed and tested with', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(readPinnedRuntimes(root).version).toBe(devDependencies.node);
  });
});

describe('the .zip for Windows', () => {
  it('names its files as UTF-8, has the command file in the form Windows reads, and is the same each time', () => {
    const files = editionOf('win-x64', 'portable').files.filter(({ path }) => !path.startsWith('versions/'));
    const zip = Buffer.from(zipPackage('xiangbao', files, 9));
    const unpacked = unzipSync(zip);
    expect(Object.keys(unpacked).sort()).toEqual(
      ['current', 'edition.json', 'xiangbao.cmd', '乡报.cmd', '使用说明.txt']
        .map((name) => `xiangbao/${name}`)
        .sort(),
    );
    // In the central directory, where Explorer looks: bit 11 of the flags, eight bytes into the entry.
    for (let at = zip.indexOf('PK\x01\x02'); at !== -1; at = zip.indexOf('PK\x01\x02', at + 4)) {
      const name = zip.subarray(at + 46, at + 46 + zip.readUInt16LE(at + 28));
      const isUtf8 = (zip.readUInt16LE(at + 8) & 0x800) !== 0;
      expect(isUtf8).toBe(name.some((byte) => byte > 0x7f));
    }
    for (const name of ['乡报.cmd', 'xiangbao.cmd']) {
      const command = text(unpacked[`xiangbao/${name}`]);
      expect(command).toMatch(/^[\x20-\x7e\r\n]+$/);
      expect(command.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    }
    expect(zip.equals(Buffer.from(zipPackage('xiangbao', [...files].reverse(), 9)))).toBe(true);
  });
});

/** The second member of the archive: after the mark and «debian-binary», each member with a head of 60 bytes. */
function controlOf(deb: Buffer): string {
  const head = 8 + 60 + 4;
  const size = Number(deb.toString('latin1', head + 48, head + 58));
  return gunzipSync(deb.subarray(head + 60, head + 60 + size)).toString('latin1');
}

const dpkgDeb = spawnSync('dpkg-deb', ['--version']).status === 0;

describe.each(['linux-x64', 'linux-arm64'] as const)('the .deb for %s', (name) => {
  const architecture = targetOf(name).debianArchitecture ?? 'amd64';
  const make = (files: readonly PackedFile[]) =>
    debianPackage({ root, manifest, architecture, files, level: 1 });
  let folder = '';
  /** Without what is large: how a package is made does not depend on it. */
  let small: PackedFile[] = [];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'deb-'));
    small = editionOf(name, 'deb').files.filter(({ path }) => !/\/(runtime|dist|prebuilds)\//.test(path));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is the same each time, whatever order its files come in', () => {
    const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    expect(digest(make(small))).toBe(digest(make([...small].reverse())));
  });

  it('has no script that would run as root', () => {
    const names = [...controlOf(make(small)).matchAll(/(?:^|\0)(\.\/[\w.-]*)\0/g)].map(
      ([, member]) => member,
    );
    expect(names).toEqual(['./', './control', './md5sums']);
  });

  it.skipIf(!dpkgDeb)(
    `is read by dpkg-deb, with files of root and the right machine${dpkgDeb ? '' : ' (skipped: no dpkg-deb)'}`,
    () => {
      const path = join(folder, 'xiangbao.deb');
      writeFileSync(path, make(small));
      const ask = (...words: string[]) => spawnSync('dpkg-deb', words, { encoding: 'utf8' });
      expect(ask('--field', path, 'Package', 'Version', 'Architecture').stdout).toBe(
        `Package: xiangbao\nVersion: ${manifest.version}\nArchitecture: ${architecture}\n`,
      );
      const { stdout, stderr } = ask('--contents', path);
      expect(stderr).toBe('');
      const lines = stdout.trimEnd().split('\n');
      expect(lines.filter((line) => !/^[dl-][rwx-]{9} root\/root /.test(line))).toEqual([]);
      expect(stdout).toContain(' ./usr/bin/xiangbao -> /opt/xiangbao/xiangbao');
      expect(lines.filter((line) => /\.\/(home|root|etc|var|tmp)\//.test(line))).toEqual([]);
      expect(ask('--extract', path, join(folder, 'out')).status).toBe(0);
    },
  );

  it('depends on the C and C++ libraries that its addon was linked with', () => {
    const { addon } = targetOf(name);
    const bytes = editionOf(name, 'deb').files.find(({ path }) => path.endsWith(addon))?.bytes;
    const symbols = Buffer.from(bytes ?? []).toString('latin1');
    const newest = Math.max(...[...symbols.matchAll(/GLIBC_2\.(\d+)/g)].map(([, minor]) => Number(minor)));
    expect(newest).toBe(34);
    expect(controlOf(make(small))).toContain(`libc6 (>= 2.${newest})`);
  });
});
