/** node tests/tools/screenshots.ts: every screen on the sample at 1366 × 768, into docs/. */
import { join } from 'node:path';
import { openStage } from '../e2e/support/stage.ts';

const docs = join(import.meta.dirname, '..', '..', 'docs');
const stage = await openStage();
const { page } = stage;
const shoot = async (name: string) => {
  await page.waitForTimeout(700);
  await page.screenshot({ path: join(docs, `${name}.png`) });
};

await shoot('home-empty');
await page.getByRole('button', { name: /^看示例/ }).click();
const outline = page.getByRole('tree');
await outline.waitFor();
await outline.getByText('健全调解网络，化解矛盾纠纷').click();
await shoot('write');
await page.locator('.number-chip').nth(2).click();
await shoot('write-number');
await page.getByRole('link', { name: '数据' }).click();
await page.getByRole('button', { name: /^矛盾纠纷化解/ }).click();
await page.locator('revogr-data[type="rgRow"] .rgCell[data-rgcol="4"]').nth(2).click();
await shoot('data');
await page.getByRole('link', { name: '报送' }).click();
await page.getByRole('button', { name: '导出 .docx' }).click();
await page.getByText(/已读回核对/).waitFor();
await shoot('submit');
await page.getByRole('link', { name: '乡报' }).click();
await shoot('home');
await page.getByRole('button', { name: '新建报告' }).click();
await shoot('start');
await page.getByRole('link', { name: '乡报' }).click();
await page.getByRole('button', { name: '导入往年报告' }).click();
await stage.chooseFile(join(docs, '..', 'resources/sample/last-year-report.txt'), () =>
  page.getByRole('button', { name: '选择文件…' }).click(),
);
await shoot('import');
await stage.close();
