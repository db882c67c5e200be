/**
 * Another person with an account on the same machine. The program runs with the most careless umask; where the tests are
 * root, somebody else really tries to read and to speak to the door.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './imports.ts';

const commandLine = join(root, 'src', 'main', 'cli', 'main.ts');
const somebodyElse = 65_534;
const isRoot = process.getuid?.() === 0;
const hasRights = process.platform !== 'win32';

let place = '';
let workspace = '';
let temporary = '';
let server: ChildProcess;
let said = '';
let port = '';
let token = '';
let received = '';

/** Runs `words` of the command line as somebody whose umask lets everybody read and write. */
function carelessly(words: readonly string[]): [command: string, parameters: string[]] {
  return ['/bin/sh', ['-c', 'umask 0; exec "$@"', 'sh', process.execPath, commandLine, ...words]];
}

const environment = () => ({ ...process.env, TMPDIR: temporary, XIANGBAO_NO_BROWSER: '1' });

async function ask(path: string, headers: Record<string, string>, body?: string): Promise<Response> {
  const method = body === undefined ? 'GET' : 'POST';
  return await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers,
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
  });
}

async function call(method: string, input: unknown, cookie: string): Promise<string> {
  const headers = {
    'Content-Type': 'application/json',
    Origin: `http://127.0.0.1:${port}`,
    Cookie: cookie,
  };
  return await (await ask(`/api/${method}`, headers, JSON.stringify(input))).text();
}

/** What everybody may do to the files below, as `mode path`, links left out. */
function openToOthers(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !lstatSync(path).isSymbolicLink() && (lstatSync(path).mode & 0o077) !== 0)
    .map((path) => `${(lstatSync(path).mode & 0o777).toString(8)} ${path.slice(folder.length)}`);
}

/** Runs `script` as a person without any right here; what it prints. */
function asSomebodyElse(script: string, ...parameters: string[]): string {
  const become = `process.setgroups([]); process.setgid(${somebodyElse}); process.setuid(${somebodyElse});`;
  const run = spawnSync(process.execPath, ['-e', `${become} ${script}`, ...parameters], { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  return run.stdout;
}

describe.skipIf(!hasRights)('another user of this machine', () => {
  beforeAll(async () => {
    place = mkdtempSync(join(tmpdir(), 'others-'));
    chmodSync(place, 0o755);
    workspace = join(place, '乡报');
    temporary = join(place, 'tmp');
    mkdirSync(temporary);
    chmodSync(temporary, 0o1777);
    const demo = spawnSync(...carelessly(['demo', workspace]), { encoding: 'utf8', env: environment() });
    expect([demo.status, demo.stderr]).toEqual([0, '']);
    const backup = spawnSync(...carelessly(['backup', '--data', workspace]), { env: environment() });
    expect(backup.status).toBe(0);
    // A browser that does not start is a line in the log.
    spawnSync(
      ...carelessly(['export', '--year', '2024', '--draft', '--pdf', '--to', place, '--data', workspace]),
      {
        env: { ...environment(), XIANGBAO_BROWSER: '/bin/false' },
      },
    );

    server = spawn(...carelessly(['serve', '--data', workspace]), {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: environment(),
    });
    await new Promise<void>((resolve) => {
      server.stdout?.on('data', (chunk) => {
        said += String(chunk);
        if (/token=\S+\n/.test(said)) resolve();
      });
    });
    [, port = '', token = ''] = /127\.0\.0\.1:(\d+)\/\?token=(\S+)/.exec(said) ?? [];
    const opened = await ask(`/?token=${token}`, {});
    const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    received = await call(
      'host.receiveFile',
      { name: '秘密.txt', base64: Buffer.from('SECRET').toString('base64') },
      cookie,
    );
  }, 60_000);
  afterAll(async () => {
    if (server.exitCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
    rmSync(place, { recursive: true, force: true });
  });

  it('finds the workspace, its backups, its log and what was exported closed, whatever the umask', () => {
    const names = readdirSync(workspace, { recursive: true }).map(String);
    for (const expected of [
      /资料库\.xbdb$/,
      /xbdb-lock$/,
      /xbdb-wal$/,
      /^备份\/.*\.xbdb$/,
      /\.docx$/,
      /\.log$/,
    ]) {
      expect(
        names.some((name) => expected.test(name)),
        String(expected),
      ).toBe(true);
    }
    expect(lstatSync(workspace).mode & 0o777).toBe(0o700);
    expect(openToOthers(workspace)).toEqual([]);
  });

  it('finds what a page handed over closed, in a folder nobody can guess', () => {
    expect(received).toContain('"ok":true');
    const [folder = ''] = readdirSync(temporary);
    expect(folder).toMatch(/^xiangbao-.{6}$/);
    expect(openToOthers(temporary)).toEqual([]);
  });

  it('finds what an older version left open closed after the next start', () => {
    const older = mkdtempSync(join(place, 'older-'));
    const first = spawnSync(...carelessly(['demo', older]), { env: environment() });
    expect(first.status).toBe(0);
    for (const name of readdirSync(older)) chmodSync(join(older, name), name === '导出' ? 0o777 : 0o666);
    chmodSync(older, 0o777);
    expect(spawnSync(...carelessly(['backup', '--data', older]), { env: environment() }).status).toBe(0);
    const summary = readdirSync(older).find((name) => name.endsWith('.txt'));
    // The folder may hold other things; what anybody may still read is none of the workspace.
    expect(openToOthers(older)).toEqual([`666 /${summary}`]);
    expect(lstatSync(older).mode & 0o777).toBe(0o755);
  });

  it.skipIf(process.platform !== 'linux')('reads no token in the list of processes', () => {
    const run = `/proc/${server.pid}`;
    expect(readFileSync(`${run}/cmdline`, 'utf8')).toContain('serve');
    expect(token.length).toBeGreaterThan(40);
    for (const name of ['cmdline', 'environ']) {
      expect(readFileSync(`${run}/${name}`, 'utf8')).not.toContain(token);
    }
    const files = [workspace, temporary].flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1')),
    );
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((text) => text.includes(token))).toEqual([]);
  });

  it.skipIf(!isRoot)('cannot read, list or write anything of it', () => {
    const paths = [
      workspace,
      join(workspace, '资料库.xbdb'),
      join(workspace, '备份'),
      join(workspace, 'logs', 'xiangbao.log'),
      ...readdirSync(temporary).map((name) => join(temporary, name)),
      `/proc/${server.pid}/environ`,
    ];
    const script = `
      const { readFileSync, readdirSync, writeFileSync, statSync } = require('node:fs');
      const tried = process.argv.slice(1).map((path) => [
        () => readdirSync(path), () => readFileSync(path), () => writeFileSync(path + '-x', ''),
      ].map((act) => { try { act(); return 'done'; } catch (error) { return error.code; } }));
      process.stdout.write(JSON.stringify(tried));`;
    const tried: string[][] = JSON.parse(asSomebodyElse(script, ...paths));
    expect(tried).toHaveLength(paths.length);
    for (const [index, results] of tried.entries()) {
      // Beside a private folder in the temporary folder anybody may write; in it, nobody.
      const inTemporary = paths[index]?.startsWith(temporary);
      const acts = inTemporary ? results.slice(0, 2) : results;
      expect(
        acts.filter((result) => result === 'done'),
        paths[index],
      ).toEqual([]);
    }
  });

  it.skipIf(!isRoot || process.platform !== 'linux')(
    'gets nothing at the door, not even with the token seen in a list of processes',
    () => {
      const script = `
        const { request } = require('node:http');
        const { connect } = require('node:net');
        const [port, token] = process.argv.slice(1);
        const ask = (path, host) => new Promise((resolve) => {
          request({ port, path, host, headers: { Host: '127.0.0.1:' + port } }, (response) => {
            response.resume();
            resolve([response.statusCode, response.headers['set-cookie'] ?? null]);
          }).on('error', (error) => resolve([error.code, null])).end();
        });
        Promise.all([
          ask('/', '127.0.0.1'), ask('/?token=guess', '127.0.0.1'),
          ask('/?token=' + token, '127.0.0.1'), ask('/?token=' + token, '::ffff:127.0.0.1'),
        ]).then((answers) => process.stdout.write(JSON.stringify(answers)));`;
      expect(JSON.parse(asSomebodyElse(script, port, token))).toEqual([
        [401, null],
        [401, null],
        [403, null],
        [403, null],
      ]);
    },
  );
});
