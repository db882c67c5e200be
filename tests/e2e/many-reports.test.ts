import { expect, onTestFinished, test } from 'vitest';
import { fillWithReports, freshFolder, openBenchApp } from '../bench/workspaces.ts';
import { openStage } from './support/stage.ts';

test('of very many reports the newest stand there first, and the earlier ones are one click away', async () => {
  const folder = freshFolder();
  const app = await openBenchApp(folder);
  await fillWithReports(app, 65);
  app.close();
  const stage = await openStage({ folder });
  onTestFinished(() => stage.close());
  const { page } = stage;
  const cards = page.getByRole('list', { name: '报告' }).getByRole('listitem');
  await cards
    .first()
    .getByText(/2024年度/)
    .first()
    .waitFor();
  expect(await cards.count()).toBe(60);
  await page.getByRole('button', { name: '再往前（还有 5 份）' }).click();
  await expect.poll(() => cards.count()).toBe(65);
  expect(await page.getByRole('button', { name: /再往前/ }).count()).toBe(0);
});
