/** Submissions out and verified by the command line. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { emptyImprint } from '../../../src/shared/domain/imprint.ts';
import { sampleFolder, xiangbao } from '../../support/command-line.ts';
import { openTestApp, temporaryFolder } from '../../support/workspace.ts';

const name = '云溪镇人民政府2024年度法治政府建设报告（草稿）';

const exported = z.object({
  files: z.array(z.object({ path: z.string(), sha256: z.string().length(64) })),
  numbers: z.object({ checked: z.number(), unequal: z.number() }),
  refused: z.array(z.object({ reason: z.string(), place: z.string() })),
  notMade: z.array(z.object({ document: z.string(), reason: z.string() })),
});
const verified = z.object({
  ok: z.boolean(),
  files: z.array(z.object({ path: z.string(), ok: z.boolean(), reason: z.string().nullable() })),
  numbers: z.object({ checked: z.number(), unequal: z.number() }),
});

test('an OFD is one of its documents when it is asked for, and verify knows it', async () => {
  const data = await sampleFolder();
  const out = temporaryFolder();
  const words = ['export', '--data', data, '--year', '2024', '--to', out, '--draft', '--ofd', '--json'];
  const made = await xiangbao(...words);
  expect([made.exitCode, made.standardError]).toEqual([0, '']);
  const { files } = exported.parse(JSON.parse(made.standardOutput));
  const ofd = '云溪镇人民政府关于2024年度法治政府建设情况的报告.ofd';
  expect(files.map(({ path }) => path).slice(0, 1)).toEqual([join(out, name, ofd)]);
  expect(
    readFileSync(join(out, name, ofd))
      .subarray(0, 2)
      .toString('latin1'),
  ).toBe('PK');
  const found = await xiangbao('verify', out, '--json');
  expect(verified.parse(JSON.parse(found.standardOutput))).toMatchObject({ ok: true });
});

test('a submission goes into a folder that is made for it; verify finds it whole, and then a changed byte', async () => {
  const data = await sampleFolder();
  const out = join(temporaryFolder(), '报送', '县里');
  const words = ['export', '--data', data, '--year', '2024', '--to', out, '--draft', '--docx', '--json'];
  const made = await xiangbao(...words);
  expect([made.exitCode, made.standardError]).toEqual([0, '']);
  const { files, numbers, refused, notMade } = exported.parse(JSON.parse(made.standardOutput));
  expect(files.map(({ path }) => path)).toEqual(
    [
      '云溪镇人民政府关于2024年度法治政府建设情况的报告.docx',
      '数据.xlsx',
      '校验说明.txt',
      'manifest.json',
    ].map((file) => join(out, name, file)),
  );
  expect(numbers.checked).toBeGreaterThan(20);
  expect([numbers.unequal, refused, notMade]).toEqual([0, [], []]);

  for (const path of [join(out, name), out]) {
    const found = await xiangbao('verify', path, '--json');
    expect(found.exitCode).toBe(0);
    expect(verified.parse(JSON.parse(found.standardOutput))).toMatchObject({ ok: true, numbers });
  }
  const sheet = join(out, name, '数据.xlsx');
  const bytes = readFileSync(sheet);
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  writeFileSync(sheet, bytes);
  const changed = await xiangbao('verify', out, '--json');
  expect(changed.exitCode).toBe(1);
  const { ok, files: judged } = verified.parse(JSON.parse(changed.standardOutput));
  expect(ok).toBe(false);
  expect(judged.filter((file) => !file.ok)).toEqual([
    { path: sheet, ok: false, reason: '内容与清单不同，写完以后改过或已损坏' },
  ]);
  expect((await xiangbao('verify', out)).standardOutput).toContain('核对有问题');
});

test('as one .zip, in the look asked for', async () => {
  const data = await sampleFolder();
  const out = temporaryFolder();
  const made = await xiangbao(
    ...[
      'export',
      '--data',
      data,
      '--year',
      '2024',
      '--look',
      'public',
      '--to',
      out,
      '--zip',
      '--docx',
      '--draft',
    ],
  );
  expect(made.exitCode).toBe(0);
  expect(made.standardOutput).toContain('已写好报送包');
  const [zip = ''] = readdirSync(out);
  expect(zip).toBe('云溪镇人民政府2024年度法治政府建设报告（公开版）（草稿）.zip');
  const found = await xiangbao('verify', join(out, zip));
  expect([found.exitCode, found.standardOutput]).toEqual([0, expect.stringContaining('核对无误')]);
});

test('a formal one is refused with its places, and with what a red head lacks', async () => {
  const data = await sampleFolder();
  const app = await openTestApp(data);
  const { reports } = await app.call('workspace.status', {});
  const { id = '', imprint = emptyImprint } = reports.find(({ year }) => year === 2024) ?? {};
  await app.call('report.update', { id, imprint: { ...imprint, signer: '' } });
  app.app.close();
  const out = temporaryFolder();
  const words = ['export', '--data', data, '--year', '2024', '--to', out, '--json'];
  const plain = await xiangbao(...words);
  expect(plain.exitCode).toBe(1);
  const { files, refused } = exported.parse(JSON.parse(plain.standardOutput));
  expect(files).toEqual([]);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.map(({ place }) => place).join()).not.toContain('公文要素');
  const formal = await xiangbao(...words, '--look', 'formal');
  const more = exported.parse(JSON.parse(formal.standardOutput)).refused;
  expect(more).toContainEqual({ reason: '正式文件（有红头）还缺这一项', place: '公文要素：签发人' });
  expect(readdirSync(out)).toEqual([]);
});

test('one .docx is written alone where its name is given', async () => {
  const data = await sampleFolder();
  const to = join(temporaryFolder(), '报告.docx');
  const made = await xiangbao('export', '--data', data, '--year', '2024', '--to', to, '--draft', '--json');
  expect(exported.parse(JSON.parse(made.standardOutput)).files).toMatchObject([{ path: to }]);
  expect(existsSync(to)).toBe(true);
});

test.each([
  [['export', '--year', '2024', '--look', 'red'], '“red”不是文件样式'],
  [['export', '--year', '2024', '--to', 'a.docx', '--zip'], '--pdf 和 --zip 要有放报送包的文件夹'],
  [['export', '--year', '2024', '--pdf'], '--pdf 和 --zip 要有放报送包的文件夹'],
  [['verify'], '应为：xiangbao verify PATH'],
])('%j is no way to say it', async (words, sentence) => {
  const ended = await xiangbao(...words);
  expect(ended.exitCode).toBe(2);
  expect(ended.standardError).toContain(sentence);
});

test('verify of nothing, of an empty folder and of some other file says so, in the same shape', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, '空'));
  writeFileSync(join(folder, '照片.jpg'), 'x');
  for (const [path, words] of [
    ['没有', '找不到这个文件'],
    ['空', '不是报送包，里面也没有报送包'],
    ['照片.jpg', '不是乡报写的 .zip'],
  ] as const) {
    const ended = await xiangbao('verify', join(folder, path), '--json');
    expect(ended.exitCode).toBe(1);
    const { ok, files } = verified.parse(JSON.parse(ended.standardOutput));
    expect([ok, files]).toEqual([
      false,
      [{ path: join(folder, path), ok: false, reason: expect.stringContaining(words) }],
    ]);
  }
});
