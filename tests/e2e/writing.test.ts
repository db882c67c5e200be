import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { stageForEachTest } from './support/stage-for-each-test.ts';

const stage = stageForEachTest(async ({ page }) => {
  await page.getByRole('button', { name: /^看示例/ }).click();
  await page.getByRole('tree').waitFor();
});

const text = (): Locator => stage().page.locator('.ProseMirror');
const saved = () =>
  stage()
    .page.getByText(/已保存 \d/)
    .waitFor();
const chapter = (heading: string) => stage().page.getByRole('tree').getByText(heading).click();

async function endOfText(): Promise<void> {
  await text().click();
  await stage().page.keyboard.press('Control+End');
}

describe('typing', () => {
  test('what was typed is on disk within a second: it survives kill -9', async () => {
    await chapter('接受执法监督');
    await endOfText();
    await stage().page.keyboard.type('全年接受执法监督检查三次。');
    await stage().page.waitForTimeout(1000);
    await stage().crashAndRestart();
    await stage()
      .page.getByRole('button', { name: /还有 \d+ 个数据待确认/ })
      .click();
    await stage().page.getByRole('link', { name: '写作' }).click();
    await chapter('接受执法监督');
    await text().getByText('全年接受执法监督检查三次。').waitFor();
  });

  test('undo and redo go step by step and are saved', async () => {
    await chapter('接受执法监督');
    await endOfText();
    await stage().page.keyboard.type('甲');
    await stage().page.waitForTimeout(700);
    await stage().page.keyboard.type('乙');
    await stage().page.keyboard.press('Control+z');
    expect(await text().textContent()).toBe('甲');
    await stage().page.keyboard.press('Control+y');
    expect(await text().textContent()).toBe('甲乙');
    await saved();
  });

  test('an input method composing beside a bound number changes nothing but what it composes', async () => {
    await chapter('健全调解网络，化解矛盾纠纷');
    const before = await text().textContent();
    const chips = await text().locator('.number-chip').count();
    expect(chips).toBeGreaterThan(0);
    await endOfText();
    const devtools = await stage().page.context().newCDPSession(stage().page);
    for (const composing of ['n', 'ni', 'nih', 'niha', 'nihao']) {
      await devtools.send('Input.imeSetComposition', {
        text: composing,
        selectionStart: composing.length,
        selectionEnd: composing.length,
      });
    }
    await devtools.send('Input.insertText', { text: '你好' });
    expect(await text().textContent()).toBe(`${before}你好`);
    expect(await text().locator('.number-chip').count()).toBe(chips);
    await saved();
  });

  test('text pasted from a word processor comes in as plain paragraphs', async () => {
    await chapter('接受执法监督');
    await endOfText();
    await text().evaluate((element) => {
      const data = new DataTransfer();
      data.setData('text/html', '<p style="color:red"><b>第一段</b>文字</p><p>第二段</p>');
      data.setData('text/plain', '第一段文字\n第二段');
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    expect(await text().locator('p').allInnerTexts()).toEqual(['第一段文字', '第二段']);
    expect(await text().locator('b, strong, [style*="red"]').count()).toBe(0);
  });
});

describe('numbers in the text', () => {
  test('@ finds an indicator by name and puts its number in; a change in the pane repaints it at once', async () => {
    await chapter('接受执法监督');
    await endOfText();
    await stage().page.keyboard.type('共排查@排查矛盾');
    await stage()
      .page.getByRole('option', { name: /排查矛盾纠纷/ })
      .first()
      .waitFor();
    await stage().page.keyboard.press('Enter');
    await stage().page.keyboard.type('。');
    expect(await text().textContent()).toContain('共排查58件');

    await text().locator('.number-chip').first().click();
    const thisYear = stage().page.getByRole('textbox', { name: /（今年）/ });
    await thisYear.fill('61');
    await thisYear.press('Enter');
    await text().getByText('61件').waitFor();
    await chapter('健全调解网络，化解矛盾纠纷');
    expect(await text().textContent()).toContain('61件');
    await saved();
  });
});

describe('a number half typed in the pane beside', () => {
  test('is kept when another indicator is clicked', async () => {
    const { page } = stage();
    await chapter('健全调解网络，化解矛盾纠纷');
    await text().locator('.number-chip').first().click();
    await page.getByRole('textbox', { name: /（今年）/ }).fill('4661');
    await page.locator('.data-pane-row').last().click();
    await expect.poll(() => text().locator('.number-chip').first().textContent()).toContain('4661');
    await saved();
  });
});

describe('last year’s text', () => {
  test('is marked until it is confirmed; the confirmation can be undone', async () => {
    const { page } = stage();
    await chapter('优化审批服务');
    const marked = text().locator('[data-carried-from="2023"]');
    const count = await marked.count();
    expect(count).toBeGreaterThan(0);
    await text().focus();
    await page.keyboard.press('Control+Home');
    await page
      .getByRole('toolbar')
      .getByRole('button', { name: /^(确认沿用|照用 \d+ 处并确认)$/ })
      .click();
    await expect.poll(() => marked.count()).toBe(count - 1);
    await page.getByRole('toolbar').getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => marked.count()).toBe(count);
  });

  test('can be confirmed as soon as the keyboard is in the text, without moving the caret first', async () => {
    const { page } = stage();
    await chapter('优化审批服务');
    const confirm = page.getByRole('toolbar').getByRole('button', { name: /^(确认沿用|照用 \d+ 处并确认)$/ });
    expect(await confirm.isDisabled()).toBe(true);
    // Whatever follows the opening of a chapter is over, so that only the focus can enable the button.
    await page.waitForTimeout(1000);
    await text().focus();
    await expect.poll(() => confirm.isEnabled()).toBe(true);
  });

  test('a paragraph that was not carried over can be taken from the pane beside, marked', async () => {
    const { page } = stage();
    await chapter('接受执法监督');
    await page.getByRole('button', { name: '沿用这一段' }).first().click();
    await text().locator('[data-carried-from="2023"]').first().waitFor();
    expect(await text().textContent()).toContain('全年接受县级行政执法监督');
  });
});
