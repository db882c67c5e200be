/**
 * The whole job of a new user, through the screen: last year’s file in, this year begun, a table filled, the prose fills
 * itself, the document out. Free of the test runner, so that it can also be played where that cannot go.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocxText } from '../../../src/main/core/export/read-back.ts';
import type { Stage } from './stage.ts';

const lastYear = `云岭镇人民政府关于2023年度法治政府建设情况的报告

县委、县政府：

2023年，云岭镇把依法办事放在心上，现将情况报告如下。

一、主要举措和成效

（一）健全调解网络，化解矛盾纠纷

全年排查矛盾纠纷30件，化解28件。

二、存在的不足和原因

培训次数偏少。

三、下一年度主要安排

每季度开展一次培训。

云岭镇人民政府
2024年2月6日
`;

/** Plays it on an empty workspace and answers the text of the .docx that came out. Throws where a step does not go. */
export async function doWholeJob(stage: Pick<Stage, 'page' | 'folder' | 'chooseFile'>): Promise<string> {
  const { page, folder } = stage;
  const file = join(folder, '去年的报告.txt');
  writeFileSync(file, lastYear);

  await page.getByRole('button', { name: /^导入去年的报告/ }).click();
  await stage.chooseFile(file, () => page.getByRole('button', { name: '选择文件…' }).click());
  assert.equal(await page.getByLabel('报告年度').inputValue(), '2023');
  await page.getByText('培训次数偏少。').first().waitFor();
  await page.getByRole('button', { name: '导入为 2023 年度报告' }).click();

  await page.getByRole('button', { name: '开始写 2024 年度报告' }).click();
  assert.equal(await page.getByLabel('报告年度').inputValue(), '2024');
  await page.getByRole('button', { name: '开始写', exact: true }).click();

  const outline = page.getByRole('tree');
  await outline.getByText('健全调解网络，化解矛盾纠纷').click();
  const text = page.locator('.ProseMirror');
  await text.getByText('全年排查矛盾纠纷30件，化解28件。').waitFor();

  // The clerk puts a starter of the template below last year's paragraph: its numbers are still missing.
  await text.press('Control+End');
  await page.getByRole('tab', { name: '素材' }).click();
  await page.getByRole('button', { name: '插入', exact: true }).first().click();
  await text.locator('.number-missing').first().waitFor();

  await page.getByRole('link', { name: '数据' }).click();
  await page.getByText('矛盾纠纷化解', { exact: true }).first().click();
  await page.locator('revogr-data[type="rgRow"] .rgCell[data-rgcol="4"]').first().click();
  for (const value of ['33', '135', '58', '56']) {
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
  }
  await page.getByText(/已保存 \d/).waitFor();

  await page.getByRole('link', { name: '写作' }).click();
  await outline.getByText('健全调解网络，化解矛盾纠纷').click();
  await text.locator('.number-confirmed').first().waitFor();

  await page.getByRole('link', { name: '报送' }).click();
  await page.getByRole('button', { name: '另存为 Word' }).click();
  await page.getByText(/已读回核对/).waitFor();
  const exports = join(folder, '导出');
  const names = readdirSync(exports).filter((name) => name.endsWith('.docx'));
  assert.equal(names.length, 1);
  return readDocxText(new Uint8Array(readFileSync(join(exports, names[0] ?? '')))).join('\n');
}
