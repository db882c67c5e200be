import { expect, test } from 'vitest';
import { stageForEachTest } from './support/stage-for-each-test.ts';

const heading = '接受执法监督';
const otherHeading = '健全调解网络，化解矛盾纠纷';

const stage = stageForEachTest(async ({ page }) => {
  await page.getByRole('button', { name: /^看示例/ }).click();
  await page.getByRole('tree').waitFor();
});

const goTo = (place: '写作' | '数据') => stage().page.getByRole('link', { name: place }).click();
const openChapter = (name: string) => stage().page.getByRole('tree').getByText(name).click();
const press = (keys: string) => stage().page.keyboard.press(keys);
const text = () => stage().page.locator('.ProseMirror');
const cell = () => stage().page.locator('revogr-data[type="rgRow"] .rgCell[data-rgcol="4"]').first();
const told = (words: RegExp) => stage().page.getByRole('status').filter({ hasText: words });

/** Types into a chapter and changes a number after it; returns what the number was. */
async function typeAndCount(): Promise<string> {
  await openChapter(heading);
  await text().click();
  await stage().page.keyboard.type('又及。');
  await goTo('数据');
  await stage()
    .page.getByRole('button', { name: /^普法宣传/ })
    .click();
  await cell().click();
  const number = (await cell().textContent()) ?? '';
  await stage().page.keyboard.type('4321');
  await press('Enter');
  await expect.poll(() => cell().textContent()).toBe('4321');
  return number;
}

test('one timeline: a number and a text are undone and redone in 数据, where the text is out of sight', async () => {
  const number = await typeAndCount();
  await press('Control+z');
  await expect.poll(() => cell().textContent()).toBe(number);
  expect(await told(/已撤销/).count()).toBe(0);
  await press('Control+z');
  await told(/已撤销：“.*接受执法监督”中的文字/).waitFor();
  await press('Control+y');
  await told(/已重做：“.*接受执法监督”中的文字/).waitFor();
  await press('Control+y');
  await expect.poll(() => cell().textContent()).toBe('4321');
  await press('Control+z');
  await press('Control+z');
  await told(/已撤销：“/)
    .getByRole('button', { name: '去看' })
    .click();
  await text().waitFor();
  expect(await text().textContent()).toBe('');
});

test('the same in 写作: the number is told, and the chapter is brought into sight', async () => {
  const number = await typeAndCount();
  await goTo('写作');
  await openChapter(otherHeading);
  const other = await text().textContent();
  await text().click();
  await press('Control+z');
  await told(new RegExp(`已撤销：数据 · .* ${number} → 4321`)).waitFor();
  expect(await text().textContent()).toBe(other);
  await press('Control+z');
  await told(/已撤销：“.*接受执法监督”中的文字/).waitFor();
  expect(await text().textContent()).toBe('');
  await press('Control+y');
  expect(await text().textContent()).toBe('又及。');
  await stage().page.getByRole('button', { name: '重做' }).click();
  await told(/已重做：数据 · /)
    .getByRole('button', { name: '去看' })
    .click();
  await expect.poll(() => cell().textContent()).toBe('4321');
});

test('a report that is closed and opened again has nothing to undo', async () => {
  await typeAndCount();
  await stage().page.getByRole('link', { name: '乡报' }).click();
  await stage().page.getByRole('button', { name: '新建报告' }).waitFor();
  await stage().page.goBack();
  await cell().click();
  expect(await stage().page.getByRole('button', { name: '撤销' }).isDisabled()).toBe(true);
  await press('Control+z');
  expect(await cell().textContent()).toBe('4321');
});

test('renaming, moving, adding and putting away chapters are undone and redone in their turn', async () => {
  const { page } = stage();
  // A chapter that is being renamed shows neither its mark nor its menu.
  const outline = async () => (await page.getByRole('tree').textContent())?.replace(/[空⋯]/g, '');
  const states = [await outline()];
  const changed = async () => {
    await expect.poll(outline).not.toBe(states.at(-1));
    states.push(await outline());
  };
  // The keyboard comes back to the row with the next frame.
  const rowFocused = () => page.locator('[role="treeitem"]:focus').waitFor();
  await openChapter(otherHeading);
  await press('F2');
  await page.locator('[role="tree"] :is(input, textarea):focus').waitFor();
  await page.keyboard.type('化解矛盾纠纷');
  await press('Enter');
  await changed();
  await rowFocused();
  await press('Alt+ArrowUp');
  await changed();
  await rowFocused();
  await press('Delete');
  await changed();
  await page.getByRole('button', { name: '添加章节' }).click();
  await changed();
  await page.locator('[role="tree"] :is(input, textarea):focus').waitFor();
  await page.keyboard.type('特色做法');
  await press('Enter');
  await changed();
  expect(states.at(-1)).toContain('特色做法');
  for (const state of [...states].reverse().slice(1)) {
    await press('Control+z');
    await expect.poll(outline).toBe(state);
  }
  for (const state of states.slice(1)) {
    await press('Control+y');
    await expect.poll(outline).toBe(state);
  }
});
