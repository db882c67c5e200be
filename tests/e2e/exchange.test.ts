/** Numbers out to the offices and back, through the screen a person uses. */
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillSheet } from '../support/office-sheets.ts';
import { stageForEachTest } from './support/stage-for-each-test.ts';

let downloads = '';
beforeAll(() => {
  downloads = mkdtempSync(join(tmpdir(), 'xiangbao-sheets-'));
});
afterAll(() => rmSync(downloads, { recursive: true, force: true }));

const stage = stageForEachTest(async ({ page }) => {
  await page.getByRole('button', { name: /^看示例/ }).click();
  await page.getByRole('tree').waitFor();
  await page.getByRole('link', { name: '数据' }).click();
  await page.getByRole('button', { name: '送数与收数' }).click();
});

const panel = () => stage().page.getByRole('region', { name: '送数与收数' });
const group = (name: string) => panel().getByRole('region', { name });
/** This year's cell of an indicator in the grid of all indicators. */
async function gridNumber(topic: RegExp, indicator: string): Promise<string> {
  const { page } = stage();
  await page.getByRole('button', { name: topic }).click();
  const row = page.locator('revogr-data[type="rgRow"] .rgRow', { hasText: indicator }).first();
  return (await row.locator('.rgCell[data-rgcol="4"]').textContent()) ?? '';
}

async function issue(office: string): Promise<string> {
  const { page } = stage();
  await panel().getByRole('button', { name: '都不选' }).click();
  await panel()
    .getByRole('checkbox', { name: new RegExp(`^${office}`) })
    .check();
  await panel().getByRole('button', { name: '发出 1 份填报表' }).click();
  const saved = page.waitForEvent('download');
  // Of this sheet: that of the one before stands there until this one is written.
  await panel()
    .getByRole('button', { name: new RegExp(`^另存 .*${office}`) })
    .click();
  const download = await saved;
  const path = join(downloads, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

describe('送数与收数', () => {
  test('a sheet goes out, comes back filled, is decided, taken in and undone', async () => {
    const { page, folder } = stage();
    const sheet = await issue('司法所');
    expect(readdirSync(join(folder, '导出', '填报表-2024'))).toHaveLength(1);
    await panel()
      .getByRole('row', { name: /^司法所/ })
      .getByText(/^\d+-\d+$/)
      .waitFor();

    // 法治培训 stands at another number in the table; 宣传受众 is still open there.
    await fillSheet(sheet, { 'training.sessions': 14, 'publicity.audience': 19300 });
    await panel().getByRole('tab', { name: '收回填报表' }).click();
    await stage().chooseFile(sheet, () => panel().getByRole('button', { name: '选择填报表…' }).click());

    const conflict = group('需要决定').getByRole('row', { name: /^法治培训期/ });
    await conflict.getByText('数据表里已有别的数。').waitFor();
    const accept = panel().getByRole('button', { name: /^收入 \d+ 个数$/ });
    const ready = Number(/\d+/.exec((await accept.textContent()) ?? '')?.[0]);
    await conflict.getByRole('radio', { name: /^法治培训：用司法所的 14$/ }).check();
    await expect.poll(() => accept.textContent()).toBe(`收入 ${ready + 1} 个数`);
    await accept.click();
    await page.getByText(`已收入 ${ready + 1} 个数。`).waitFor();

    await panel().getByRole('tab', { name: '收数记录' }).click();
    await panel()
      .getByRole('row', { name: /司法所\s*法治培训\s*14\s*现用/ })
      .waitFor();
    await panel().getByRole('button', { name: '回到数据表' }).click();
    expect(await gridNumber(/^组织与培训/, '法治培训')).toBe('14');
    await page.keyboard.press('Control+z');
    await expect.poll(() => gridNumber(/^组织与培训/, '法治培训')).toBe('12');
  });

  test('the notice undoes it, a file that cannot be read is told beside the others', async () => {
    const { page } = stage();
    const sheet = await issue('司法所');
    await fillSheet(sheet, { 'publicity.audience': 19_300 });
    await panel().getByRole('tab', { name: '收回填报表' }).click();
    const choose = panel().getByRole('button', { name: /^选择填报表…|^再加文件…/ });
    await stage().chooseFile(sheet, () => choose.click());
    await group('可直接收')
      .getByRole('row', { name: /宣传受众.*19300/ })
      .waitFor();
    const bad = join(downloads, '旧表.xls');
    writeFileSync(bad, 'x');
    await stage().chooseFile(bad, () => choose.click());
    await panel().getByText('「旧表.xls」不是 .xlsx 表格').waitFor();
    await panel().getByRole('button', { name: '收入 1 个数' }).click();
    const board = panel().getByRole('region', { name: '各科室进度' });
    const missing = () =>
      board
        .getByRole('row', { name: /^司法所/ })
        .getByRole('cell')
        .nth(3)
        .textContent();
    await expect.poll(missing).toBe('3');
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await expect.poll(missing).toBe('4');
    await panel().getByRole('button', { name: '收入 1 个数' }).waitFor();
  });

  test('a folder is handed over at once: its sheets are read, and nothing else in it', async () => {
    const folder = mkdtempSync(join(downloads, '交回-'));
    for (const office of ['司法所', '综治中心']) {
      const sheet = await issue(office);
      await fillSheet(sheet, {});
      copyFileSync(sheet, join(folder, basename(sheet)));
    }
    writeFileSync(join(folder, '说明.docx'), 'x');
    await panel().getByRole('tab', { name: '收回填报表' }).click();
    await stage().chooseFile(folder, () => panel().getByRole('button', { name: '选择文件夹…' }).click());
    await panel().getByText('司法所，第 1 次发出的表').waitFor();
    await panel().getByText('综治中心，第 1 次发出的表').waitFor();
    expect(await panel().getByText('说明.docx').count()).toBe(0);

    const empty = mkdtempSync(join(downloads, '空-'));
    writeFileSync(join(empty, '说明.docx'), 'x');
    await stage().chooseFile(empty, () => panel().getByRole('button', { name: '选择文件夹…' }).click());
    await panel()
      .getByText(/这个文件夹里没有表格文件/)
      .waitFor();
  });

  test('reminder slips print one office a page, on A4, without the program around them', async () => {
    const { page } = stage();
    await panel().getByRole('tab', { name: '催报单' }).click();
    const slips = panel().getByRole('article');
    await slips.first().waitFor();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const loading = getDocument({ data: new Uint8Array(pdf) });
    const document = await loading.promise;
    expect(document.numPages).toBe(await slips.count());
    const printed = await document.getPage(1);
    const [, , width = 0, height = 0] = printed.view;
    expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
    const { items } = await printed.getTextContent();
    const words = items.map((item) => ('str' in item ? item.str : '')).join('');
    expect(words).toContain('2024年度数据催报单');
    expect(words).not.toContain('送数与收数');
    await loading.destroy();
  });
});
