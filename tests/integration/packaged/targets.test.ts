/** The packages of every system and processor, as far as they come without Electron's binary and the packer's tools. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { extractFile, getRawHeader } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { NtExecutable, NtExecutableResource } from 'resedit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ensureBuilt } from '../../../build/build-program.ts';
import { desktopTargetNames, desktopTargets } from '../../../build/desktop-targets.ts';
import { inspectDecided, type PackedProgram, packWithStandIn } from '../../../build/pack-check.ts';

const root = join(import.meta.dirname, '../../..');
let folder = '';
beforeAll(async () => {
  await ensureBuilt({ root });
  folder = mkdtempSync(join(tmpdir(), 'targets-'));
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The processor a binary is for, as its own head says. */
function machineOf(path: string): string {
  const bytes = readFileSync(path);
  if (bytes.toString('latin1', 0, 4) === '\x7fELF') {
    return { 62: 'linux x64', 183: 'linux arm64' }[bytes.readUInt16LE(18)] ?? 'other';
  }
  const head = bytes.readUInt32LE(0x3c);
  expect(bytes.toString('latin1', head, head + 4)).toBe('PE\0\0');
  return { 34404: 'win32 x64', 43620: 'win32 arm64' }[bytes.readUInt16LE(head + 4)] ?? 'other';
}

function filesBelow(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(path.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

describe.each(desktopTargetNames)('the package for %s', (name) => {
  const { platform, arch } = desktopTargets[name];
  let packed: PackedProgram;
  beforeAll(async () => {
    packed = await packWithStandIn(root, join(folder, name), name);
  }, 240_000);

  it('holds exactly what runs: the bundles, the packed resources and the addon of this system', () => {
    const built = filesBelow(join(root, 'dist'))
      .filter((file) => !file.startsWith('.') && !/^\w+\/licenses\.txt$/.test(file))
      .map((file) => `/dist/${file}`);
    const folders = new Set(packed.files.map((file) => dirname(file)));
    const files = packed.files.filter((file) => !folders.has(file));
    expect(files.filter((file) => file.startsWith('/dist/')).sort()).toEqual(built);
    const rest = files.filter((file) => !file.startsWith('/dist/'));
    const library = /^\/node_modules\/better-sqlite3\/lib\/[\w/-]+\.js$/;
    expect(rest.filter((file) => !library.test(file)).sort()).toEqual([
      '/node_modules/better-sqlite3/LICENSE',
      '/node_modules/better-sqlite3/package.json',
      `/node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node`,
      '/package.json',
    ]);
  });

  it('has outside the archive nothing but the addon, which is of this processor', () => {
    const unpacked = filesBelow(`${packed.asar}.unpacked`);
    expect(unpacked).toEqual([`node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node`]);
    expect(machineOf(join(`${packed.asar}.unpacked`, unpacked[0] ?? ''))).toBe(`${platform} ${arch}`);
    expect(machineOf(packed.executable)).toBe(`${platform} ${arch}`);
  });

  it('has every fuse as configured', async () => {
    const fuses = await getCurrentFuseWire(packed.executable);
    const read = Object.fromEntries(
      Object.entries(FuseV1Options)
        .filter(([, index]) => typeof index === 'number')
        .map(([fuse, index]) => [fuse, String.fromCharCode(fuses[index as FuseV1Options] ?? 0)]),
    );
    expect(read).toEqual({
      RunAsNode: '0',
      EnableCookieEncryption: '1',
      EnableNodeOptionsEnvironmentVariable: '0',
      EnableNodeCliInspectArguments: '0',
      EnableEmbeddedAsarIntegrityValidation: '1',
      OnlyLoadAppFromAsar: '1',
      LoadBrowserProcessSpecificV8Snapshot: '0',
      GrantFileProtocolExtraPrivileges: '0',
    });
  });

  it('carries the digest of the archive where Electron looks for it: in the binary of Windows', () => {
    if (platform !== 'win32') return;
    const { entries } = NtExecutableResource.from(NtExecutable.from(readFileSync(packed.executable)));
    const seal = entries.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR');
    const value = createHash('sha256').update(getRawHeader(packed.asar).headerString).digest('hex');
    expect(JSON.parse(Buffer.from(seal?.bin ?? new ArrayBuffer(0)).toString('utf8'))).toEqual([
      { file: 'resources\\app.asar', alg: 'SHA256', value },
    ]);
  });

  it('is sealed file by file', () => {
    const { headerString } = getRawHeader(packed.asar);
    const main = JSON.parse(headerString).files.dist.files.main.files['electron.mjs'];
    const contents = extractFile(packed.asar, join('dist', 'main', 'electron.mjs'));
    expect(main.integrity).toMatchObject({
      algorithm: 'SHA256',
      hash: createHash('sha256').update(contents).digest('hex'),
    });
  });

  it('brings the licences, the list of what is in it and only two languages of Chromium', () => {
    const beside = filesBelow(packed.folder).filter((file) => !file.startsWith('resources/'));
    expect(beside).toEqual(
      [
        'LICENSE.electron.txt',
        'LICENSES.chromium.html',
        'licenses/LICENSE.txt',
        'licenses/THIRD-PARTY-LICENSES.txt',
        'licenses/sbom.cdx.json',
        'locales/en-US.pak',
        'locales/zh-CN.pak',
        'version',
        ...(platform === 'win32' ? ['xiangbao.exe'] : ['chrome-sandbox', 'xiangbao']),
      ].sort(),
    );
  });
});

describe('the program inside the archive', () => {
  /** Runs words of the command line from the archive: only its folder is there, in a place that knows no other. */
  function runInside(...words: string[]) {
    const place = mkdtempSync(join(folder, 'inside-'));
    cpSync(join(folder, 'linux-x64', 'out', 'linux-unpacked', 'resources'), join(place, 'resources'), {
      recursive: true,
    });
    const loader = join(import.meta.dirname, 'asar-loader.mjs');
    const entry = join(place, 'resources', 'app.asar', 'dist', 'main', 'cli.mjs');
    const ran = spawnSync(process.execPath, ['--import', loader, entry, ...words], {
      cwd: place,
      encoding: 'utf8',
      timeout: 120_000,
      env: { PATH: process.env.PATH ?? '', HOME: place },
    });
    return { place, ...ran };
  }

  it.skipIf(process.platform !== 'linux' || process.arch !== 'x64')(
    'does the whole job on the sample: threads, addon, resources and all are read from there',
    () => {
      const { place, status, stdout, stderr } = runInside('demo', 'data');
      expect([stderr, status]).toEqual(['', 0]);
      expect(stdout).toContain('0 个不一致');
      expect(existsSync(join(place, 'data', '资料库.xbdb'))).toBe(true);
      expect(readdirSync(join(place, 'data', '导出')).some((file) => file.endsWith('.docx'))).toBe(true);
      expect(existsSync(join(place, 'resources', 'app.asar', 'dist'))).toBe(false);
    },
    180_000,
  );
});

describe('what the tools would be told', () => {
  const strings = z.array(z.string());

  it('a .deb: the program in /opt, icons of every size, the menu entry and the kind of file', async () => {
    const told = await inspectDecided(root, join(folder, 'deb'), 'linux-arm64', 'deb', (options) => {
      const [parameters, entry] = z.tuple([strings, z.string()]).parse(options);
      const source = (ending: string) =>
        parameters.find((one) => one.endsWith(ending))?.slice(0, -ending.length - 1);
      const script = (option: string) =>
        readFileSync(parameters[parameters.indexOf(option) + 1] ?? '', 'utf8');
      return {
        parameters,
        entry: readFileSync(entry, 'utf8'),
        kinds: readFileSync(source('/usr/share/mime/packages/xiangbao.xml') ?? '', 'utf8'),
        afterInstall: script('--after-install'),
        afterRemove: script('--after-remove'),
      };
    });
    expect(told.parameters).toContain('arm64');
    expect(told.parameters.filter((one) => one.includes('/hicolor/'))).toHaveLength(8);
    const lines = told.entry.split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'Exec="/opt/乡报/xiangbao" %U',
        'Icon=xiangbao',
        'StartupWMClass=xiangbao',
        'Name[zh_CN]=乡报',
        'MimeType=application/vnd.xiangbao.workspace;',
        'Categories=Office;',
      ]),
    );
    expect(lines.some((line) => line.startsWith('Keywords[zh_CN]=乡报;'))).toBe(true);
    expect(told.kinds).toContain('<mime-type type="application/vnd.xiangbao.workspace">');
    expect(told.kinds).toContain('<glob pattern="*.xbdb"/>');
    for (const script of [told.afterInstall, told.afterRemove]) {
      const file = join(folder, 'script.sh');
      writeFileSync(file, script);
      expect(spawnSync('bash', ['-n', file], { encoding: 'utf8' }).stderr).toBe('');
    }
    expect(told.afterInstall).toContain("chmod 4755 '/opt/乡报/chrome-sandbox'");
    // What people wrote is never touched: everything removed is the program's own.
    const removed = [...told.afterRemove.matchAll(/\brm\s+(.*)/g)].map(([, what]) => what);
    expect(removed).toEqual(["-f '/usr/bin/xiangbao'", "-f '/etc/apparmor.d/xiangbao'"]);
  }, 240_000);

  it('an AppImage: started without the switch that would take its sandbox away', async () => {
    const told = await inspectDecided(root, join(folder, 'appimage'), 'linux-x64', 'AppImage', (options) =>
      z.object({ desktop: z.string(), desktopFileName: z.string() }).parse(options),
    );
    expect(told.desktopFileName).toBe('xiangbao.desktop');
    expect(told.desktop).toContain('Exec=AppRun %U\n');
    expect(told.desktop).toContain('MimeType=application/vnd.xiangbao.workspace;');
  }, 240_000);

  it('an installer for Windows: for oneself or for everybody, and never the workspaces', async () => {
    // The archive is packed before the installer is decided upon, by a tool that is not here.
    const tool = join(folder, '7za');
    writeFileSync(
      tool,
      '#!/bin/sh\nfor word in "$@"; do case "$word" in *.7z) echo x > "$word";; esac; done\n',
      {
        mode: 0o755,
      },
    );
    process.env.ELECTRON_BUILDER_7ZIP_PATH = tool;
    try {
      const defines = await inspectDecided(root, join(folder, 'nsis'), 'win-x64', 'nsis', (options) => {
        const [given] = z.tuple([z.record(z.string(), z.unknown()), z.unknown()]).parse(options);
        return given;
      });
      // One's own folder first; everybody's can be chosen, and Windows then asks for an administrator.
      expect(defines).toHaveProperty('INSTALL_MODE_PER_ALL_USERS_REQUIRED');
      expect(defines).toHaveProperty('MULTIUSER_INSTALLMODE_ALLOW_ELEVATION');
      expect(defines).not.toHaveProperty('INSTALL_MODE_PER_ALL_USERS');
      expect(defines).not.toHaveProperty('INSTALL_MODE_PER_ALL_USERS_DEFAULT');
      expect(defines).not.toHaveProperty('DELETE_APP_DATA_ON_UNINSTALL');
      // No link to a site that there is not.
      expect(Object.keys(defines).filter((define) => define.startsWith('UNINSTALL_URL'))).toEqual([]);
      expect(defines).toMatchObject({ SHORTCUT_NAME: '乡报', APP_FILENAME: 'xiangbao' });
    } finally {
      delete process.env.ELECTRON_BUILDER_7ZIP_PATH;
    }
  }, 240_000);
});
