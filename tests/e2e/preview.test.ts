/** 预览: the pages of the report, in step with it, and the ways between them and the text. */
import type { Locator } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { stageForEachTest } from './support/stage-for-each-test.ts';

let complaints: string[] = [];
const stage = stageForEachTest(async ({ page }) => {
  complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.exposeFunction('tellViolation', (directive: string) => complaints.push(directive));
  await page.evaluate(() => {
    const { tellViolation } = window as unknown as { tellViolation: (directive: string) => void };
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
      tellViolation(violatedDirective),
    );
  });
  await page.getByRole('button', { name: /^看示例/ }).click();
  await page.getByRole('tree').waitFor();
});
beforeEach(() => {
  complaints = [];
});

const places = () => stage().page.getByRole('navigation', { name: '报告的各个环节' });
const place = (name: string) =>
  places()
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click();
const chapter = (heading: string) => stage().page.getByRole('tree').getByText(heading).click();
const text = () => stage().page.locator('.ProseMirror');
const desk = () => stage().page.getByRole('region', { name: '报告的页面' });
const sheets = () => stage().page.getByRole('region', { name: /^第 \d+ 页，共 \d+ 页$/ });
const paragraph = (words: string): Locator =>
  desk().locator('[data-block]').filter({ hasText: words }).first();
/** The first line of the pages that holds these words: a block has no box of its own. */
const line = (words: string): Locator => desk().locator('.document-line').filter({ hasText: words }).first();
const choose = (name: string) => stage().page.getByText(name, { exact: true }).click();
const saved = () =>
  stage()
    .page.getByText(/已保存 \d/)
    .waitFor();
const masthead = '云溪镇人民政府文件';
/** Where a block stands on the screen. */
const heightOf = async (words: string) => (await line(words).boundingBox())?.y ?? Number.NaN;

async function openPreview(): Promise<void> {
  await place('预览');
  await sheets().first().waitFor();
}

async function typeNumber(value: string): Promise<void> {
  const { page } = stage();
  await place('数据');
  await page.getByRole('button', { name: /^矛盾纠纷化解/ }).click();
  await page.locator('revogr-data[type="rgRow"] .rgCell[data-rgcol="4"]').nth(3).click();
  await page.keyboard.type(value);
  await page.keyboard.press('Enter');
  await saved();
}

async function insert(form: string): Promise<void> {
  const { page } = stage();
  await page.getByRole('button', { name: '插入图表' }).click();
  await page.getByRole('menuitem', { name: form }).click();
  await page.getByRole('dialog', { name: /^图表/ }).waitFor();
  await page.keyboard.press('Escape');
  await saved();
}

test('all pages with title, headings, table and chart, as headings, table and image, and nothing refused by the policy', async () => {
  const { page } = stage();
  await chapter('健全调解网络，化解矛盾纠纷');
  await insert('表格');
  await insert('柱形图');
  await openPreview();
  await expect.poll(() => sheets().count()).toBeGreaterThan(3);
  const count = await sheets().count();
  await page.getByText(`页 / 共 ${count} 页`).waitFor();
  await expect.poll(() => desk().getByRole('heading', { level: 1 }).textContent()).toContain('关于2024年度');
  await expect
    .poll(() =>
      desk()
        .getByRole('heading', { name: /健全调解网络，化解矛盾纠纷/ })
        .count(),
    )
    .toBe(1);
  await expect.poll(() => desk().getByRole('table').count()).toBeGreaterThan(0);
  await expect.poll(() => desk().getByRole('img').count()).toBe(1);
  expect(complaints).toEqual([]);
});

test('a number changed in the tables is on its page', async () => {
  await openPreview();
  expect(await desk().getByText('6417').count()).toBe(0);
  await typeNumber('6417');
  await openPreview();
  await expect
    .poll(() => desk().locator('[data-binding]').filter({ hasText: '6417' }).count())
    .toBeGreaterThan(0);
});

describe('between the pages and the text', () => {
  test('a click on a paragraph goes to that paragraph in 写作, the caret in it; from there the preview opens at its page', async () => {
    const { page } = stage();
    await openPreview();
    const words = '每季度';
    await line(words).scrollIntoViewIfNeeded();
    const box = await line(words).boundingBox();
    if (!box) throw new Error('the line is not shown');
    // Into the middle of the line, between two characters.
    const at = { x: box.width / 2, y: box.height / 2 };
    const behind = await line(words).evaluate((element, { x, y }) => {
      const { left, top } = element.getBoundingClientRect();
      const caret = document.caretPositionFromPoint(left + x, top + y);
      return caret?.offsetNode.textContent?.slice(caret.offset, caret.offset + 4) ?? '';
    }, at);
    expect(behind).not.toBe('');
    await line(words).click({ position: at });
    await text().waitFor();
    const caret = () =>
      page.evaluate(() => {
        const { anchorNode, anchorOffset = 0 } = window.getSelection() ?? {};
        return anchorNode?.textContent?.slice(anchorOffset) ?? '';
      });
    await expect.poll(caret).toMatch(new RegExp(`^${behind}`));
    await page.keyboard.insertText('这里是新写的一句。');
    await openPreview();
    const shown = desk().locator('[data-shown]').filter({ hasText: '这里是新写的一句。' });
    await shown.waitFor({ state: 'attached' });
    const there = await shown.locator('.document-line').first().boundingBox();
    expect(there && there.y > 100 && there.y < 768).toBe(true);
  });

  test('a click on a number goes to its chip', async () => {
    const { page } = stage();
    await openPreview();
    const number = desk().locator('[data-binding]').nth(4);
    await number.scrollIntoViewIfNeeded();
    const shown = await number.textContent();
    await number.click();
    const chip = text().locator('.number-chip.shown-place');
    await chip.waitFor();
    expect(await chip.textContent()).toContain(shown);
    expect(page.url()).toContain('/write');
  });

  test('the keyboard alone walks from block to block and opens one', async () => {
    const { page } = stage();
    await page.keyboard.press('Alt+4');
    await sheets().first().waitFor();
    // The keys that scroll are for the pages from the beginning.
    await expect.poll(() => desk().evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Tab');
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    const first = await focused();
    expect(first).not.toBe('');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).not.toBe(first);
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe(first);
    for (let steps = 0; steps < 40 && !(await focused()).includes('健全调解网络'); steps += 1) {
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('ArrowDown');
    const words = (await focused()).slice(0, 10);
    await page.keyboard.press('Enter');
    await text().waitFor();
    await expect.poll(() => text().textContent()).toContain(words.trim().slice(0, 6));
  });

  test('what stands in no chapter leads to where it is filled in', async () => {
    await openPreview();
    await line('关于2024年度').click();
    await stage().page.getByLabel('发文字号').waitFor();
  });
});

test('each look has its own pages, and the choice stays with the report', async () => {
  const { page } = stage();
  await openPreview();
  await expect.poll(() => desk().getByText(masthead).count()).toBe(1);
  await choose('普通报告');
  await expect.poll(() => desk().getByText(masthead).count()).toBe(0);
  await choose('草稿');
  await expect.poll(() => desk().locator('[data-mark]').count()).toBeGreaterThan(0);
  await page.reload();
  await sheets().first().waitFor();
  expect(await page.getByRole('radio', { name: '普通报告' }).isChecked()).toBe(true);
  expect(await page.getByRole('radio', { name: '草稿' }).isChecked()).toBe(true);
  await choose('正式文件');
  await expect.poll(() => desk().getByText(masthead).count()).toBe(1);
});

test('an undone sentence: the pages follow and the text that is read stays where it is', async () => {
  const { page } = stage();
  await chapter('压实工作责任，抓好学法培训');
  await text().click();
  await page.keyboard.press('Control+End');
  // In one go, which is one step to undo however slow the machine is.
  await page.keyboard.insertText('这一段话很长，占去好几行，后面的文字都要往下移。'.repeat(12));
  await saved();
  await openPreview();
  const words = '党政主要负责人履行第一责任人职责情况';
  await line(words).evaluate((element) => element.scrollIntoView({ block: 'start' }));
  // The page learns of scrolling with its next frame, which may be late on a busy machine.
  const pageInSight = page.getByRole('textbox', { name: '到第几页' });
  await expect.poll(async () => Number(await pageInSight.inputValue())).toBeGreaterThan(3);
  const before = await heightOf(words);
  expect(await paragraph('这一段话很长').count()).toBe(1);
  await page.keyboard.press('Control+z');
  await expect.poll(() => paragraph('这一段话很长').count()).toBe(0);
  await expect.poll(async () => Math.abs((await heightOf(words)) - before)).toBeLessThan(3);
});

test('zoom: as on paper, a whole page, by keys and by wheel, with the same text in sight', async () => {
  const { page } = stage();
  await openPreview();
  const first = sheets().first();
  const size = async () => (await first.boundingBox()) ?? { width: 0, height: 0, y: 0 };
  await page.getByRole('button', { name: '100%' }).click();
  // A4 is 210 mm wide, a CSS pixel 1/96 inch.
  await expect.poll(async () => Math.round((await size()).width)).toBe(794);
  await page.getByRole('button', { name: '整页' }).click();
  const deskHeight = (await desk().boundingBox())?.height ?? 0;
  await expect.poll(async () => (await size()).height).toBeLessThan(deskHeight);
  await page.keyboard.press('Control+=');
  const larger = (await size()).width;
  await page.keyboard.press('Control+-');
  await page.keyboard.press('Control+-');
  expect((await size()).width).toBeLessThan(larger);
  await page.keyboard.press('Control+0');
  await expect.poll(async () => Math.round((await size()).width)).toBe(794);

  const words = '接受执法监督';
  await line(words).scrollIntoViewIfNeeded();
  const box = await line(words).boundingBox();
  if (!box) throw new Error('the heading is not shown');
  await page.mouse.move(box.x + 40, box.y + 8);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -200);
  await page.keyboard.up('Control');
  await expect.poll(async () => Math.round((await size()).width)).toBeGreaterThan(900);
  expect(Math.abs((await heightOf(words)) - box.y)).toBeLessThan(30);
  expect(await page.evaluate(() => window.devicePixelRatio)).toBe(1);
});

test('the page field leads to a page, and tells the one in sight', async () => {
  const { page } = stage();
  await openPreview();
  const field = page.getByRole('textbox', { name: '到第几页' });
  expect(await field.inputValue()).toBe('1');
  await field.fill('3');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await sheets().nth(2).boundingBox())?.y ?? 9999).toBeLessThan(300);
  await field.fill('999');
  await page.keyboard.press('Enter');
  const count = await sheets().count();
  await expect.poll(() => field.inputValue()).toBe(String(count));
  await page.getByRole('button', { name: '上一页' }).click();
  await expect.poll(() => field.inputValue()).toBe(String(count - 1));
});

test('finding words, also across the end of a line, in the pages and nowhere else', async () => {
  const { page } = stage();
  await openPreview();
  await page.keyboard.press('Control+f');
  const field = page.getByRole('textbox', { name: '在页面里查找' });
  await field.fill('云溪镇人民政府');
  const found = page.getByRole('search').getByRole('status');
  // From what is in sight on: the place below, and around again at the end.
  await expect.poll(() => found.textContent()).toMatch(/^\d+ \/ \d+$/);
  const [first = 0, count = 0] = ((await found.textContent()) ?? '').split(' / ').map(Number);
  expect(count).toBeGreaterThan(2);
  const highlighted = () =>
    page.evaluate(() => [...(CSS.highlights.get('paper-found-now') ?? [])].map((range) => range.toString()));
  expect(await highlighted()).toEqual(['云溪镇人民政府']);
  await page.keyboard.press('Enter');
  await expect.poll(() => found.textContent()).toBe(`${(first % count) + 1} / ${count}`);
  await page.keyboard.press('Shift+Enter');
  await expect.poll(() => found.textContent()).toBe(`${first} / ${count}`);

  // The end of one line and the beginning of the next.
  const across = await desk()
    .locator('p.document-paragraph')
    .filter({ has: page.locator('.document-line:nth-child(3)') })
    .last()
    .locator('.document-line')
    .evaluateAll(
      ([first, second]) => (first?.textContent ?? '').slice(-3) + (second?.textContent ?? '').slice(0, 3),
    );
  await field.fill(across);
  await expect.poll(highlighted).toEqual([across]);
  await page.keyboard.press('Escape');
  expect(await field.count()).toBe(0);
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  await expect.poll(() => desk().evaluate((element) => element === document.activeElement)).toBe(true);
});

test('print: the draft prints these pages, each on its paper; the formal copy is kept back while something is open', async () => {
  const { page } = stage();
  await openPreview();
  await page.getByText(/还有 \d+ 处没处理，正式稿现在出不了/).waitFor();
  const kept = await readPdf(await page.pdf({ preferCSSPageSize: true }));
  expect(kept).toHaveLength(1);
  expect(kept[0]?.text).toContain('正式稿现在不能打印');
  await page.keyboard.press('Control+p');
  await page.getByRole('button', { name: '改看草稿再打印' }).click();
  await expect.poll(() => desk().locator('[data-mark]').count()).toBeGreaterThan(0);
  const count = await sheets().count();
  const printed = await readPdf(await page.pdf({ preferCSSPageSize: true }));
  expect(printed.map(({ width, height }) => [width, height])).toEqual(Array(count).fill([595, 842]));
  expect(printed[0]?.text.replace(/\s/g, '')).toContain('关于2024年度法治政府建设情况的报告');
  expect(printed.at(-1)?.text).not.toBe('');
});

test('in 写作 the outline tells how many pages it has become, and leads there', async () => {
  await stage()
    .page.getByRole('button', { name: /^共 \d+ 页$/ })
    .click({ timeout: 20_000 });
  await sheets().first().waitFor();
});

interface PrintedPage {
  /** Whole points. */
  width: number;
  height: number;
  text: string;
}

async function readPdf(bytes: Buffer): Promise<PrintedPage[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join('');
    pages.push({ width: Math.round(right - left), height: Math.round(top - bottom), text });
  }
  await task.destroy();
  return pages;
}
