import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLogFile } from '../../../../src/main/node/log-file.ts';

const clock = { now: () => new Date('2026-02-03T04:05:06Z') };
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-file-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('createLogFile', () => {
  it('writes one JSON line per event, redacted', () => {
    const log = createLogFile({ workspaceFolder: folder, clock });
    log.info('start', { path: '/home/somebody/x', count: 3 });
    log.warn('call.failed');
    const lines = readFileSync(join(folder, 'logs', 'xiangbao.log'), 'utf8')
      .trim()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { time: '2026-02-03T04:05:06.000Z', level: 'info', event: 'start', path: '[path]', count: 3 },
      { time: '2026-02-03T04:05:06.000Z', level: 'warn', event: 'call.failed' },
    ]);
  });

  it('begins a new file when one is full and keeps only so many', () => {
    const log = createLogFile({ workspaceFolder: folder, clock, maximumBytes: 100, keptFiles: 2 });
    for (let number = 0; number < 8; number += 1) {
      log.info('event', { number });
    }
    const logs = join(folder, 'logs');
    expect(readdirSync(logs).sort()).toEqual(['xiangbao.log', 'xiangbao.log.1', 'xiangbao.log.2']);
    expect(readFileSync(join(logs, 'xiangbao.log'), 'utf8')).toContain('"number":7');
    expect(readFileSync(join(logs, 'xiangbao.log.1'), 'utf8')).toContain('"number":6');
  });

  it('neither creates the workspace folder nor fails without it', () => {
    const missing = join(folder, 'none');
    createLogFile({ workspaceFolder: missing, clock }).info('start');
    expect(existsSync(missing)).toBe(false);
  });

  it('does not fail where the log cannot be written', () => {
    writeFileSync(join(folder, 'logs'), 'a file where the folder should be');
    createLogFile({ workspaceFolder: folder, clock }).info('start');
    expect(readFileSync(join(folder, 'logs'), 'utf8')).toContain('a file');
  });
});
