/** node tests/tools/screenshots.ts: every screen on the sample at 1366 × 768, into docs/. */
import { join } from 'node:path';
import { openStage } from '../e2e/support/stage.ts';

const sampleFile = join(import.meta.dirname, '../../resources/sample/last-year-report.txt');
const docs = join(import.meta.dirname, '..', '..', 'docs');
const stage = await openStage();
const { page } = stage;
const shoot = async (name: string) => {
  await page.waitForTimeout(700);
  await page.screenshot({ path: join(docs, `${name}.png`) });
};

await page.getByRole('button', { name: /^看示例/ }).click();
const outline = page.getByRole('tree');
await outline.waitFor();
await outline.getByText('健全调解网络，化解矛盾纠纷').click();
await shoot('write');
await page.locator('.number-chip').nth(2).click();
await shoot('write-number');
await page.keyboard.press('Escape');
await page.getByRole('tab', { name: /意见/ }).click();
await page.locator('.chapter-text .open-fact').first().click();
await shoot('write-open-items');
await page.keyboard.press('Escape');
await page.getByRole('tab', { name: '去年' }).click();
await page.getByRole('button', { name: '两年全文对照' }).click();
await shoot('compare');
await page.getByRole('button', { name: '回到写作' }).click();
await page.getByRole('link', { name: '数据' }).click();
await page.getByRole('button', { name: /^矛盾纠纷化解/ }).click();
await page.locator('revogr-data[type="rgRow"] .rgCell[data-rgcol="4"]').nth(2).click();
await shoot('data');
await page.getByRole('link', { name: '报送' }).click();
await page.getByRole('button', { name: '导出 .docx' }).waitFor();
await shoot('submit');
await page.getByRole('link', { name: '乡报' }).click();
await shoot('home');
await page.getByRole('button', { name: '新建报告' }).click();
await shoot('start');
await page.getByRole('link', { name: '乡报' }).click();
await page.getByRole('button', { name: '导入往年报告' }).click();
await stage.chooseFile(sampleFile, () => page.getByRole('button', { name: '选择文件…' }).click());
await shoot('import');
await stage.close();

const fresh = await openStage();
await fresh.page.getByRole('button', { name: /^导入去年的报告/ }).click();
await fresh.chooseFile(sampleFile, () => fresh.page.getByRole('button', { name: '选择文件…' }).click());
await fresh.page.getByRole('button', { name: /^导入为/ }).click();
await fresh.page.getByRole('button', { name: '认领数据' }).click();
await fresh.page.getByRole('tab', { name: /^数字/ }).click();
await fresh.page.waitForTimeout(700);
await fresh.page.screenshot({ path: join(docs, 'claim-numbers.png') });
await fresh.close();
