import { expect, test } from 'vitest';
import { stageForEachTest } from './support/stage-for-each-test.ts';
import { doWholeJob } from './support/whole-job.ts';

const stage = stageForEachTest();

test('a new user: last year’s file in, this year begun, a table filled, the prose fills itself, the document out', async () => {
  const exported = await doWholeJob(stage());
  expect(exported).toContain('云岭镇人民政府');
  expect(exported).toContain('全年排查矛盾纠纷30件，化解28件。');
  expect(exported).toMatch(/（一）健全调解网络，化解矛盾纠纷/);
});

test('the sample: every place opens, nothing is said on the console, the year’s next step is offered', async () => {
  const { page } = stage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.getByRole('button', { name: /^看示例/ }).click();
  await page.getByRole('tree').waitFor();
  for (const place of ['数据', '校核', '预览', '报送', '写作']) {
    await page.getByRole('link', { name: place }).click();
    await page
      .getByRole('button', { name: /下一步|去处理|撤销/ })
      .first()
      .waitFor();
  }
  expect(complaints).toEqual([]);
});
