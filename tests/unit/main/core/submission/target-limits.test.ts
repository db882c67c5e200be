import { describe, expect, it } from 'vitest';
import type { Volume } from '../../../../../src/main/core/ports.ts';
import {
  checkTarget,
  neededBytes,
  type PlannedWrite,
} from '../../../../../src/main/core/submission/target-limits.ts';
import { createResourceFolder } from '../../../../../src/main/node/resource-folder.ts';
import { createTranslate, failureSentence } from '../../../../../src/main/node/translate.ts';
import { resourcesFolder } from '../../../../support/workspace.ts';

const translate = createTranslate(createResourceFolder(resourcesFolder), 'zh-CN');
const gibibyte = 1024 ** 3;
const plan: PlannedWrite = {
  folder: '/media/stick',
  folderName: '报送盘',
  submission: '松岭镇2024年度报告',
  files: [{ name: '报告.docx', size: 20_000 }],
};
const volume: Volume = {
  label: '报送盘',
  fileSystem: 'vfat',
  freeBytes: 64 * gibibyte,
  readOnly: false,
  longestPath: null,
};
const one = (name: string, size = 1): Partial<PlannedWrite> => ({ files: [{ name, size }] });

describe('before a byte is written', () => {
  it('a submission that fits is let through', () => {
    expect(checkTarget(plan, volume).ok).toBe(true);
    expect(checkTarget(plan, { ...volume, freeBytes: null, fileSystem: '' }).ok).toBe(true);
  });

  it.each<[string, Partial<PlannedWrite>, Partial<Volume>, string]>([
    ['a read-only stick', {}, { readOnly: true }, '“报送盘”是只读的'],
    [
      'a file of 4 GiB on FAT32',
      one('大.pdf', 4 * gibibyte),
      {},
      '“大.pdf”有 4.0 GB，这个 U 盘的格式（vfat）一个文件最大 3.9 GB',
    ],
    [
      'a file of 4 GiB as Windows calls it',
      one('大.pdf', 4 * gibibyte),
      { fileSystem: 'FAT32' },
      '（FAT32）',
    ],
    ['too little space', {}, { freeBytes: 1_000_000 }, '需要 1.0 MB，只剩 976.5 KB'],
    ['a name of 256 characters', one('a'.repeat(256)), {}, '有 256 个字符，超过 U 盘允许的 255 个'],
    ['a name of 90 Chinese characters', one('报'.repeat(90)), {}, '有 90 个字符，超过 U 盘允许的 85 个'],
    [
      'a path too long for Windows',
      { folder: `E:\\${'很长的文件夹'.repeat(40)}` },
      { longestPath: 259 },
      '超过 Windows 允许的 259 个',
    ],
    ...['a:b', 'a?b', 'a*', 'a"b', 'a<b', 'a>b', 'a|b', 'a/b', 'a\\b', 'a\u0007', 'a.', 'a ', ''].map(
      (name): [string, Partial<PlannedWrite>, Partial<Volume>, string] => [
        `the name ${JSON.stringify(name)}`,
        one(name),
        {},
        `“${name}”这个名字里有 U 盘不允许的字符`,
      ],
    ),
    ...['CON', 'nul.docx', 'COM1', 'lpt9.pdf'].map(
      (name): [string, Partial<PlannedWrite>, Partial<Volume>, string] => [
        `the device ${name}`,
        { submission: name },
        {},
        '不允许的字符',
      ],
    ),
  ])('%s is told with its name and numbers', (_name, change, about, words) => {
    const outcome = checkTarget({ ...plan, ...change }, { ...volume, ...about });
    if (outcome.ok) throw new Error('it was let through');
    expect(failureSentence(translate, outcome.error)).toContain(words);
  });

  it.each([
    ['4 GiB less one byte on FAT32', one('大.pdf', 4 * gibibyte - 1), {}],
    ['4 GiB on exFAT', one('大.pdf', 4 * gibibyte), { fileSystem: 'exfat' }],
    ['a name of 85 Chinese characters', one('报'.repeat(85)), {}],
    ['a name that only begins like a device', one('console.docx'), {}],
  ])('%s is let through', (_name, change, about) => {
    expect(checkTarget({ ...plan, ...change }, { ...volume, ...about })).toMatchObject({ ok: true });
  });

  it('the space asked for is that of whole clusters and a margin', () => {
    expect(
      neededBytes([
        { name: 'a', size: 1 },
        { name: 'b', size: 65_537 },
      ]),
    ).toBe(3 * 65_536 + 1024 * 1024);
  });
});
