import { expect, test } from 'vitest';
import { openSample, writeFirst } from './support/sample-writing.ts';
import { stageForEachTest } from './support/stage-for-each-test.ts';

const stage = stageForEachTest(openSample);
const write = (text: string) => writeFirst(stage(), text);

async function openBackups() {
  const { page } = stage();
  await page.getByRole('button', { name: '设置' }).click();
  await page.getByRole('menuitem', { name: '备份与恢复…' }).click();
  return page.getByRole('dialog', { name: '备份与恢复' });
}

async function closeDialog(): Promise<void> {
  await stage().page.keyboard.press('Escape');
  await stage().page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Opens the report again from the home screen and tells the shown chapter's text. */
async function reopenedText(): Promise<string> {
  const { page } = stage();
  await page.getByRole('list', { name: '报告' }).getByRole('link').first().click();
  await page.getByRole('tree').waitFor();
  await page.getByRole('treeitem').first().click();
  return (await page.locator('.ProseMirror').first().textContent()) ?? '';
}

test('write, back up, write more, go back, see the old text, undo, and see the newer one again', async () => {
  const { page } = stage();
  await page.getByRole('treeitem').first().click();
  await write('较早写的话。');
  let dialog = await openBackups();
  await dialog.getByRole('button', { name: '现在备份' }).click();
  await dialog.getByText(/^已备份并核对/).waitFor();
  await dialog.getByText('与现在相同').waitFor();
  expect(await dialog.getByRole('listitem').count()).toBe(1);
  await closeDialog();

  await write('较晚写的话。');
  dialog = await openBackups();
  await dialog.getByRole('button', { name: /^恢复到 .* 的备份$/ }).click();
  await dialog.getByText(/恢复后比现在少 6 字。现在的资料会先另存为一份备份/).waitFor();
  await dialog.getByRole('button', { name: '恢复', exact: true }).click();
  await page.getByText(/^已恢复到/).waitFor();
  const earlier = await reopenedText();
  expect(earlier).toContain('较早写的话。');
  expect(earlier).not.toContain('较晚写的话。');

  await page.getByRole('button', { name: '撤销' }).last().click();
  await page.getByText('已回到恢复之前的资料。').waitFor();
  expect(await reopenedText()).toContain('较晚写的话。');

  dialog = await openBackups();
  await dialog.getByText('恢复之前', { exact: true }).first().waitFor();
  // The earlier state and the later one; what held the same again did not pile up.
  expect(await dialog.getByRole('listitem').count()).toBe(2);
  await closeDialog();
});

test('a browser gets a copy to keep elsewhere', async (context) => {
  if (process.env.XIANGBAO_E2E_DOOR === 'electron') context.skip('the desktop window asks where to save');
  const { page } = stage();
  const dialog = await openBackups();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: '下载一份副本' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/-手动\.xbdb$/);
  await dialog.getByText(/^已交给浏览器下载/).waitFor();
});
