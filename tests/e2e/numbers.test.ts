import { describe, expect, test } from 'vitest';
import { stageForEachTest } from './support/stage-for-each-test.ts';

const stage = stageForEachTest(async ({ page }) => {
  await page.getByRole('button', { name: /^看示例/ }).click();
  await page.getByRole('tree').waitFor();
  await page.getByRole('link', { name: '数据' }).click();
  await page.getByRole('button', { name: /^普法宣传/ }).click();
  await firstCell().click();
});

const cell = () => stage().page.getByRole('textbox', { name: /，2024 年$/ });
/** Column 4 holds this year's numbers. */
const cells = () => stage().page.locator('revogr-data[type="rgRow"] .rgCell[data-rgcol="4"]');
const firstCell = () => cells().first();
const column = () => cells().allTextContents();

async function paste(content: string): Promise<void> {
  await cell().evaluate((element, pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, content);
}

describe('the table', () => {
  test('cells copied from WPS are pasted into many cells at once, and one undo takes them back', async () => {
    const before = await column();
    await paste('27\n1,800\n12,500\n不适用\n');
    await stage().page.getByText('已粘贴 4 格').waitFor();
    const after = await column();
    expect(after.slice(0, 4)).toEqual(['27', '1800', '12500', '不适用']);
    await stage().page.keyboard.press('Control+z');
    await expect.poll(column).toEqual(before);
  });

  test('a wrong type stays visible with a sentence, and the old number is untouched', async () => {
    const before = await column();
    await stage().page.keyboard.type('许多');
    await stage().page.keyboard.press('Enter');
    await stage()
      .page.locator('#data-message')
      .getByText(/「许多」不是数字/)
      .waitFor();
    expect((await column())[0]).toBe('许多');
    // A refused text is only in the window; what the workspace holds comes back without it.
    await stage().crashAndRestart();
    await stage()
      .page.getByRole('button', { name: /还有 \d+ 个数据待确认/ })
      .click();
    await stage()
      .page.getByRole('button', { name: /^普法宣传/ })
      .click();
    await firstCell().waitFor();
    expect(await column()).toEqual(before);
  });

  test('Enter moves down, an empty cell is not zero, and the status line says when it was saved', async () => {
    await stage().page.keyboard.type('0');
    await stage().page.keyboard.press('Enter');
    await stage().page.keyboard.press('Delete');
    await expect.poll(async () => (await column()).slice(0, 2)).toEqual(['0', '']);
    await stage()
      .page.getByText(/已保存 \d/)
      .waitFor();
  });
});
