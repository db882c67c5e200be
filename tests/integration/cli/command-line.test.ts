import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readDocxText } from '../../../src/main/core/export/read-back.ts';
import { findingSchema } from '../../../src/shared/domain/checks/finding.ts';
import { documentFromTexts } from '../../../src/shared/domain/document.ts';
import { parsedReportSchema } from '../../../src/shared/domain/parsed-report.ts';
import { openTestApp, temporaryFolder } from '../../support/workspace.ts';

const entry = join(import.meta.dirname, '../../../src/main/cli/main.ts');

interface Ended {
  code: number;
  out: string;
  err: string;
}

/** A real process of the command line. */
function xiangbao(...words: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const environment = { ...process.env, XIANGBAO_LANGUAGE: 'zh-CN' };
    const child = execFile(process.execPath, [entry, ...words], { env: environment }, (_error, out, err) => {
      resolve({ code: child.exitCode ?? -1, out, err });
    });
  });
}

const json = ({ out }: Ended): unknown => JSON.parse(out);

describe('words that do not fit end with 2 and say how it is done', () => {
  test.each([
    [[], '乡报命令行'],
    [['dance'], '没有“dance”这个命令'],
    [['parse'], '应为：xiangbao parse FILE'],
    [['parse', 'a', 'b'], '应为：xiangbao parse FILE'],
    [['new', '--year', '24'], '“24”不是年份'],
    [['new'], '缺少选项 --year'],
    [['init', '--colour', 'red'], '选项不对'],
    [['set', '--year', '2024', 'nonsense'], '请写成 指标=数值'],
    [['serve', '--port', 'x'], '“x”不是端口号'],
    [['check', '--year', 'x'], '“x”不是年份'],
    [['check', 'a'], '应为：xiangbao check'],
  ])('%j', async (words, sentence) => {
    const folder = temporaryFolder();
    const usesWorkspace = ['new', 'set', 'serve', 'init'].includes(words[0] ?? '');
    const { code, out, err } = await xiangbao(...words, ...(usesWorkspace ? ['--data', folder] : []));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
    expect(err).not.toMatch(/\bat .*\.ts:\d+/);
  });
});

test('every command has help', async () => {
  const { out } = await xiangbao('--help');
  for (const name of [
    'init',
    'import',
    'new',
    'set',
    'export',
    'issue',
    'collect',
    'parse',
    'demo',
    'serve',
  ]) {
    expect(out).toContain(`  ${name} `);
    const help = await xiangbao(name, '--help');
    expect(help.code).toBe(0);
    expect(help.out).toContain(`xiangbao ${name}`);
    expect(help.out).not.toMatch(/option\.|cli:/);
  }
});

describe('parse', () => {
  test('prints one JSON value of the contract', async () => {
    const file = join(temporaryFolder(), '报告.txt');
    writeFileSync(file, '云岭镇2023年法治政府建设报告\n\n一、主要成效\n\n全年培训8场、240余人次。\n');
    const ended = await xiangbao('parse', file, '--json');
    expect(ended.code).toBe(0);
    const parsed = parsedReportSchema.parse(json(ended));
    expect(parsed).toMatchObject({ year: 2023, headings: [{ level: 1, marker: '一、', text: '主要成效' }] });
    expect(parsed.quantities.map(({ value, unit, approx }) => [value, unit, approx])).toEqual([
      ['8', '场', null],
      ['240', '人次', '余'],
    ]);
  });

  test.each([
    ['空.txt', Buffer.alloc(0), 'import.empty'],
    ['图.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), 'import.unsupported'],
    ['坏.docx', Buffer.from('PK\u0003\u0004broken'), 'import.damaged'],
  ])('%s ends with 1, a code and a sentence', async (name, content, code) => {
    const file = join(temporaryFolder(), name);
    writeFileSync(file, content);
    const ended = await xiangbao('parse', file, '--json');
    expect(ended.code).toBe(1);
    expect(json(ended)).toMatchObject({ error: { code, message: expect.stringContaining(name) } });
    const plain = await xiangbao('parse', file);
    expect(plain).toMatchObject({ code: 1, out: '' });
    expect(plain.err).toContain(name);
  });

  test('a file that is not there', async () => {
    expect(json(await xiangbao('parse', '/nowhere/去年.docx', '--json'))).toMatchObject({
      error: { code: 'file.notFound' },
    });
  });
});

test('the job step by step: init, import, new, set, export', async () => {
  const folder = temporaryFolder();
  const data = ['--data', join(folder, 'data'), '--json'];
  const file = join(folder, '去年.txt');
  writeFileSync(
    file,
    '云岭镇人民政府关于2023年度法治政府建设情况的报告\n\n县政府：\n\n一、主要举措和成效\n\n完成培训。\n',
  );
  expect((await xiangbao('init', '--name', '云岭镇人民政府', ...data)).code).toBe(0);
  expect(json(await xiangbao('import', file, ...data))).toMatchObject({ year: 2023, headings: 1 });
  expect(json(await xiangbao('new', '--year', '2024', '--from', '2023', ...data))).toMatchObject({
    title: '云岭镇人民政府关于2024年度法治政府建设情况的报告',
    carriedParagraphs: 1,
  });
  const set = await xiangbao(
    'set',
    '--year',
    '2024',
    'disputes.screened=1,058',
    '排查矛盾纠纷=58件',
    ...data,
  );
  expect(json(set)).toMatchObject({
    observations: [{ entry: { value: '1058' } }, { entry: { value: '58' } }],
  });
  const wrong = await xiangbao('set', '--year', '2024', 'disputes.screened=许多', ...data);
  expect(wrong.code).toBe(1);
  expect(json(wrong)).toMatchObject({ error: { code: 'observation.notNumber' } });

  const formal = await xiangbao('export', '--year', '2024', '--to', folder, ...data);
  expect([formal.code, json(formal)]).toMatchObject([
    1,
    {
      files: [],
      refused: [{ reason: '沿用上年的文字，还没有确认', place: '一、主要举措和成效：完成培训。' }],
    },
  ]);
  expect(readdirSync(folder)).not.toContain('云岭镇人民政府2024年度法治政府建设报告');
  const single = await xiangbao('export', '--year', '2024', '--to', join(folder, 'a.docx'), ...data);
  expect([single.code, json(single)]).toMatchObject([1, { files: [], refused: [{}] }]);
  const draft = await xiangbao('export', '--year', '2024', '--draft', '--to', folder, ...data);
  const { files } = z
    .object({ files: z.array(z.object({ path: z.string(), sha256: z.string() })) })
    .parse(json(draft));
  expect(readDocxText(new Uint8Array(readFileSync(files[0]?.path ?? ''))).join('')).toContain('完成培训。');
  expect((await xiangbao('export', '--year', '1999', ...data)).code).toBe(1);
});

test('demo leaves the workspace, the document and a summary, and does not write over them', async () => {
  const folder = join(temporaryFolder(), '演示');
  const ended = await xiangbao('demo', folder, '--json');
  expect(ended.err).toBe('');
  const facts = z
    .object({
      docx: z.string(),
      summary: z.string(),
      checked: z.number(),
      unequal: z.number(),
      carried: z.number(),
    })
    .parse(json(ended));
  expect(facts.unequal).toBe(0);
  expect(facts.checked).toBeGreaterThan(20);
  expect(facts.carried).toBeGreaterThan(20);
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['资料库.xbdb', '示例小结.txt', '导出']));
  expect(existsSync(facts.docx)).toBe(true);
  expect(readFileSync(facts.summary, 'utf8')).toContain(String(facts.checked));
  expect(readDocxText(new Uint8Array(readFileSync(facts.docx))).join('\n')).toContain('58件');
  const again = await xiangbao('demo', folder, '--json');
  expect([again.code, json(again)]).toMatchObject([1, { error: { code: 'sample.workspaceNotEmpty' } }]);
});

test('set changes the number and keeps where the cell says it comes from', async () => {
  const folder = temporaryFolder();
  const cell = { indicatorId: 'disputes.screened', year: 2024 };
  const before = await openTestApp(folder);
  await before.call('sample.open', {});
  await before.call('numbers.set', {
    observations: [
      {
        ...cell,
        entry: { kind: 'number', value: '50' },
        state: 'carried',
        source: '司法所台账',
        note: '原文为“约50件”',
        evidence: '',
      },
    ],
  });
  before.app.close();
  expect((await xiangbao('set', '--year', '2024', 'disputes.screened=58', '--data', folder)).code).toBe(0);
  const { observations } = await (await openTestApp(folder)).call('numbers.read', {});
  expect(observations.find((one) => one.indicatorId === cell.indicatorId && one.year === 2024)).toEqual({
    ...cell,
    entry: { kind: 'number', value: '58' },
    state: 'confirmed',
    source: '司法所台账',
    note: '原文为“约50件”',
    evidence: '',
  });
});

describe('check', () => {
  test('lists what does not agree, by what it blocks, and ends with 1 while anything is likely wrong', async () => {
    const folder = temporaryFolder();
    const app = await openTestApp(folder);
    const { reportId } = await app.call('sample.open', {});
    const { chapters } = await app.call('report.read', { id: reportId });
    const chapter = chapters.find(({ heading }) => heading === '接受执法监督');
    const body = documentFromTexts(['全年受理调解86件，成功82件，成功率98.3%。']);
    await app.call('chapter.saveBody', {
      id: chapter?.id ?? '',
      revision: chapter?.revision ?? 0,
      body,
    });
    app.app.close();

    const told = await xiangbao('check', '--data', folder);
    expect(told.code).toBe(1);
    expect(told.out).toContain('挡住正式报送');
    expect(told.out).toContain('82件 ÷ 86件 是 95.3%');
    expect(told.out).toContain('成功率【98.3%】');
    expect(told.out).toContain('3.接受执法监督 ¶1');

    const listed = await xiangbao('check', '--data', folder, '--year', '2024', '--json');
    const { open, year } = z.object({ year: z.number(), open: z.array(findingSchema) }).parse(json(listed));
    expect(year).toBe(2024);
    expect(open.filter(({ severity }) => severity === 'likely').map(({ rule }) => rule)).toEqual([
      'rateDiffers',
    ]);
    // Last year's report is final and right.
    expect((await xiangbao('check', '--data', folder, '--year', '2023')).code).toBe(0);
  });

  test('a folder without a workspace, or a year without a report, is told as such, and nothing is made', async () => {
    const folder = temporaryFolder();
    const nowhere = await xiangbao('check', '--data', folder);
    expect(nowhere.code).toBe(1);
    expect(nowhere.err).toContain('找不到这个文件');
    expect(readdirSync(folder)).toEqual([]);
    const app = await openTestApp(folder);
    await app.call('sample.open', {});
    app.app.close();
    expect((await xiangbao('check', '--data', folder, '--year', '1999')).err).toContain('找不到这份报告');
  });
});
