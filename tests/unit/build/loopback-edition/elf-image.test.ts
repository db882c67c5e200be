import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withoutDebugSections } from '../../../../build/loopback-edition/elf-image.ts';

/** A head, one segment of `size` bytes behind it, and `after` bytes that no segment holds. */
function program(size: number, after: number): Buffer {
  const bytes = Buffer.alloc(64 + 56 + size + after, 7);
  bytes.fill(0, 0, 120);
  Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1]).copy(bytes);
  bytes.writeBigUInt64LE(64n, 32);
  bytes.writeBigUInt64LE(BigInt(120 + size), 40);
  bytes.writeUInt16LE(56, 54);
  bytes.writeUInt16LE(1, 56);
  bytes.writeUInt16LE(3, 60);
  bytes.writeBigUInt64LE(120n, 64 + 8);
  bytes.writeBigUInt64LE(BigInt(size), 64 + 32);
  return bytes;
}

describe('withoutDebugSections', () => {
  it('keeps the segments byte for byte and forgets the list of sections', () => {
    const whole = program(1000, 300);
    const image = withoutDebugSections(whole);
    expect(image.byteLength).toBe(1120);
    expect(image.subarray(64).equals(whole.subarray(64, 1120))).toBe(true);
    expect([image.readBigUInt64LE(40), image.readUInt16LE(60), image.readUInt16LE(62)]).toEqual([0n, 0, 0]);
    expect(withoutDebugSections(image).equals(image)).toBe(true);
  });

  it('refuses what it does not understand', () => {
    expect(() => withoutDebugSections(Buffer.from('MZ'))).toThrow('not a 64-bit');
    expect(() => withoutDebugSections(program(1000, 0).subarray(0, 500))).toThrow('in the middle');
  });

  const linux = process.platform === 'linux';
  it.skipIf(!linux)(`leaves a Node that still runs${linux ? '' : ' (skipped: not Linux)'}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'elf-'));
    try {
      const path = join(folder, 'node');
      writeFileSync(path, withoutDebugSections(readFileSync(process.execPath)), { mode: 0o755 });
      const { stdout } = spawnSync(path, ['-p', 'process.version'], { encoding: 'utf8' });
      expect(stdout.trim()).toBe(process.version);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
