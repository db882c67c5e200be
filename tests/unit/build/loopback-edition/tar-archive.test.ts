import { spawnSync } from 'node:child_process';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gzipped, tarArchive } from '../../../../build/loopback-edition/tar-archive.ts';
import { readTarMember } from '../../../../build/loopback-edition/tar-member.ts';

const segment = fc.stringMatching(/^[a-z0-9报告]{1,30}$/);
const file = fc.record({
  path: fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/')),
  bytes: fc.uint8Array({ maxLength: 1500 }),
  executable: fc.boolean(),
});
const fileSet = fc.uniqueArray(file, { maxLength: 8, selector: ({ path }) => path });

describe('tarArchive', () => {
  it('gives every file back, and the same bytes whatever order they come in', () => {
    fc.assert(
      fc.property(fileSet, (files) => {
        const archive = tarArchive(files, { prefix: 'xiangbao/' });
        expect(archive.byteLength % 10_240).toBe(0);
        for (const { path, bytes } of files) {
          expect(readTarMember(archive, `xiangbao/${path}`)).toEqual(Buffer.from(bytes));
        }
        expect(readTarMember(archive, 'xiangbao/没有这个')).toBeNull();
        expect(tarArchive([...files].reverse(), { prefix: 'xiangbao/' }).equals(archive)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('tells a long name in two parts and refuses one that is longer', () => {
    const path = `${'文件夹'.repeat(10)}/${'name'.repeat(24)}`;
    const archive = tarArchive([{ path, bytes: Buffer.from('a'), executable: false }], { prefix: './' });
    expect(readTarMember(archive, `./${path}`)).toEqual(Buffer.from('a'));
    const tooLong = { path: 'x'.repeat(101), bytes: Buffer.alloc(0), executable: false };
    expect(() => tarArchive([tooLong], { prefix: './' })).toThrow('too long');
  });

  const tar = spawnSync('tar', ['--version']).stdout?.toString().includes('GNU') === true;
  it.skipIf(!tar)(`is what GNU tar reads${tar ? '' : ' (skipped: no GNU tar)'}`, () => {
    const archive = tarArchive(
      [
        { path: 'a/乡报.sh', bytes: Buffer.from('x'), executable: true },
        { path: 'b', bytes: Buffer.alloc(0), executable: false },
      ],
      { prefix: './', links: { 'usr/bin/c': '/opt/c' } },
    );
    const words = ['--list', '--verbose', '--utc', '--quoting-style=literal', '--file=-'];
    const { stdout } = spawnSync('tar', words, { input: archive, encoding: 'utf8' });
    const fields = stdout.trimEnd().split('\n');
    expect(fields.map((line) => line.replace(/\s+/g, ' '))).toEqual([
      'drwxr-xr-x root/root 0 2024-01-01 00:00 ./',
      'drwxr-xr-x root/root 0 2024-01-01 00:00 ./a/',
      'drwxr-xr-x root/root 0 2024-01-01 00:00 ./usr/',
      'drwxr-xr-x root/root 0 2024-01-01 00:00 ./usr/bin/',
      '-rwxr-xr-x root/root 1 2024-01-01 00:00 ./a/乡报.sh',
      '-rw-r--r-- root/root 0 2024-01-01 00:00 ./b',
      'lrwxrwxrwx root/root 0 2024-01-01 00:00 ./usr/bin/c -> /opt/c',
    ]);
  });
});

describe('readTarMember', () => {
  it('says that an archive is damaged instead of giving half a file', () => {
    const archive = tarArchive([{ path: 'a', bytes: Buffer.alloc(2000, 1), executable: false }], {
      prefix: 'x/',
    });
    const cut = archive.subarray(0, archive.indexOf(Buffer.alloc(100, 1)) + 100);
    expect(() => readTarMember(cut, 'x/a')).toThrow('damaged');
  });
});

describe('gzipped', () => {
  it('packs without the name of a system or a time', () => {
    const packed = gzipped(Buffer.from('text'), 9);
    expect([...packed.subarray(4, 8), packed[9]]).toEqual([0, 0, 0, 0, 255]);
    expect(gunzipSync(packed).toString()).toBe('text');
  });
});
