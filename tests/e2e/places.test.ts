/** Finding a number, dragging it into the text, going to where it stands, taking its paragraph along. */
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { stageForEachTest } from './support/stage-for-each-test.ts';

const stage = stageForEachTest(async ({ page }) => {
  await page.getByRole('button', { name: /^看示例/ }).click();
  await page.getByRole('tree').waitFor();
  await chapter('接受执法监督');
});

const text = (): Locator => stage().page.locator('.ProseMirror');
const chip = () => text().locator('.number-chip');
const chapter = (heading: string) => stage().page.getByRole('tree').getByText(heading).click();
const option = (name: RegExp) => stage().page.getByRole('option', { name }).first();

async function type(words: string): Promise<void> {
  await text().click();
  await stage().page.keyboard.press('Control+End');
  await stage().page.keyboard.type(words);
}

describe('finding a number', () => {
  test.each([
    ['@pcmd', 'initials'],
    ['@paichamaodun', 'pinyin'],
    ['/paichamd', 'a slash, and both mixed'],
  ])('%s: by %s', async (typed) => {
    await type(`共排查${typed}`);
    await option(/排查矛盾纠纷/).waitFor();
    await stage().page.keyboard.press('Enter');
    await expect.poll(() => text().textContent()).toBe('共排查58件');
  });

  test('a slash behind a number or a unit is a slash', async () => {
    await type('每亩600元/');
    await stage().page.keyboard.press('Enter');
    await stage().page.keyboard.type('12/');
    await stage().page.keyboard.press('Enter');
    expect(await text().locator('p').allInnerTexts()).toEqual(['每亩600元/', '12/', '\n']);
  });

  test('the pane beside finds by initials as well', async () => {
    const { page } = stage();
    await page.getByRole('tab', { name: '数据' }).click();
    await page.getByRole('searchbox').fill('pcmd');
    await expect.poll(() => page.locator('.data-pane-row').first().textContent()).toMatch(/^排查矛盾纠纷/);
    expect(await page.locator('.data-pane-row').count()).toBeLessThan(5);
  });
});

describe('dragging a number', () => {
  test('from the pane drops it between the characters under the pointer', async () => {
    const { page } = stage();
    await type('共排查，较多。');
    await page.getByRole('tab', { name: '数据' }).click();
    await page.getByRole('searchbox').fill('排查矛盾纠纷');
    const row = page.locator('.data-pane-row').first();
    const from = await row.boundingBox();
    /** The left edge of the comma, the fourth character. */
    const target = await text().evaluate((element) => {
      const node = element.querySelector('p')?.firstChild;
      if (!node) throw new Error('no text');
      const range = document.createRange();
      range.setStart(node, 3);
      range.setEnd(node, 4);
      const { left, top, height } = range.getBoundingClientRect();
      return { x: left + 2, y: top + height / 2 };
    });
    if (!from) throw new Error('the row is not shown');
    await page.mouse.move(from.x + 20, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(target.x - 40, target.y, { steps: 5 });
    await page.mouse.move(target.x, target.y, { steps: 5 });
    await page.locator('.drop-cursor').waitFor({ state: 'attached' });
    await page.mouse.up();
    await expect.poll(() => text().textContent()).toBe('共排查58件，较多。');
    expect(await chip().count()).toBe(1);
    // The caret stands behind it; the drop is undone as one step.
    await page.keyboard.type('次');
    expect(await text().textContent()).toBe('共排查58件次，较多。');
    await page.keyboard.press('Control+z');
    expect(await text().textContent()).toBe('共排查，较多。');
  });
});

describe('going to a place', () => {
  test('the list of places leads to the very number, in view and highlighted', async () => {
    const { page } = stage();
    await type(`${'说明。'.repeat(400)}共排查@pcmd`);
    await option(/排查矛盾纠纷/).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Home');
    await page.getByRole('link', { name: '数据' }).click();
    await page.getByRole('button', { name: /^矛盾纠纷化解/ }).click();
    await page
      .locator('revogr-data[type="rgRow"] .rgCell[data-rgcol="0"]')
      .filter({ hasText: '排查矛盾纠纷' })
      .first()
      .click();
    await page
      .getByRole('button')
      .filter({ has: page.locator('.data-reference-chapter', { hasText: '接受执法监督' }) })
      .click();
    const shown = text().locator('.number-chip.shown-place');
    await shown.waitFor();
    expect(await shown.textContent()).toBe('58件');
    const box = await shown.boundingBox();
    expect(box && box.y > 80 && box.y < 740).toBe(true);
    await shown.waitFor({ state: 'detached' });
  });

  test('a condition on the number is among its places', async () => {
    const { page } = stage();
    await type('共排查矛盾纠纷多起。');
    await page.keyboard.press('Alt+c');
    const card = page.getByRole('dialog', { name: '条件内容' });
    await card.getByRole('combobox', { name: '看哪个数据' }).fill('pcmd');
    await card.getByRole('option', { name: '排查矛盾纠纷' }).click();
    await card.getByRole('button', { name: '设定条件' }).click();
    await page.getByRole('link', { name: '数据' }).click();
    await page.getByRole('button', { name: /^矛盾纠纷化解/ }).click();
    await page
      .locator('revogr-data[type="rgRow"] .rgCell[data-rgcol="0"]')
      .filter({ hasText: '排查矛盾纠纷' })
      .first()
      .click();
    await page.getByRole('button', { name: /不为零时才写/ }).click();
    await expect
      .poll(() => text().locator('.passage .shown-place').textContent())
      .toBe('共排查矛盾纠纷多起。');
  });
});

describe('a copied paragraph', () => {
  test('keeps its numbers and its condition inside the program, and is plain text outside', async () => {
    const { page } = stage();
    await type('共排查@pcmd');
    await option(/排查矛盾纠纷/).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('矛盾纠纷。');
    await page.keyboard.press('Alt+c');
    await page.getByRole('button', { name: '设定条件' }).click();
    await text().locator('.passage .number-chip').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');

    const flavours = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (await item?.getType(type))?.text();
      return { plain: await read('text/plain'), html: await read('text/html') };
    });
    expect(flavours.plain).toBe('共排查58件矛盾纠纷。');
    const { html = '' } = flavours;
    expect(html).toContain('58件');
    expect(html).not.toMatch(/\b(?:class|style|color|bgcolor|face|size|title|data-tag)=/);
    expect(html).not.toMatch(/<(?:b|i|u|font|style|strong|em)\b/);
    expect(html.replace(/<[^>]*>/g, '')).toBe('共排查58件矛盾纠纷。');

    await text().click();
    await page.keyboard.press('Control+End');
    // The page tells the editor of a moved caret a moment after the key; nobody types faster than that.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+v');
    await expect.poll(() => text().locator('p').count()).toBe(2);
    expect(await text().locator('.passage .number-chip').count()).toBe(2);

    // Each copy is a place of its own.
    await page.getByText(/已保存 \d/).waitFor();
    await page.getByRole('link', { name: '数据' }).click();
    await page.getByRole('button', { name: /^矛盾纠纷化解/ }).click();
    await page
      .locator('revogr-data[type="rgRow"] .rgCell[data-rgcol="0"]')
      .filter({ hasText: '排查矛盾纠纷' })
      .first()
      .click();
    const here = page.locator('.data-reference').filter({ hasText: '接受执法监督' });
    await expect.poll(() => here.count()).toBe(4);
  });
});
