import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withProcessLock } from '../../../build/process-lock.ts';
import { sourceFingerprint } from '../../../build/source-fingerprint.ts';
import { windowsIcon } from '../../../build/windows-icon.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'build-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('sourceFingerprint', () => {
  it('follows contents, names and places, and nothing outside the sources', () => {
    mkdirSync(join(root, 'src'));
    const seen = [sourceFingerprint(root)];
    const change = (path: string, text: string | null) => {
      const full = join(root, path);
      text === null ? rmSync(full) : writeFileSync(full, text);
      seen.push(sourceFingerprint(root));
    };
    change('src/a.ts', '1');
    change('src/a.ts', '2');
    change('src/b.ts', '');
    change('package-lock.json', '{}');
    expect(new Set(seen).size).toBe(seen.length);
    const before = sourceFingerprint(root);
    change('README.md', 'x');
    expect(seen.at(-1)).toBe(before);
    change('src/b.ts', null);
    change('src/b.ts', '');
    expect(seen.at(-1)).toBe(before);
  });
});

describe('withProcessLock', () => {
  it('lets one in at a time and frees the lock, also after a failure', async () => {
    const path = join(root, 'cache', 'lock');
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await wait(20);
      inside -= 1;
      return 'done';
    };
    const results = await Promise.all([1, 2, 3].map(() => withProcessLock(path, work)));
    expect([results, most]).toEqual([['done', 'done', 'done'], 1]);
    await expect(withProcessLock(path, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(existsSync(path)).toBe(false);
  });

  it('takes over the lock of a process that has ended', async () => {
    const path = join(root, 'lock');
    // Above the largest process id of Linux, 2 to the power of 22.
    writeFileSync(path, '99999999');
    expect(await withProcessLock(path, async () => readFileSync(path, 'utf8'))).toBe(String(process.pid));
  });

  it('gives up on a lock that is held for too long, and leaves it alone', async () => {
    const path = join(root, 'lock');
    writeFileSync(path, String(process.pid));
    await expect(withProcessLock(path, async () => 'done', 200)).rejects.toThrow('another build');
    expect(existsSync(path)).toBe(true);
  });
});

describe('windowsIcon', () => {
  it('is what stands in the repository: readable pictures at the places the directory names', () => {
    const icon = readFileSync(join(import.meta.dirname, '../../../build/icons/icon.ico'));
    const sides = [16, 24, 32, 48, 64, 128, 256];
    const pictures = sides.map((side, index) => {
      const entry = icon.subarray(6 + 16 * index, 22 + 16 * index);
      expect(entry.readUInt8(0)).toBe(side % 256);
      const start = entry.readUInt32LE(12);
      const png = icon.subarray(start, start + entry.readUInt32LE(8));
      expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
        'PNG',
        side,
        side,
      ]);
      return { side, png };
    });
    expect(icon.readUInt16LE(4)).toBe(sides.length);
    expect(windowsIcon(pictures).equals(icon)).toBe(true);
  });
});
