import { expect, test } from 'vitest';
import { stageForEachTest } from './support/stage-for-each-test.ts';

const stage = stageForEachTest();

test('large type and language outlive the program, whose port is another one at each launch', async () => {
  const textSize = () => stage().page.locator('html').getAttribute('data-text-size');
  await stage().page.getByRole('button', { name: '设置' }).click();
  await stage().page.getByText('大字').click();
  expect(await textSize()).toBe('large');
  await stage().page.getByRole('button', { name: '设置' }).click();
  await stage().page.getByText('English', { exact: true }).click();
  await stage().page.getByRole('button', { name: 'Settings' }).waitFor();
  const before = stage().page.url();
  await stage().crashAndRestart();
  // The desktop window has one address at every launch.
  if (process.env.XIANGBAO_E2E_DOOR !== 'electron') expect(stage().page.url()).not.toBe(before);
  await expect.poll(textSize).toBe('large');
  await stage().page.getByRole('button', { name: 'Settings' }).waitFor();
});
