import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { stageForEachTest } from './support/stage-for-each-test.ts';

const stage = stageForEachTest(async ({ page }) => {
  await page.getByRole('button', { name: /^看示例/ }).click();
  await page.getByRole('tree').waitFor();
  await page.getByRole('tree').getByText('接受执法监督').click();
  await text().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('全年接受监督三次。共排查矛盾纠纷多起。');
});

const text = (): Locator => stage().page.locator('.ProseMirror');
const passage = (): Locator => text().locator('.passage');
const card = () => stage().page.getByRole('dialog', { name: '条件内容' });
const indicator = () => card().getByRole('combobox', { name: '看哪个数据' });
const saved = () =>
  stage()
    .page.getByText(/已保存 \d/)
    .waitFor();

/** Puts the sentence with the caret under a condition on 排查矛盾纠纷 (58 in 2024, 50 in 2023), by keyboard alone. */
async function putUnderCondition(): Promise<void> {
  const { page } = stage();
  await page.keyboard.press('Alt+c');
  await indicator().fill('pcmd');
  await card().getByRole('option', { name: '排查矛盾纠纷' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await card().getByText('现在会写').waitFor();
  await card().getByRole('button', { name: '设定条件' }).press('Enter');
  await passage().waitFor();
}

describe('a conditional passage', () => {
  test('is framed, says that it will be written, and follows the number without being touched', async () => {
    const { page } = stage();
    await putUnderCondition();
    expect(await passage().textContent()).toBe('共排查矛盾纠纷多起。');
    expect(await passage().getAttribute('data-shown')).toBe('shown');

    await page.getByRole('tab', { name: '数据' }).click();
    await page.getByRole('searchbox', { name: /查找|搜索|名称/ }).fill('排查矛盾纠纷');
    await page
      .getByRole('button', { name: /^排查矛盾纠纷/ })
      .first()
      .click();
    const thisYear = page.getByRole('textbox', { name: /（今年）/ });
    await thisYear.fill('0');
    await thisYear.press('Enter');
    await expect.poll(() => passage().getAttribute('data-shown')).toBe('hidden');
    expect(await passage().evaluate((element) => getComputedStyle(element, '::after').content)).toBe(
      '"不写"',
    );
    await saved();
  });

  test('is changed by clicking into it, undone, and released with its text left', async () => {
    const { page } = stage();
    await putUnderCondition();
    await passage().click();
    await card().getByRole('combobox', { name: '什么时候写' }).selectOption('above');
    await card().getByRole('textbox', { name: /^多少/ }).fill('许多');
    expect(await card().getByRole('button', { name: '改好' }).isDisabled()).toBe(true);
    await card().getByText('请填一个数字').waitFor();
    await card().getByRole('textbox', { name: /^多少/ }).fill('100');
    await card().getByText('现在不写').waitFor();
    await card().getByRole('button', { name: '改好' }).click();
    expect(await passage().getAttribute('data-shown')).toBe('hidden');
    await page.keyboard.press('Control+z');
    expect(await passage().getAttribute('data-shown')).toBe('shown');

    // Sooner, it would be a double click.
    await page.waitForTimeout(600);
    await passage().click();
    await card().getByRole('button', { name: '取消条件，保留文字' }).click();
    expect(await passage().count()).toBe(0);
    expect(await text().textContent()).toBe('全年接受监督三次。共排查矛盾纠纷多起。');
    await page.keyboard.press('Control+z');
    await passage().waitFor();
  });

  test('without its number is named among what forbids the formal document', async () => {
    const { page } = stage();
    await putUnderCondition();
    await passage().click();
    await indicator().fill('ynfz');
    const missing = card().getByRole('option', { name: /疑难复杂纠纷/ });
    await missing.waitFor();
    await missing.click();
    await card().getByText('现在缺数，不写').waitFor();
    await card().getByRole('button', { name: '改好' }).click();
    expect(await passage().getAttribute('data-shown')).toBe('missing');
    await saved();

    await page.getByRole('link', { name: '报送' }).click();
    const chapter = page.getByRole('listitem').filter({ hasText: '接受执法监督' });
    await chapter.getByText(/^条件“疑难复杂纠纷.*” 缺/).waitFor();
  });

  test('survives a crash and a visit to another chapter', async () => {
    const { page } = stage();
    await putUnderCondition();
    await page.waitForTimeout(1000);
    await stage().crashAndRestart();
    await page.getByRole('button', { name: /还有 \d+ 个数据待确认/ }).click();
    await page.getByRole('link', { name: '写作' }).click();
    await page.getByRole('tree').getByText('接受执法监督').click();
    await passage().waitFor();
    expect(await passage().textContent()).toBe('共排查矛盾纠纷多起。');
  });

  test('typing and composing in it goes on as in any text; what is typed behind it is written always', async () => {
    const { page } = stage();
    await putUnderCondition();
    const devtools = await page.context().newCDPSession(page);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await devtools.send('Input.imeSetComposition', { text: 'an', selectionStart: 2, selectionEnd: 2 });
    await devtools.send('Input.insertText', { text: '案' });
    await page.keyboard.press('End');
    await page.keyboard.type('完。');
    expect(await passage().textContent()).toBe('共排查矛盾纠纷多案起。');
    expect(await text().textContent()).toBe('全年接受监督三次。共排查矛盾纠纷多案起。完。');
  });
});
