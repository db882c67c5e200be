import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stageForEachTest } from './support/stage-for-each-test.ts';

const stage = stageForEachTest();
const sampleFile = join(import.meta.dirname, '../../resources/sample/last-year-report.txt');
const chapter = (heading: string) => stage().page.getByRole('tree').getByText(heading).click();

async function chooseSampleFile(): Promise<void> {
  const { page } = stage();
  await page.getByRole('button', { name: /^导入去年的报告/ }).click();
  await stage().chooseFile(sampleFile, () => page.getByRole('button', { name: '选择文件…' }).click());
  await page.getByText(/全部在：正文/).waitFor();
}

async function importSample(): Promise<void> {
  const { page } = stage();
  await chooseSampleFile();
  await page.getByRole('button', { name: '导入为 2023 年度报告' }).click();
}

async function beginFromSample(): Promise<void> {
  const { page } = stage();
  await importSample();
  await page.getByRole('button', { name: '开始写 2024 年度报告' }).click();
  await page.getByRole('button', { name: '开始写', exact: true }).click();
  await page.getByRole('tree').waitFor();
}

describe('the import screen', () => {
  test('accounts for every character, and every correction can be undone', async () => {
    const { page } = stage();
    await chooseSampleFile();
    const counter = page.getByText(/^原文 [\d,]+ 字/);
    const before = await counter.textContent();
    const result = page
      .getByRole('region', { name: /正文|读出来的内容/ })
      .or(page.locator('main'))
      .first();
    await result.getByText('特此报告。').last().click();
    await page.keyboard.press('1');
    await page.getByText('标题1级').last().waitFor();
    await page.keyboard.press('Control+z');
    await result.getByText('特此报告。').last().click();
    await page.getByRole('button', { name: '不要' }).click();
    await page.getByRole('menuitem', { name: '版记' }).click();
    expect(await counter.textContent()).not.toBe(before);
    expect((await counter.textContent())?.split('，')[0]).toBe(before?.split('，')[0]);
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => counter.textContent()).toBe(before);
  });
});

describe('last year’s numbers', () => {
  test('the sure ones are claimed at once, stand in the table as last year, and can be taken back', async () => {
    const { page } = stage();
    await importSample();
    await page.getByRole('button', { name: /^认领数据/ }).click();
    await page.getByRole('button', { name: '继续认领数据' }).click();
    await page.getByRole('button', { name: /^认领 \d+ 个有把握的$/ }).click();
    const title = await page.getByText(/^已认领 \d+ 个数据$/).textContent();
    expect(Number(title?.match(/\d+/)?.[0])).toBeGreaterThan(40);
    await page.getByRole('button', { name: '开始写 2024 年度报告' }).click();
    await page.getByRole('button', { name: '开始写', exact: true }).click();
    await page.getByRole('link', { name: '数据' }).click();
    await page.getByRole('button', { name: /^矛盾纠纷化解/ }).click();
    const lastYear = page.locator('revogr-data[type="rgRow"] .rgCell[data-rgcol="3"]');
    await expect.poll(() => lastYear.allTextContents()).toContain('50');
    const thisYear = page.locator('revogr-data[type="rgRow"] .rgCell[data-rgcol="4"]');
    expect((await thisYear.allTextContents()).join('')).toBe('');
  });

  test('a round of claiming is undone with one button', async () => {
    const { page } = stage();
    await importSample();
    await page.getByRole('button', { name: /^认领数据/ }).click();
    await page.getByRole('tab', { name: /^数字/ }).click();
    const accept = page.getByRole('button', { name: /^认领 \d+ 个有把握的$/ });
    const offered = await accept.textContent();
    await accept.click();
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => accept.textContent()).toBe(offered);
  });
});

describe('the chapters of last year', () => {
  test('one in doubt comes first, is chosen, stays where it is, and can be taken back', async () => {
    const { page } = stage();
    await importSample();
    await page.getByRole('button', { name: /^认领数据/ }).click();
    const asked = page.getByRole('region', { name: /^请看一看/ });
    const row = asked.getByRole('listitem', { name: /压实工作责任/ });
    const before = await row.textContent();
    await row.getByRole('button').click();
    await page.getByRole('option', { name: '抓实学法培训，提升依法履职能力' }).click();
    await row.getByText('您选的').waitFor();
    expect(await row.textContent()).toContain('抓实学法培训，提升依法履职能力');
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => row.textContent()).toBe(before);
  });
});

describe('what is carried over', () => {
  test('each old fact is decided by itself: kept, or changed; undo brings it back', async () => {
    const { page } = stage();
    await beginFromSample();
    await chapter('压实工作责任，抓好学法培训');
    const open = page.locator('.chapter-text .open-fact');
    await open.first().waitFor();
    const count = await open.count();
    await open.first().click();
    await page.getByRole('button', { name: '照用', exact: true }).click();
    await expect.poll(() => open.count()).toBe(count - 1);
    await page.getByRole('toolbar').getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => open.count()).toBe(count);
    await page.getByRole('tab', { name: /意见/ }).click();
    await page.getByText(/^本章 \d+ 处$/).waitFor();
  });

  test('last year’s promises are listed, and answered with a chapter of this year', async () => {
    const { page } = stage();
    await beginFromSample();
    await page.getByText('0 / 5 已回应').waitFor();
    await chapter('规范行政执法，守住安全底线');
    await page
      .getByText(/建立执法带教制度/)
      .first()
      .click();
    await page.getByRole('button', { name: /^已在(本章|选中处)回应$/ }).click();
    await page.getByText('1 / 5 已回应').waitFor();
  });

  test('two years stand side by side', async () => {
    const { page } = stage();
    await beginFromSample();
    await page.getByRole('button', { name: '两年全文对照' }).click();
    await page.getByText(/^相同 \d+ 段$/).waitFor();
  });
});
