import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readDocxText } from '../../src/main/core/export/read-back.ts';
import { readStoredDocument } from '../../src/main/core/export/stored-document.ts';
import { stageForEachTest } from './support/stage-for-each-test.ts';

let complaints: string[] = [];
let requests: string[] = [];
const drawsCharts = () => requests.some((url) => url.includes('chart-engine'));
const stage = stageForEachTest(async ({ page }) => {
  complaints = [];
  requests = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.getByRole('button', { name: /^看示例/ }).click();
  await page.getByRole('tree').waitFor();
});

const text = (): Locator => stage().page.locator('.ProseMirror');
const figure = (caption: string | RegExp) => text().getByRole('group', { name: caption });
const place = (name: string) => stage().page.getByRole('link', { name }).click();
const chapter = (heading: string) => stage().page.getByRole('tree').getByText(heading).click();
const trend = () => stage().page.getByRole('region', { name: '历年走势' });
const cell = (row: number) =>
  stage().page.locator(`revogr-data[type="rgRow"] .rgCell[data-rgcol="4"]`).nth(row);
const saved = () =>
  stage()
    .page.getByText(/已保存 \d/)
    .waitFor();

async function insertFromData(form: string): Promise<void> {
  const { page } = stage();
  await trend().getByRole('button', { name: '插入报告' }).click();
  await page.getByRole('menuitem', { name: form }).click();
  await page.getByRole('dialog', { name: /^图表/ }).waitFor();
  await page.keyboard.press('Escape');
}

async function openDisputes(): Promise<void> {
  await place('数据');
  await stage()
    .page.getByRole('button', { name: /^矛盾纠纷化解/ })
    .click();
  await cell(3).click();
}

/** Types this year's number into the row and leaves the cell. */
async function typeNumber(row: number, value: string): Promise<void> {
  await cell(row).click();
  await stage().page.keyboard.type(value);
  await stage().page.keyboard.press('Enter');
  await saved();
}

async function insertInChapter(form: string): Promise<void> {
  const { page } = stage();
  await page.getByRole('button', { name: '插入图表' }).click();
  await page.getByRole('menuitem', { name: form }).click();
  await page.getByRole('dialog', { name: /^图表/ }).waitFor();
}

test('a topic’s table and an indicator’s chart go into the report, follow the numbers, and stand in the document', async () => {
  const { page, folder } = stage();
  await chapter('健全调解网络，化解矛盾纠纷');
  await text().locator('.number-chip').first().waitFor();
  // The start and the writing of text do not wait for what draws.
  expect(drawsCharts()).toBe(false);
  await openDisputes();
  const drawing = trend().getByRole('img', { name: /^排查矛盾纠纷（件）：/ });
  await expect.poll(() => drawing.locator('svg text').allTextContents()).toContain('58');
  expect(drawsCharts()).toBe(true);

  await insertFromData('柱形图');
  await figure(/^图表：图1\s排查矛盾纠纷变化情况$/).waitFor();
  await openDisputes();
  await trend().getByText('本专题').click();
  await trend()
    .getByRole('img', { name: /化解矛盾纠纷（件）：/ })
    .waitFor();
  await insertFromData('表格');
  const table = figure(/^图表：表1\s矛盾纠纷化解主要数据$/);
  const row = table.getByRole('row', { name: /^排查矛盾纠纷 件/ });
  const shown = () => row.getByRole('cell').allTextContents();
  await expect.poll(shown).toEqual(['件', '57', '50', '58']);

  await openDisputes();
  await typeNumber(3, '61');
  await place('写作');
  await expect.poll(shown).toEqual(['件', '57', '50', '61']);
  const chart = figure(/^图表：图1/).getByRole('img', { name: /2024年61$/ });
  await expect.poll(() => chart.locator('svg text').allTextContents()).toContain('61');
  await saved();

  await place('报送');
  await page.getByRole('button', { name: '另存为 Word' }).click();
  await page.getByText(/已读回核对/).waitFor();
  const [name = ''] = readdirSync(join(folder, '导出'));
  const bytes = new Uint8Array(readFileSync(join(folder, '导出', name)));
  expect(readDocxText(bytes)).toEqual(
    expect.arrayContaining(['表1　矛盾纠纷化解主要数据', '排查矛盾纠纷\t件\t57\t50\t61']),
  );
  const [stored] = readStoredDocument(bytes).filter(({ kind }) => kind === 'chart');
  const [series] = stored?.kind === 'chart' ? stored.series : [];
  expect(series?.title).toBe('排查矛盾纠纷');
  expect(series?.categories.map((year, index) => [year, series.values.get(index)])).toEqual([
    ['2022年', '57'],
    ['2023年', '50'],
    ['2024年', '61'],
  ]);
  // Nothing drawn was refused by the content security policy.
  expect(complaints).toEqual([]);
});

describe('a figure in the text', () => {
  test('its card changes form, title and indicators; every step can be undone', async () => {
    const { page } = stage();
    await chapter('健全调解网络，化解矛盾纠纷');
    await insertInChapter('表格');
    const card = page.getByRole('dialog', { name: /^图表/ });
    await card.getByLabel('标题').fill('调解工作情况');
    await figure('图表：表1　调解工作情况').waitFor();
    await card.getByRole('button', { name: '下移「人民调解组织」' }).click();
    await expect.poll(() => figure(/^图表/).getByRole('rowheader').first().textContent()).toBe('人民调解员');
    await card.getByRole('button', { name: '去掉「人民调解员」' }).click();
    expect(await figure(/^图表/).getByRole('rowheader').allTextContents()).not.toContain('人民调解员');
    await card.getByText('折线图').click();
    await figure('图表：图1　调解工作情况').locator('svg').waitFor();
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+z');
    await figure('图表：表1　调解工作情况').waitFor();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect
      .poll(() => figure(/^图表/).getByRole('rowheader').first().textContent())
      .toBe('人民调解组织');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(() => text().locator('.figure-view').count()).toBe(0);
    await page.keyboard.press('Control+y');
    await figure(/^图表：表1/).click();
    await card.getByText(/^缺 \d+ 个数/).waitFor();
    await saved();
  });

  test('typing and composing beside it begins a paragraph below; two keys delete it', async () => {
    const { page } = stage();
    await chapter('接受执法监督');
    await text().click();
    await page.keyboard.type('前文。');
    await insertInChapter('表格');
    await page.keyboard.press('Escape');
    await page.keyboard.type('后文');
    const devtools = await page.context().newCDPSession(page);
    await page.keyboard.press('ArrowUp');
    expect(await text().locator('.figure-view.ProseMirror-selectednode').count()).toBe(1);
    for (const composing of ['n', 'ni', 'nihao']) {
      await devtools.send('Input.imeSetComposition', {
        text: composing,
        selectionStart: composing.length,
        selectionEnd: composing.length,
      });
    }
    await devtools.send('Input.insertText', { text: '你好' });
    const paragraphs = async () =>
      (await text().locator(':scope > p').allTextContents()).map((words) =>
        words.startsWith('表1') ? '表1' : words,
      );
    expect(await paragraphs()).toEqual(['前文。', '表1', '你好', '后文']);

    // The input method's last changes settle, and the page tells the editor of the caret, a moment later.
    await page.waitForTimeout(100);
    await page.keyboard.press('Home');
    await page.waitForTimeout(100);
    await page.keyboard.press('Backspace');
    await text().locator('.figure-view.ProseMirror-selectednode').waitFor();
    expect(await paragraphs()).toEqual(['前文。', '表1', '你好', '后文']);
    await page.keyboard.press('Backspace');
    await expect.poll(paragraphs).toEqual(['前文。', '你好', '后文']);
    await saved();
    expect(complaints).toEqual([]);
  });

  test('copied and pasted it is a second figure with a number of its own; outside it is text', async () => {
    const { page } = stage();
    await chapter('接受执法监督');
    await text().click();
    await page.keyboard.type('前文。');
    await insertInChapter('表格');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Control+v');
    await figure(/^图表：表2/).waitFor();
    expect(await text().locator('.figure-view').count()).toBe(2);
    const outside = await page.evaluate(() => navigator.clipboard.readText());
    expect(outside).toMatch(/^表1　.*\n指标\t单位\t2022年\t2023年\t2024年\n/);
    await saved();
  });

  test('what it lacks is named where the report is sent', async () => {
    const { page } = stage();
    await chapter('健全调解网络，化解矛盾纠纷');
    await openDisputes();
    await trend().getByText('本专题').click();
    await insertFromData('表格');
    await saved();
    await place('报送');
    await page.getByText('表1 · 疑难复杂纠纷 2024 年').waitFor();
  });
});
