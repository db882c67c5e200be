import { expect, test } from 'vitest';
import { stageForEachTest } from './support/stage-for-each-test.ts';

const stage = stageForEachTest(async ({ page }) => {
  await page.getByRole('button', { name: /^看示例/ }).click();
  await page.getByRole('tree').waitFor();
});

const press = (keys: string) => stage().page.keyboard.press(keys);
const rows = () => stage().page.getByRole('treeitem');
const lastRows = async (count: number) =>
  (await rows().allTextContents()).slice(-count).map((text) => text.replace(/[\d,]*空?⋯?$/u, ''));

/** By the menu of a chapter, its title typed at once. */
async function addAttachment(title: string): Promise<void> {
  const { page } = stage();
  await rows().first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: '添加附件' }).click();
  await page.locator('[role="tree"] :is(input, textarea):focus').waitFor();
  await page.keyboard.type(title);
  await press('Enter');
  // The keyboard comes back to the row with the next frame.
  await page.locator('[role="treeitem"]:focus').waitFor();
}

test('attachments are added at the end, labelled, moved among themselves only, written and undone', async () => {
  const { page } = stage();
  const before = await rows().count();
  await addAttachment('调解组织名单');
  await expect.poll(() => lastRows(2)).toEqual(['结语', '附件　调解组织名单']);
  await addAttachment('收支情况');
  await expect.poll(() => lastRows(3)).toEqual(['结语', '附件1　调解组织名单', '附件2　收支情况']);

  await press('Alt+ArrowUp');
  await expect.poll(() => lastRows(2)).toEqual(['附件1　收支情况', '附件2　调解组织名单']);
  await press('Alt+ArrowUp');
  await press('Alt+ArrowRight');
  expect(await lastRows(3)).toEqual(['结语', '附件1　收支情况', '附件2　调解组织名单']);

  await press('Enter');
  await page.locator('.ProseMirror:focus').waitFor();
  await page.keyboard.type('全年收支相抵。');
  expect(await page.getByRole('textbox', { name: '标题' }).inputValue()).toBe('收支情况');

  await page.getByRole('treeitem').last().focus();
  for (let step = 0; step < 4; step += 1) await press('Control+z');
  await expect.poll(() => rows().count()).toBeLessThanOrEqual(before + 1);
  for (let step = 0; step < 4; step += 1) await press('Control+z');
  await expect.poll(() => rows().count()).toBe(before);
});
