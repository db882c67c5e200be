import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { stageForEachTest } from './support/stage-for-each-test.ts';

const stage = stageForEachTest(async ({ page }) => {
  await page.getByRole('button', { name: /^看示例/ }).click();
  await page.getByRole('tree').waitFor();
  await page.getByRole('link', { name: '数据' }).click();
  await page.getByRole('button', { name: /^普法宣传/ }).click();
  await firstCell().click();
});

/** The field that stands on the current cell. */
const field = () => stage().page.locator('.data-field');
/** Column 4 holds this year's numbers. */
const cells = () => stage().page.locator('revogr-data[type="rgRow"] .rgCell[data-rgcol="4"]');
const firstCell = () => cells().first();
const column = () => cells().allTextContents();

const message = (words: string | RegExp) => stage().page.locator('#data-message').getByText(words);
const lastYear = () =>
  stage().page.locator('revogr-data[type="rgRow"] .rgCell[data-rgcol="3"]').allTextContents();

async function paste(text: string, html = ''): Promise<void> {
  await field().evaluate(
    (element, pasted) => {
      const data = new DataTransfer();
      data.setData('text/plain', pasted.text);
      data.setData('text/html', pasted.html);
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    { text, html },
  );
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
    await message(/「许多」不是数字/).waitFor();
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

  test('a table with names and a merged head of years is placed by both, and one undo takes it back', async () => {
    const before = [await column(), await lastYear()];
    await paste(
      '',
      `<html><body><table><tr><td rowspan=2>项目</td><td rowspan=2>单位</td><td colspan=2>完成数</td></tr>
       <tr><td>2024年</td><td>2023年</td></tr>
       <tr><td>1.发放宣传资料</td><td>份</td><td>1,800</td><td>1,700</td></tr>
       <tr style='display:none'><td>宣传受众</td><td>人次</td><td>1</td><td>1</td></tr>
       <tr><td>走访群众</td><td>人次</td><td>5</td><td>6</td></tr>
       <tr><td>集中法治宣传</td><td>场</td><td>27</td><td></td></tr></table></body></html>`,
    );
    await message(/按名称贴上 3 格（2023、2024 年）。本表没有的名称：走访群众。/).waitFor();
    await message(/隐藏的 1 行没有贴/).waitFor();
    expect((await column()).slice(0, 3)).toEqual(['27', '1800', before[0]?.[2]]);
    expect((await lastYear()).slice(0, 2)).toEqual([before[1]?.[0], '1700']);
    await stage().page.keyboard.press('Control+z');
    await expect.poll(async () => [await column(), await lastYear()]).toEqual(before);
  });

  test('what is copied is pasted again without changing anything, as text and as a table', async () => {
    await stage().page.keyboard.press('Control+a');
    const copied = await field().evaluate((element) => {
      const data = new DataTransfer();
      element.dispatchEvent(
        new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
      );
      return { text: data.getData('text/plain'), html: data.getData('text/html') };
    });
    expect(copied.text.split('\r\n')[0]).toMatch(/^集中法治宣传\t场\t/);
    expect(copied.html).toContain('<td>集中法治宣传</td><td>场</td>');
    const before = [await column(), await lastYear()];
    await paste(copied.text, copied.html);
    await message(/按名称贴上 \d+ 格（2022、2023、2024 年）/).waitFor();
    expect([await column(), await lastYear()]).toEqual(before);
  });

  test('while a number is typed, the line below says what it will be, and doubts a slip of 万', async () => {
    const { page } = stage();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('三万六千');
    await message('= 36,000 份').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('24800万');
    await message(/约为上一年（24,800）的 10,000 倍，请核对单位/).waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('一百二');
    await message(/可以有几种读法/).waitFor();
    await page.keyboard.press('Escape');
    await message(/Enter 向下/).waitFor();
  });

  test('an input method composes in a cell from the first key, and is not judged while it does', async () => {
    const { page } = stage();
    const devtools = await page.context().newCDPSession(page);
    for (const text of ['s', 'sh', 'shier']) {
      await devtools.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    }
    await message(/Enter 向下/).waitFor();
    await devtools.send('Input.insertText', { text: '十二' });
    await message('= 12 场').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await column())[0]).toBe('12');
  });

  test('Ctrl+D repeats the cell above, Ctrl+R the one before, Ctrl+Enter fills what is marked', async () => {
    const { page } = stage();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.type('61');
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await column()).slice(0, 2)).toEqual(['61', '61']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+d');
    await expect.poll(async () => (await column())[2]).toBe('61');
    await page.keyboard.press('Control+r');
    await expect.poll(async () => (await column())[2]).toBe((await lastYear())[2]);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await column())[2]).toBe('61');
  });
});

test('a cell with a note has its corner marked', async () => {
  const { page } = stage();
  const marked = page.locator('revogr-data[type="rgRow"] .rgCell.data-remarked');
  expect(await marked.count()).toBe(0);
  await page.getByLabel('备注').fill('口径同上年');
  await page.getByLabel('备注').blur();
  await expect.poll(() => marked.count()).toBe(1);
  expect(await marked.first().getAttribute('title')).toContain('口径同上年');
});

test('the fill handle is dragged over the cells below', async () => {
  const { page } = stage();
  const handle = await page.locator('.autofill-handle').boundingBox();
  const target = await cells().nth(2).boundingBox();
  if (handle === null || target === null) throw new Error('there is no handle, or nothing to drag it to');
  await page.mouse.move(handle.x + 3, handle.y + 3);
  await page.mouse.down();
  await page.mouse.move(target.x + 20, target.y - 10, { steps: 5 });
  await page.mouse.move(target.x + 20, target.y + 15, { steps: 5 });
  await page.mouse.up();
  await message(/已填充 2 格/).waitFor();
  const [first, second, third] = await column();
  expect([second, third]).toEqual([first, first]);
});

test('a cell of a date takes a day as it is written anywhere, and shows it one way', async () => {
  const { page, folder } = stage();
  const file = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith('.xbdb'),
  );
  const database = new Database(join(folder, file ?? ''));
  database.prepare(`UPDATE indicator SET kind = 'date', unit = '' WHERE name = '集中法治宣传'`).run();
  database.close();
  await page.reload();
  await page.getByRole('button', { name: /^普法宣传/ }).click();
  await firstCell().click();
  await page.keyboard.type('2024年2月30日');
  await message(/不是日历上的一天/).waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2024.3.15');
  await message('= 2024年3月15日').waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await column())[0]).toBe('2024-03-15');
});
