import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { illustratedDocx, pictureOf } from '../unit/main/core/import/picture-fixture.ts';
import { stageForEachTest } from './support/stage-for-each-test.ts';

const stage = stageForEachTest();

describe.skipIf(process.env.XIANGBAO_E2E_DOOR === 'electron')('attachments of an imported report', () => {
  test('the preview tells of the pictures; file and pictures can be downloaded as they were', async () => {
    const { page, folder, chooseFile } = stage();
    const picture = pictureOf(1, 3000);
    const source = await illustratedDocx([picture]);
    const file = join(folder, '去年.docx');
    writeFileSync(file, source);
    await page.getByRole('button', { name: /^导入去年的报告/ }).click();
    await chooseFile(file, () => page.getByRole('button', { name: '选择文件…' }).click());
    await page.getByText(/^文件里有 1 张图片。/).waitFor();
    await page.getByLabel('报告年度').fill('2023');
    await page.getByRole('button', { name: '导入为 2023 年度报告' }).click();
    await page.getByRole('button', { name: '先看看导入的报告' }).click();
    await page.getByRole('link', { name: '报送' }).click();
    const card = page.getByRole('region', { name: '导入的原件' });
    await card.waitFor();
    const buttons = card.getByRole('button', { name: /^下载/ });
    for (const [index, expected] of [source, picture].entries()) {
      const [download] = await Promise.all([page.waitForEvent('download'), buttons.nth(index).click()]);
      expect(readFileSync(await download.path()).equals(expected)).toBe(true);
      if (index === 0) expect(download.suggestedFilename()).toBe('去年.docx');
    }
  });
});
