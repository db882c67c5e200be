/**
 * The whole job where there is no network, under a trace of every socket of the program and of the browser that it prints
 * with: nothing but the loopback listener is opened. Skipped where the machine has no strace or no namespaces.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutNetwork } from '../support/without-network.ts';
import { root } from './imports.ts';
import { judgeTrace, watchSockets } from './socket-trace.ts';

const place = withoutNetwork();
const reason = place.missing === null ? '' : ` (skipped: ${place.missing})`;

/** The watcher ends a moment after the program that it watched. */
async function readWhenWritten(path: string): Promise<string> {
  for (let size = -1; size !== statSync(path).size; ) {
    size = statSync(path).size;
    await delay(300);
  }
  return readFileSync(path, 'utf8');
}

describe.skipIf(place.words === null)(`without a network${reason}`, () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'offline-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs `words` in a place without network. */
  function isolated(words: readonly string[], milliseconds: number) {
    const [command = '', ...parameters] = [...(place.words ?? []), ...words];
    const { CI: _, ...environment } = process.env;
    return spawnSync(command, parameters, { encoding: 'utf8', timeout: milliseconds, env: environment });
  }

  it('the whole job is done, and nothing but the loopback listener was opened', async () => {
    expect(existsSync(join(root, 'dist', 'main', 'cli.mjs')), 'npm run build comes first').toBe(true);
    const job = isolated(
      [process.execPath, join(root, 'tests', 'security', 'offline-job.ts'), folder],
      110_000,
    );
    expect([job.status, job.stderr]).toEqual([0, '']);
    const found = JSON.parse(job.stdout);
    expect(found).toMatchObject({ interfaces: ['lo'], outside: 'ENETUNREACH', demo: [0, ''] });
    expect(found.exportedBytes).toBeGreaterThan(5_000);
    const submitted: string[] = found.submitted;
    for (const kind of [/\.docx /, /\.pdf /]) {
      expect(
        submitted.some((file) => kind.test(file)),
        String(kind),
      ).toBe(true);
    }

    const demo = judgeTrace(readFileSync(join(folder, 'demo.trace'), 'utf8'));
    expect(demo).toMatchObject({ violations: [], listeners: [], accepted: 0 });
    const trace = await readWhenWritten(join(folder, 'serve.trace'));
    const serve = judgeTrace(trace);
    expect(serve.violations).toEqual([]);
    expect(serve.listeners).toEqual(['127.0.0.1:0']);
    expect(serve.accepted).toBeGreaterThan(0);
    // The browser that printed the PDF was watched as well: only it makes message pairs in these numbers.
    expect(trace.match(/ socketpair\(AF_UNIX, /g)?.length ?? 0).toBeGreaterThan(10);
  }, 120_000);

  it('a program that asks somebody is told by the same trace', () => {
    const output = join(folder, 'control.trace');
    const script = `
      fetch('http://192.0.2.1/').catch(() => {});
      require('node:dns').lookup('county.example', () => {});
      require('node:dns').resolve4('county.example', () => process.exit());`;
    isolated([...watchSockets(output), process.execPath, '-e', script], 20_000);
    const { violations, listeners } = judgeTrace(readFileSync(output, 'utf8'));
    expect(listeners).toEqual([]);
    expect(violations.some((told) => /^connect\(.*inet_addr\("192\.0\.2\.1"\)/.test(told))).toBe(true);
    expect(violations.some((told) => /^socket\(AF_INET6?, SOCK_DGRAM/.test(told))).toBe(true);
    expect(violations.some((told) => /sin6?_port=htons\(53\)/.test(told))).toBe(true);
  }, 30_000);
});
