import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFamilyNames } from '../../../../../src/main/node/fonts/sfnt-names.ts';
import { fontCollection, fontFace, windowsName } from '../../../../support/font-files.ts';

function namesOf(file: Uint8Array): string[] {
  return readFamilyNames((offset, length) => file.subarray(offset, offset + length));
}

describe('the family names of a font file', () => {
  it('are read in Chinese and in English, each once', () => {
    const file = fontFace([
      windowsName('FangSong_GB2312'),
      windowsName('仿宋_GB2312'),
      windowsName('FangSong_GB2312', 16),
      windowsName('Regular', 2),
    ]);
    expect(namesOf(file)).toEqual(['FangSong_GB2312', '仿宋_GB2312']);
  });

  it('are read in the encodings of old Chinese fonts', () => {
    const gbk = Uint8Array.from([0xba, 0xda, 0xcc, 0xe5]);
    const padded = Uint8Array.from([0, 0x53, 0, 0x69, 0, 0x6d]);
    const record = (platform: number, encoding: number, bytes: Uint8Array) => ({
      platform,
      encoding,
      nameId: 1,
      bytes,
    });
    expect(namesOf(fontFace([record(3, 3, gbk)]))).toEqual(['黑体']);
    expect(namesOf(fontFace([record(1, 25, gbk)]))).toEqual(['黑体']);
    expect(namesOf(fontFace([record(3, 3, padded)]))).toEqual(['Sim']);
    expect(namesOf(fontFace([record(1, 0, new TextEncoder().encode('SimHei'))]))).toEqual(['SimHei']);
    expect(namesOf(fontFace([record(9, 9, gbk)]))).toEqual([]);
  });

  it('are read from every face of a collection', () => {
    const file = fontCollection([[windowsName('SimSun'), windowsName('宋体')], [windowsName('NSimSun')]]);
    expect(namesOf(file)).toEqual(['SimSun', '宋体', 'NSimSun']);
  });

  it('are none in a file that is no font', () => {
    expect(namesOf(new Uint8Array())).toEqual([]);
    expect(namesOf(new TextEncoder().encode('not a font at all, only words'))).toEqual([]);
  });

  it('are read without an exception and within bounds from whatever bytes', () => {
    const whole = fontCollection([[windowsName('SimSun'), windowsName('宋体')], [windowsName('NSimSun')]]);
    const damaged = fc
      .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 30 })
      .chain((changes) =>
        fc.nat(whole.length).map((length) => {
          const file = whole.slice();
          for (const [place, value] of changes) file[place] = value;
          return file.slice(0, length);
        }),
      );
    fc.assert(
      fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 400 })), (file) => {
        let asked = 0;
        const names = readFamilyNames((offset, length) => {
          asked += length;
          return file.subarray(offset, offset + length);
        });
        expect(asked).toBeLessThan(64 * (12 + 256 * 16 + 512 * 1024) + 12 + 64 * 4);
        for (const name of names) {
          expect(name.length).toBeLessThanOrEqual(256);
          expect(name).not.toMatch(/[\p{Cc}\uFFFD]/u);
        }
      }),
      { numRuns: 500 },
    );
  });
});
