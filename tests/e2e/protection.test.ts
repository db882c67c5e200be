/** Passwords on what leaves, through the screens: a backup that goes and comes back, a submission opened by its receiver; 使用记录. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { writeFirst } from './support/sample-writing.ts';
import { stageForEachTest } from './support/stage-for-each-test.ts';

const stage = stageForEachTest(
  async ({ page }) => {
    await page.getByRole('button', { name: /^看示例/ }).click();
    await page.getByRole('tree').waitFor();
  },
  { withDrives: true },
);

const password = '山后小河水清五七';

async function openSettings(item: string, title: string): Promise<Locator> {
  const { page } = stage();
  await page.getByRole('button', { name: '设置' }).click();
  await page.getByRole('menuitem', { name: item }).click();
  return page.getByRole('dialog', { name: title });
}

async function typeNewPassword(place: Locator, typed: string, again = typed): Promise<void> {
  await place.getByRole('textbox', { name: /^密码（至少/ }).fill(typed);
  await place.getByRole('textbox', { name: '再输一次' }).fill(again);
}

/** The one file on a drive, by its full path. */
function fileOn(folder: string): string {
  const names = readdirSync(folder);
  expect(names).toHaveLength(1);
  return join(folder, names[0] ?? '');
}

describe.skipIf(process.env.XIANGBAO_E2E_DOOR === 'electron')('under a password', () => {
  test('a backup goes on to a stick, a wrong password changes nothing, the right one brings it back', async () => {
    const { page, drives } = stage();
    const stick = drives.plugIn('备份盘');
    await page.getByRole('treeitem').first().click();
    await writeFirst(stage(), '带走的话。');
    let dialog = await openSettings('备份与恢复…', '备份与恢复');
    const copy = dialog.getByRole('button', { name: '复制到 U 盘「备份盘」' });
    await copy.waitFor();
    await dialog.getByRole('checkbox', { name: '用密码保护' }).check();
    expect(await copy.isDisabled()).toBe(true);
    await dialog.getByText('涉密（国家秘密）的信息不得在本机处理或存储').waitFor();
    await dialog.getByText(/忘记密码，谁也打不开/).waitFor();
    await typeNewPassword(dialog, '12345678', '12345679');
    await dialog.getByText('两次输入的不一样。').waitFor();
    await dialog.getByText(/^弱/).waitFor();
    expect(await copy.isDisabled()).toBe(true);
    await typeNewPassword(dialog, password);
    await dialog.getByText('强', { exact: true }).waitFor();
    await copy.click();
    await dialog.getByText(/^已写好、读回，用密码打开核对过，内容一致/).waitFor();
    const path = fileOn(stick);
    expect(path).toMatch(/\.xbdb\.mima$/);
    expect(readFileSync(path).includes('SQLite format')).toBe(false);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    await writeFirst(stage(), '后来写的话。');
    dialog = await openSettings('备份与恢复…', '备份与恢复');
    const choose = dialog.getByRole('button', { name: '从 U 盘或别处的副本恢复…' });
    await stage().chooseFile(path, () => choose.click());
    const field = dialog.getByRole('textbox', { name: '密码', exact: true });
    await field.fill('不是这个密码吧');
    await field.press('Enter');
    await dialog.getByText(/^密码不对/).waitFor();
    await field.fill(password);
    await dialog.getByRole('button', { name: '打开', exact: true }).click();
    await dialog.getByText(/恢复后比现在少 6 字/).waitFor();
    await dialog.getByRole('button', { name: '恢复到这一份', exact: true }).click();
    await page.getByText(/^已从副本/).waitFor();
    await page.getByRole('list', { name: '报告' }).getByRole('link').first().click();
    await page.getByRole('treeitem').first().click();
    const text = page.locator('.ProseMirror').first();
    await expect.poll(() => text.textContent()).toContain('带走的话。');
    expect(await text.textContent()).not.toContain('后来写的话。');

    const bytes = readFileSync(path);
    bytes[20_000] = (bytes[20_000] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    dialog = await openSettings('备份与恢复…', '备份与恢复');
    await stage().chooseFile(path, () => choose.click());
    await field.fill(password);
    await field.press('Enter');
    await dialog.getByText(/^密码对，但.*已损坏（共 \d+ 段，第 1 段读不对）/).waitFor();
  });

  test('a submission is one file, which its receiver opens, finds whole, and unpacks; the log says so', async () => {
    const { page, drives, folder } = stage();
    const stick = drives.plugIn('报送盘');
    await page.getByRole('link', { name: '报送' }).click();
    const card = page.getByRole('region', { name: '报送', exact: true });
    await card.getByRole('radio', { name: /^普通报告/ }).click();
    await card.getByRole('checkbox', { name: '用密码保护' }).check();
    await card.getByText(/对方要用乡报才能打开/).waitFor();
    await card.getByText('涉密（国家秘密）的信息不得在本机处理或存储').waitFor();
    const write = card.getByRole('button', { name: '写到 U 盘「报送盘」' });
    expect(await write.isDisabled()).toBe(true);
    await typeNewPassword(card, password);
    await write.click();
    await card.getByText('已写入、读回并核对一致，可以安全拔出').waitFor();
    const path = fileOn(stick);
    expect(path).toMatch(/（草稿）\.zip\.mima$/);

    await card.getByRole('button', { name: '核验这一份' }).click();
    const dialog = page.getByRole('dialog', { name: '核验报送包' });
    const field = dialog.getByRole('textbox', { name: '密码', exact: true });
    await field.fill('不是这个密码吧');
    await field.press('Enter');
    await dialog.getByText(/^密码不对/).waitFor();
    await field.fill(password);
    await field.press('Enter');
    await dialog.getByText('完整，没有改动').waitFor();
    await dialog.getByRole('button', { name: '解开到「导出」文件夹' }).click();
    await dialog.getByText(/^已核对并解开 \d+ 个文件/).waitFor();
    const [unpacked = ''] = readdirSync(join(folder, '导出'));
    expect(readdirSync(join(folder, '导出', unpacked))).toEqual(
      expect.arrayContaining(['manifest.json', expect.stringMatching(/\.docx$/)]),
    );
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    const log = await openSettings('使用记录…', '使用记录');
    const rows = log.getByRole('table', { name: '使用记录' }).getByRole('row');
    await expect.poll(() => rows.nth(1).innerText()).toMatch(/解开报送包.*「导出」文件夹/s);
    // Asking for the password was no act; trying a wrong one was.
    expect(await rows.nth(3).innerText()).toMatch(/核验报送包.*没有完成：密码不对或没有输入/s);
    await log.getByText('记录前后相连，没有发现改动。').waitFor();
    await log.getByText('导出带走').click();
    await expect.poll(() => rows.count()).toBe(3);
    expect(await rows.nth(2).innerText()).toMatch(
      /写报送包.*2024 年度 · 普通报告 · 草稿 · 有密码 · U 盘「报送盘」.*完成/s,
    );
    await log.getByRole('button', { name: '复制' }).click();
    await log.getByRole('button', { name: '已复制 2 条' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^时间\t事情\t情况\t方式\t结果\n/,
    );
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      log.getByRole('button', { name: '存成 .csv' }).click(),
    ]);
    const saved = readFileSync(await download.path(), 'utf8');
    expect(saved).toContain('U 盘「报送盘」');
    expect(saved).not.toContain(password);
  });
});
