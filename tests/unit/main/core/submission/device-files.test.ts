import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeDeviceFiles } from '../../../../../src/main/core/submission/device-files.ts';
import { sha256Of } from '../../../../../src/main/core/submission/sums.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xiangbao-device-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const mebibyte = 1024 * 1024;

describe('reading back', () => {
  it.each([0, 1, 511, 512, 4095, 4096, 4097, mebibyte - 1, mebibyte, mebibyte + 1, 3 * mebibyte + 777])(
    '%i bytes: the sum of what stands there',
    async (size) => {
      const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 7 + (index >> 9)) & 255);
      const path = join(folder, 'a.bin');
      writeFileSync(path, bytes);
      expect(await nodeDeviceFiles.readBack(path, size)).toMatchObject({ size, sha256: sha256Of(bytes) });
      expect(await nodeDeviceFiles.tail(path, 100)).toEqual(bytes.slice(-100));
    },
  );

  it('stops soon behind what was expected', async () => {
    const path = join(folder, 'a.bin');
    writeFileSync(path, new Uint8Array(5 * mebibyte));
    expect((await nodeDeviceFiles.readBack(path, 10)).size).toBeLessThan(2 * mebibyte);
    expect(await nodeDeviceFiles.read(path, mebibyte)).toBeNull();
  });

  it('fails where there is nothing', async () => {
    await expect(nodeDeviceFiles.readBack(join(folder, 'none'), 1)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

it('a link is no file, whatever it leads to, and a file that is there is never opened for writing', async () => {
  const path = join(folder, 'a');
  writeFileSync(path, 'x');
  symlinkSync(path, join(folder, 'b'));
  expect(await nodeDeviceFiles.kind(join(folder, 'b'))).toBe('other');
  expect(await nodeDeviceFiles.kind(join(folder, 'c'))).toBeNull();
  await expect(nodeDeviceFiles.create(path)).rejects.toMatchObject({ code: 'EEXIST' });
  await nodeDeviceFiles.syncFolder(folder);
  expect(readdirSync(folder)).toEqual(['a', 'b']);
});
