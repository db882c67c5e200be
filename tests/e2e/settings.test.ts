import { expect, test } from 'vitest';
import { stageForEachTest } from './support/stage-for-each-test.ts';

const stage = stageForEachTest();

test('large type and language outlive the program, whose port is another one at each launch', async () => {
  const { page } = stage();
  const textSize = () => page.locator('html').getAttribute('data-text-size');
  await page.getByRole('button', { name: '设置' }).click();
  await page.getByText('大字').click();
  expect(await textSize()).toBe('large');
  await page.getByRole('button', { name: '设置' }).click();
  await page.getByText('English', { exact: true }).click();
  await page.getByRole('button', { name: 'Settings' }).waitFor();
  const before = page.url();
  await stage().crashAndRestart();
  expect(page.url()).not.toBe(before);
  await expect.poll(textSize).toBe('large');
  await page.getByRole('button', { name: 'Settings' }).waitFor();
});
