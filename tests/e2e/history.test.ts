import { expect, test } from 'vitest';
import { openSample, writeFirst } from './support/sample-writing.ts';
import { stageForEachTest } from './support/stage-for-each-test.ts';

const stage = stageForEachTest(openSample);
const write = (text: string) => writeFirst(stage(), text);

const shownText = async () => (await stage().page.locator('.ProseMirror').first().textContent()) ?? '';

test('write, look at what has changed since, go back by the screen, and take that back', async () => {
  const { page } = stage();
  await page.getByRole('treeitem').first().click();
  await write('上午写的一句话。');
  await page.getByRole('button', { name: '历史', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '历史' });
  await dialog.getByRole('button', { name: '现在留一份' }).click();
  await dialog.getByText(/^已留下现在的样子/).waitFor();
  // Before the first change the program had kept one by itself.
  const list = dialog.getByRole('navigation', { name: '历史版本' });
  await list.getByRole('button', { name: /写作中/ }).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  await write('下午又写的一句话。');
  await page.getByRole('button', { name: '历史', exact: true }).click();
  await list.getByRole('button', { name: /手动留存/ }).click();
  await dialog.getByText('下午又写的一句话。').waitFor();
  await dialog.getByRole('button', { name: '恢复到这时' }).click();
  await dialog.getByText(/^已恢复到/).waitFor();
  await list.getByRole('button', { name: /恢复之前/ }).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(shownText).not.toContain('下午又写的一句话。');
  expect(await shownText()).toContain('上午写的一句话。');

  await page.keyboard.press('Control+z');
  await expect.poll(shownText).toContain('下午又写的一句话。');
  await page.keyboard.press('Control+y');
  await expect.poll(shownText).not.toContain('下午又写的一句话。');
});

test('a final report shows its checksum and cannot be gone back in', async () => {
  const { page } = stage();
  const reportId = /report\/([^/]+)/.exec(page.url())?.[1] ?? '';
  await page.evaluate(async (id) => {
    await fetch('/api/report.update', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id, state: 'final' }),
    });
  }, reportId);
  await page.reload();
  await page.getByRole('tree').waitFor();
  await page.getByRole('button', { name: '历史', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '历史' });
  const final = dialog.getByRole('button', { name: /定稿校验码 [0-9a-f]{12}/ });
  await final.click();
  await dialog.getByText('这一份与现在完全相同。').waitFor();
  expect(await dialog.getByRole('button', { name: '恢复到这时' }).isDisabled()).toBe(true);
});
