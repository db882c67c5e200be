/** Sheets out and back by the command line. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sampleFolder, xiangbao } from '../../support/command-line.ts';
import { fillSheet } from '../../support/office-sheets.ts';
import { openTestApp, temporaryFolder } from '../../support/workspace.ts';

test('issue writes the sheets; collect says what it would do, and does it when asked to', async () => {
  const folder = await sampleFolder();
  const sheets = join(temporaryFolder(), '发出');
  const issued = await xiangbao('issue', '--data', folder, '--year', '2024', '--to', sheets);
  expect(issued).toMatchObject({ exitCode: 0, standardError: '' });
  expect(issued.standardOutput).toContain('已生成并读回核对 2024 年填报表 8 份');
  const names = readdirSync(sheets);
  expect(names).toHaveLength(8);
  const justice = join(sheets, names.find((name) => name.includes('司法所')) ?? '');
  await fillSheet(justice, { 'publicity.audience': 19_300 });

  const look = await xiangbao('collect', '--data', folder, sheets);
  expect(look).toMatchObject({ exitCode: 0 });
  expect(look.standardOutput).toContain('可直接收 1 项（加 --accept 收入）');
  expect((await xiangbao('collect', '--data', folder, justice)).standardOutput).toContain('可直接收 1 项');
  const taken = await xiangbao('collect', '--data', folder, justice, '--accept', '--json');
  expect(JSON.parse(taken.standardOutput)).toMatchObject({ year: 2024, accepted: 1 });

  await fillSheet(justice, { 'training.sessions': 14, 'reconsideration.adviserOpinions': '约十份' });
  writeFileSync(join(sheets, '坏的.xlsx'), 'x');
  const open = await xiangbao('collect', '--data', folder, sheets, '--accept');
  expect(open.exitCode).toBe(1);
  expect(open.standardOutput).toContain('法治培训\t14\t数据表里已有别的数。');
  expect(open.standardOutput).toContain('「约十份」不是这个指标的数');
  expect(open.standardOutput).toContain('「坏的.xlsx」已损坏');

  const app = await openTestApp(folder);
  const { observations } = await app.call('numbers.read', {});
  const value = (id: string) =>
    observations.find(({ indicatorId, year }) => indicatorId === id && year === 2024)?.entry;
  expect(value('publicity.audience')).toEqual({ kind: 'number', value: '19300' });
  expect(value('training.sessions')).toEqual({ kind: 'number', value: '12' });
});

test('a year that is none, and sheets of a year without a report, are handled', async () => {
  const folder = await sampleFolder();
  expect((await xiangbao('issue', '--data', folder, '--year', '24')).exitCode).toBe(2);
  expect((await xiangbao('collect', '--data', folder)).exitCode).toBe(2);
  const sheets = temporaryFolder();
  await xiangbao('issue', '--data', folder, '--year', '2023', '--to', sheets);
  const look = await xiangbao('collect', '--data', folder, sheets);
  expect(look.standardOutput).toMatch(/^2023 年：可直接收 0 项/);
});
