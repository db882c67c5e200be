/** A county's format, from the copy of the standard to the margins of the exported document, and back from a sample. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { stageForEachTest } from './support/stage-for-each-test.ts';

const stage = stageForEachTest();

async function openFormats(page: Page): Promise<void> {
  await page.getByRole('button', { name: '设置' }).click();
  await page.getByRole('menuitem', { name: '格式…' }).click();
  await page.getByRole('button', { name: /^国家标准/ }).click();
}

/** Types into a field as a person does: what is there is replaced. */
async function fill(page: Page, label: string, value: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await field.click();
  await field.press('ControlOrMeta+a');
  await field.pressSequentially(value);
  await field.press('Tab');
}

async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^看示例/ }).click();
  await page.getByRole('tree').waitFor();
}

async function makeCountyFormat(page: Page): Promise<void> {
  await openFormats(page);
  await page.getByRole('button', { name: '复制并修改' }).click();
  await page.getByLabel('格式名称').waitFor();
  await fill(page, '格式名称', '县府办');
  await fill(page, '上边距（毫米）', '40');
  await fill(page, '固定行距（磅）', '28');
}

function exportedParts(folder: string): Record<string, string> {
  const exports = join(folder, '导出');
  const [name = ''] = readdirSync(exports).filter((one) => one.endsWith('.docx'));
  const files = unzipSync(new Uint8Array(readFileSync(join(exports, name))));
  return Object.fromEntries(Object.entries(files).map(([part, bytes]) => [part, strFromU8(bytes)]));
}

test('the standard is copied, its margins and lines changed, and the sample report printed by it', async () => {
  const { page, folder } = stage();
  await openSample(page);
  await makeCountyFormat(page);
  // 222 mm of text area hold 22 lines of 28 pt: nothing to correct, and it is saved by itself.
  await page.getByText('每页 22 行 × 每行 28 字').waitFor();
  await page.getByLabel('一级标题加粗').check();
  await page.getByRole('combobox', { name: '一级标题的编号' }).click();
  await page.getByRole('option', { name: /第一章/ }).click();

  // Lines that do not fit are told at once, with a way out.
  await fill(page, '每页行数', '24');
  await page.getByText('行距 28 磅，一页排不下 24 行，只排得下 22 行。').waitFor();
  await page.getByRole('button', { name: '改成每页 22 行' }).click();
  await page.getByText('一页排不下').waitFor({ state: 'detached' });

  await page.goBack();
  await page.getByRole('tree').waitFor();
  await page.getByRole('link', { name: '报送' }).click();
  await page.getByRole('combobox', { name: '格式' }).click();
  await page.getByRole('option', { name: '县府办' }).click();
  await page.getByRole('link', { name: '写作' }).click();
  await page.getByRole('tree').getByText('第一章').waitFor();
  await page.getByRole('link', { name: '报送' }).click();
  await page.getByRole('button', { name: '另存为 Word' }).click();
  await page.getByText('已读回核对').first().waitFor();

  const parts = exportedParts(folder);
  const document = parts['word/document.xml'] ?? '';
  expect(document).toContain('<w:pgMar w:top="2268" w:right="1474" w:bottom="1984" w:left="1588"');
  expect(document).toContain('<w:docGrid w:type="lines" w:linePitch="560"/>');
  expect(document).toContain('第一章　');

  // The format cannot go while the report uses it, and says so.
  await openFormats(page);
  await page.getByRole('button', { name: /^县府办/ }).click();
  await page.getByRole('button', { name: '删除' }).click();
  await page.getByRole('alert').filter({ hasText: '没有删除：有 1 份报告正在用它' }).waitFor();
});

test('changes are taken back one by one, and what cannot be printed is kept on the screen, not in the workspace', async () => {
  const { page } = stage();
  await makeCountyFormat(page);
  await fill(page, '左边距（毫米）', '120');
  await page.getByText('一行排不下 28 字').waitFor();
  await page.getByText('有设置合不上，还没有保存').waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect.poll(() => page.getByLabel('左边距（毫米）').inputValue()).toBe('28');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect.poll(() => page.getByLabel('固定行距（磅）').inputValue()).toBe('28.95');
  await page.getByRole('button', { name: '重做' }).click();
  await expect.poll(() => page.getByLabel('固定行距（磅）').inputValue()).toBe('28');
  await page.locator('[data-state="saved"]').waitFor();
  await page.reload();
  await page.getByRole('button', { name: /^县府办/ }).click();
  expect(await page.getByLabel('固定行距（磅）').inputValue()).toBe('28');
  expect(await page.getByLabel('左边距（毫米）').inputValue()).toBe('28');
  await page.getByRole('button', { name: '删除' }).click();
  await page.getByRole('button', { name: /^县府办/ }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '撤销删除' }).click();
  await page.getByRole('button', { name: /^县府办/ }).waitFor();
});

test('a format is learnt from a document, shown beside the standard, and saved under a name', async () => {
  const { page, folder, chooseFile } = stage();
  await openSample(page);
  await makeCountyFormat(page);
  await page.goBack();
  await page.getByRole('link', { name: '报送' }).click();
  await page.getByRole('combobox', { name: '格式' }).click();
  await page.getByRole('option', { name: '县府办' }).click();
  await page.getByRole('button', { name: '另存为 Word' }).click();
  await page.getByText('已读回核对').first().waitFor();
  const exports = join(folder, '导出');
  const [name = ''] = readdirSync(exports);

  await openFormats(page);
  await page.getByRole('button', { name: '从文件学一个…' }).click();
  await chooseFile(join(exports, name), () => page.getByRole('button', { name: '选择样稿…' }).click());
  const margins = page.getByRole('row', { name: /^页边距/ });
  await margins.getByText('上 40，下 35，左 28，右 26 毫米').waitFor();
  expect(await margins.textContent()).toContain('上 37，下 35，左 28，右 26 毫米');
  expect(await margins.textContent()).toContain('页面设置，很有把握');
  await page.getByRole('row', { name: /^行距/ }).getByText('28 磅，每页 22 行').waitFor();
  await fill(page, '存成的格式名称', '学来的');
  await page.getByRole('button', { name: '存为新格式' }).click();
  await page.getByRole('button', { name: /^学来的/ }).waitFor();
  expect(await page.getByLabel('上边距（毫米）').inputValue()).toBe('40');
});

test('a file that is no document is refused in words', async () => {
  const { page, folder, chooseFile } = stage();
  await openFormats(page);
  await page.getByRole('button', { name: '从文件学一个…' }).click();
  const workspace = join(folder, '资料库.xbdb');
  await chooseFile(workspace, () => page.getByRole('button', { name: '选择样稿…' }).click());
  await page.getByRole('alert').filter({ hasText: '看不出格式' }).waitFor();
  await page.getByRole('button', { name: '选择样稿…' }).waitFor();
});
