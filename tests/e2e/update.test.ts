import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { newPrivateKey, signerOf } from '../../src/main/node/update/update-key.ts';
import { makeSmallEdition, noCounts, smallUpdate } from '../support/small-edition.ts';
import { stageForEachTest } from './support/stage-for-each-test.ts';

const version = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')).version;
const next = '99.0.0';
const root = join(mkdtempSync(join(tmpdir(), 'xiangbao-update-')), 'xiangbao');
const answer = (reports: number) => JSON.stringify({ version: next, counts: { ...noCounts, reports } });

describe.skipIf(process.env.XIANGBAO_E2E_DOOR === 'electron' || process.platform !== 'linux')('更新', () => {
  const stage = stageForEachTest(async () => void makeSmallEdition(root, version), {
    withDrives: true,
    edition: root,
  });
  afterAll(() => rmSync(join(root, '..'), { recursive: true, force: true }));

  const openUpdates = async () => {
    const { page } = stage();
    await page.getByRole('button', { name: '设置' }).click();
    await page.getByRole('menuitem', { name: '更新…' }).click();
    return page.getByRole('dialog', { name: '更新' });
  };
  const used = () => readFileSync(join(root, 'current'), 'utf8').trim();

  test('finds the file on a stick, refuses what cannot be taken, and updates', async () => {
    const dialog = await openUpdates();
    await dialog.getByText(`现在用的是 ${version} 版`).waitFor();
    await dialog.getByText('没有找到 U 盘').waitFor();

    const stick = stage().drives.plugIn('工作盘');
    await dialog.getByRole('button', { name: '再找一遍' }).click();
    await dialog.getByText('U 盘里没有更新文件').waitFor();

    const behaviour = { answer: answer(0) };
    writeFileSync(
      join(stick, `xiangbao-${next}-linux-x64.xbupdate`),
      smallUpdate({ version: next, behaviour, notes: '一、导出更快。\n二、修正表格里的小数。' }),
    );
    writeFileSync(join(stick, 'xiangbao-0.0.1-linux-x64.xbupdate'), smallUpdate({ version: '0.0.1' }));
    writeFileSync(join(stick, '来路不明.xbupdate'), smallUpdate({ by: signerOf(newPrivateKey()) }));
    await dialog.getByRole('button', { name: '再找一遍' }).click();
    const files = dialog.getByRole('listitem');
    await expect.poll(() => files.count()).toBe(3);
    await files.filter({ hasText: '修正表格里的小数' }).filter({ hasText: '工作盘' }).waitFor();
    await files.filter({ hasText: '比现在用的' }).waitFor();
    await files.filter({ hasText: '不是本程序的发放单位签发的' }).waitFor();
    expect(await dialog.getByRole('button', { name: /更新到/ }).count()).toBe(1);

    await dialog.getByRole('button', { name: `更新到 ${next} 版` }).click();
    await dialog.getByText(`已更新，关闭本程序后重新打开即为 ${next} 版`).waitFor();
    await dialog.getByText(/更新前的资料已备份：.*升级前/).waitFor();
    expect(used()).toBe(next);
    expect(readdirSync(join(stage().folder, '备份')).filter((name) => name.includes('升级前'))).toHaveLength(
      1,
    );
  });

  test('says why a version that fails its trial was not taken, and stays as it was', async () => {
    const stick = stage().drives.plugIn('工作盘');
    const behaviour = { selfCheck: 'echo "缺少文件" >&2; exit 1' };
    writeFileSync(join(stick, 'a.xbupdate'), smallUpdate({ version: next, behaviour }));
    const dialog = await openUpdates();
    await dialog.getByRole('button', { name: `更新到 ${next} 版` }).click();
    const alert = dialog.getByRole('alert');
    await alert.getByText('在本机试运行没有通过').waitFor();
    expect(await alert.textContent()).toContain('缺少文件');
    expect([used(), existsSync(join(root, 'versions/.update'))]).toEqual([version, false]);
    expect(await dialog.getByRole('button', { name: '再找一遍' }).count()).toBe(1);
  });
});
