/** 报送: on to a drive, read back, verified there; draft, .zip, drives that come, go and cannot take it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readDocxText } from '../../src/main/core/export/read-back.ts';
import { stageForEachTest } from './support/stage-for-each-test.ts';

const stage = stageForEachTest(
  async ({ page }) => {
    await page.getByRole('button', { name: /^看示例/ }).click();
    await page.getByRole('tree').waitFor();
  },
  { withDrives: true },
);

const card = (): Locator => stage().page.getByRole('region', { name: '报送', exact: true });
const result = () => card().getByRole('region', { name: '写入结果' });
const mode = (name: string) => card().getByRole('radio', { name, exact: true });
const drive = (label: string) => card().getByRole('radio', { name: new RegExp(`^U 盘 ${label}`) });

/** The report of last year, in which everything is settled: final, it is turned back, and told anew who signed it. */
async function openSettled(): Promise<void> {
  const { page } = stage();
  await page.getByRole('link', { name: '乡报' }).click();
  await page.getByRole('link', { name: /关于2023年度/ }).click();
  await page.getByRole('tree').waitFor();
  await openSubmit();
  await page.getByRole('button', { name: '退回草稿' }).click();
  const signer = page.getByRole('textbox', { name: '签发人' });
  await signer.fill('');
  await signer.press('Tab');
  const places = card().getByRole('list', { name: '挡住正式稿的地方' });
  await places.getByRole('button', { name: '签发人 缺' }).click();
  await page.keyboard.type('何某某');
  await card()
    .getByText(/可以出正式稿/)
    .waitFor();
}

async function openSubmit(): Promise<void> {
  await stage().page.getByRole('link', { name: '报送' }).click();
  await card().waitFor();
}

/** The text of the one Word file in a folder. */
function documentIn(folder: string): string {
  const names = readdirSync(folder).filter((name) => name.endsWith('.docx'));
  expect(names).toHaveLength(1);
  return readDocxText(new Uint8Array(readFileSync(join(folder, names[0] ?? '')))).join('\n');
}

/** The one submission on a drive, by its full path. */
function submissionOn(folder: string): string {
  const names = readdirSync(folder);
  expect(names).toHaveLength(1);
  return join(folder, names[0] ?? '');
}

describe.skipIf(process.env.XIANGBAO_E2E_DOOR === 'electron')('handing in', () => {
  test('the formal document on to a drive that is plugged in, told from what was read back, and verified', async () => {
    const { page, drives } = stage();
    await openSettled();
    await card()
      .getByText(/没有插 U 盘/)
      .waitFor();
    const stick = drives.plugIn('县委办报送盘');
    await card().getByRole('button', { name: '写到 U 盘「县委办报送盘」' }).click();
    await result().getByText('已写入、读回并核对一致，可以安全拔出').waitFor();
    await result()
      .getByText(/打开 Word 文件，核对 \d+ 个数字，与数据表一致/)
      .waitFor();

    const folder = submissionOn(stick);
    await result().getByText(folder).waitFor();
    const files = await result()
      .getByRole('list', { name: '写入的文件' })
      .getByRole('listitem')
      .allInnerTexts();
    expect(files.map((told) => told.replace(/ \d+ KB$/, '')).toSorted()).toEqual(
      readdirSync(folder).toSorted(),
    );
    expect(documentIn(folder)).toContain('云溪镇人民政府文件');

    // The county looks at it: whole, until somebody has been at it.
    await result().getByRole('button', { name: '核验这一份' }).click();
    const dialog = page.getByRole('dialog', { name: '核验报送包' });
    await dialog.getByText('完整，没有改动').waitFor();
    await dialog.getByRole('searchbox').fill('排查矛盾纠纷');
    const rows = dialog.getByRole('table', { name: '数字清单' }).getByRole('row');
    await expect.poll(() => rows.nth(1).innerText()).toContain('排查矛盾纠纷');
    await dialog.getByRole('button', { name: /^复制 \d+ 行$/ }).click();
    await dialog.getByRole('button', { name: /^已复制/ }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\n')[0]).toBe('章节\t名称\t年度\t印出的数字');
    expect(copied).toContain('排查矛盾纠纷');

    const name = readdirSync(folder).find((one) => one.endsWith('.docx')) ?? '';
    const path = join(folder, name);
    const bytes = readFileSync(path);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(path, bytes);
    await dialog.getByRole('button', { name: '核验另一份' }).click();
    await dialog.getByRole('button', { name: '核验 U 盘 县委办报送盘' }).click();
    await dialog.getByText('与清单不一致，请不要采用').waitFor();
    await dialog.getByRole('listitem').filter({ hasText: name }).getByText('内容与清单不同').waitFor();
    await page.keyboard.press('Escape');

    await card().getByRole('button', { name: '报送记录 1' }).click();
    const log = page.getByRole('dialog', { name: '报送记录' });
    expect(await log.getByRole('row').nth(1).innerText()).toMatch(
      /正式文件 · 正式稿.*县委办报送盘.*已写入并核对一致/s,
    );
  });

  test('a draft as one .zip goes beside the workspace, and can be downloaded and verified from home', async () => {
    const { page, folder } = stage();
    await openSubmit();
    expect(await mode('正式稿').isDisabled()).toBe(true);
    await card()
      .getByRole('radio', { name: /^普通报告/ })
      .click();
    await card().getByText('一个 .zip').click();
    await card().getByRole('button', { name: '写到「导出」文件夹' }).click();
    await result().getByText('已写入、读回并核对一致', { exact: false }).waitFor();
    expect(await result().getByText('可以安全拔出').count()).toBe(0);
    const archive = submissionOn(join(folder, '导出'));
    expect(archive).toMatch(/草稿.*\.zip$/);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      result().getByRole('button', { name: '下载' }).click(),
    ]);
    expect(readFileSync(await download.path()).equals(readFileSync(archive))).toBe(true);

    await page.getByRole('link', { name: '乡报' }).click();
    await page.getByRole('button', { name: '核验报送包' }).click();
    const dialog = page.getByRole('dialog', { name: '核验报送包' });
    await stage().chooseFile(archive, () => dialog.getByRole('button', { name: '选择 .zip…' }).click());
    await dialog.getByText('完整，没有改动').waitFor();
    await dialog.getByText(/普通报告 · 草稿/).waitFor();
  });

  test('what keeps the clean copy back is a list of places, each leading there', async () => {
    const { page } = stage();
    await openSubmit();
    const places = card().getByRole('list', { name: '挡住正式稿的地方' });
    await places.getByRole('button', { name: '发文字号 缺' }).click();
    await page.keyboard.type('云政字〔2025〕3号');
    await places.getByRole('button', { name: '发文字号 缺' }).waitFor({ state: 'detached' });
    await places.getByRole('button', { name: '上门代办服务 缺' }).click();
    const chip = page.locator('.ProseMirror .number-missing.shown-place');
    await chip.waitFor();
    await openSubmit();
    const first = places.getByRole('listitem').filter({ hasText: '沿用文字' }).first();
    const chapter = (await first.locator('span').first().innerText()).replace(/^（.+?）/, '');
    await first.getByRole('button', { name: '去处理' }).click();
    await page.getByRole('tree').getByRole('treeitem', { selected: true }).getByText(chapter).waitFor();
  });

  test('drives come and go without a click; one that cannot take it says why', async () => {
    const { page, drives } = stage();
    await openSettled();
    drives.plugIn('旧盘', { readOnly: true });
    await drive('旧盘').getByText('只读，写不进去').waitFor();
    expect(await drive('旧盘').isDisabled()).toBe(true);
    const small = drives.plugIn('小盘', { freeBytes: 4096 });
    await drive('小盘').click();
    await card().getByRole('button', { name: '写到 U 盘「小盘」' }).click();
    await card()
      .getByRole('alert')
      .getByText(/空间不够.*没有写/)
      .waitFor();
    expect(readdirSync(small)).toEqual([]);

    // The one that was chosen is pulled out: nothing else takes its place unasked.
    drives.plugIn('新盘');
    await drive('新盘').waitFor();
    drives.pullOut('小盘');
    await card().getByText('「小盘」已拔出或用不了，请另选一处。').waitFor();
    expect(await card().getByRole('button', { name: /^写到/ }).isDisabled()).toBe(true);
    await drive('新盘').click();
    await card().getByRole('button', { name: '写到 U 盘「新盘」' }).click();
    await result().getByText('可以安全拔出', { exact: false }).waitFor();

    await card().getByRole('button', { name: '报送记录 2' }).click();
    const rows = page.getByRole('dialog', { name: '报送记录' }).getByRole('row');
    expect(await rows.nth(1).innerText()).toMatch(/新盘/);
    expect(await rows.nth(2).innerText()).toMatch(/小盘.*空间不够/s);
  });

  test('what takes long tells how far it is, goes on behind another place, and can be stopped', async () => {
    const { page, drives } = stage();
    const slow = drives.plugIn('慢盘', { answersAfter: 6000 });
    await openSubmit();
    await card().getByRole('button', { name: '写到 U 盘「慢盘」' }).click();
    const progress = card().getByRole('region', { name: '写入进度' });
    await progress.getByText('生成文件').waitFor();
    await page.getByRole('link', { name: '校核' }).click();
    await openSubmit();
    await progress.getByRole('button', { name: '停下' }).click();
    await card()
      .getByRole('alert')
      .getByText(/已停下，没有写/)
      .waitFor();
    expect(readdirSync(slow)).toEqual([]);
    // The choices stand as they were made.
    await card().getByRole('button', { name: '写到 U 盘「慢盘」' }).waitFor();
  });

  test('the Word file alone stays one click', async () => {
    const { folder } = stage();
    await openSettled();
    await card().getByRole('button', { name: '另存为 Word' }).click();
    await card()
      .getByText(/已读回核对/)
      .waitFor();
    expect(existsSync(join(folder, '导出'))).toBe(true);
    expect(documentIn(join(folder, '导出'))).toContain('云溪镇人民政府文件');
  });
});
