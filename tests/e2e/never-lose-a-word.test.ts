/** Saving fails, and not a word is lost: a disk that is full, a program that is killed, a folder that is moved away. */
import { randomUUID } from 'node:crypto';
import { readdirSync, renameSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { documentFromTexts } from '../../src/shared/domain/document.ts';
import { fillDisk, mountSmallDisk, needsMounting } from '../support/small-disk.ts';
import { temporaryFolder } from '../support/workspace.ts';
import { withSample } from '../support/written-sample.ts';
import { openSample } from './support/sample-writing.ts';
import { openStage, type Stage } from './support/stage.ts';

async function startedIn(folder: string): Promise<Stage> {
  const stage = await openStage({ folder });
  onTestFinished(() => stage.close());
  await openSample(stage);
  await stage.page.getByRole('treeitem').first().click();
  return stage;
}

/** Types at the beginning of the chapter shown, without waiting for anything. */
async function type({ page }: Stage, text: string): Promise<void> {
  await page.locator('.ProseMirror').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type(text);
}

const long = (sentence: string) => sentence.repeat(40);

async function firstChapter({ page }: Stage): Promise<string> {
  await page.getByRole('treeitem').first().click();
  return (await page.locator('.ProseMirror').first().textContent()) ?? '';
}

/** After a start the program shows its home. */
async function openReport({ page }: Stage): Promise<void> {
  await page.getByRole('list', { name: '报告' }).getByRole('link').first().click();
  await page.getByRole('tree').waitFor();
}

test('a full disk is red and says so, typing goes on, and with room again it turns green with every word', async (context) => {
  const folder = mountSmallDisk(5);
  if (folder === null) return context.skip(needsMounting);
  const stage = await startedIn(folder);
  const { page } = stage;
  const makeRoom = fillDisk(folder);
  await type(stage, long('盘满时写的第一句。'));
  const panel = page.getByRole('region', { name: '没有保存成功' });
  await panel.getByText(/^磁盘已满/).waitFor();
  await page
    .getByRole('status')
    .getByText(/^未保存/)
    .waitFor();
  await panel.getByText(/已另记在资料库旁边/).waitFor();
  await type(stage, '红着的时候接着写的第二句。');
  // It can be taken elsewhere at any time.
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: '另存为文本' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^未保存内容-.*\.txt$/);
  makeRoom();
  await page
    .getByRole('status')
    .getByText(/^已保存/)
    .waitFor({ timeout: 20_000 });
  await panel.waitFor({ state: 'detached' });
  await stage.crashAndRestart();
  await openReport(stage);
  const text = await firstChapter(stage);
  expect(text).toContain('红着的时候接着写的第二句。');
  expect(text).toContain('盘满时写的第一句。');
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('killed while red, the program offers at its next start what was not saved; taken in, it can be undone', async (context) => {
  const folder = mountSmallDisk(5);
  if (folder === null) return context.skip(needsMounting);
  const stage = await startedIn(folder);
  const { page } = stage;
  const makeRoom = fillDisk(folder);
  await type(stage, long('没有存进去的话。'));
  await page.getByText(/已另记在资料库旁边/).waitFor();
  await stage.kill();
  makeRoom();
  await stage.crashAndRestart();
  const offer = page.getByRole('dialog', { name: '上次有内容没有保存进资料库' });
  await offer.waitFor();
  await offer
    .getByText(/：\d+ 字$/)
    .first()
    .waitFor();
  await offer.getByRole('button', { name: '看差别' }).click();
  await offer
    .getByText(/没有存进去的话。/)
    .first()
    .waitFor();
  await offer.getByRole('button', { name: '取回' }).click();
  await page.getByText(/^已取回/).waitFor();
  expect(await firstChapter(stage)).toContain('没有存进去的话。');
  await page.getByRole('button', { name: '撤销' }).last().click();
  await expect.poll(() => firstChapter(stage)).not.toContain('没有存进去的话。');
  await stage.crashAndRestart();
  await openReport(stage);
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('a folder that is moved away is red with the reason, and moved back the words go into it', async () => {
  const folder = join(temporaryFolder(), '资料');
  const stage = await startedIn(folder);
  const { page } = stage;
  renameSync(folder, `${folder}-移走`);
  await type(stage, '文件夹不在时写的话。');
  const panel = page.getByRole('region', { name: '没有保存成功' });
  await panel.getByText(/^资料库文件不在原处了/).waitFor();
  renameSync(`${folder}-移走`, folder);
  await page
    .getByRole('status')
    .getByText(/^已保存/)
    .waitFor({ timeout: 20_000 });
  await stage.crashAndRestart();
  await openReport(stage);
  expect(await firstChapter(stage)).toContain('文件夹不在时写的话。');
});

test('a program that has ended leaves the words in the window, says so, and leaving warns', async () => {
  const stage = await startedIn(join(temporaryFolder(), '资料'));
  const { page } = stage;
  await stage.kill();
  await type(stage, '程序退出以后写的话。');
  const panel = page.getByRole('region', { name: '没有保存成功' });
  await panel.getByText(/^暂时连不上乡报程序/).waitFor();
  await panel.getByText(/只在这个窗口里/).waitFor();
  await panel.getByRole('button', { name: '复制文字' }).click();
  await panel.getByText(/^已复制/).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('程序退出以后写的话。');
  const asked = page.waitForEvent('dialog');
  const left = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await left;
  expect(await firstChapter(stage)).toContain('程序退出以后写的话。');
});

test('a damaged workspace: the page tells what each way brings back, opens what is chosen, then offers the journal', async () => {
  const folder = join(temporaryFolder(), '资料');
  const app = await withSample(folder);
  await app.call('backup.make', {});
  const { report } = await app.call('report.read', { id: app.reportId });
  const { id, heading, revision } = await app.chapter();
  await app.call('journal.keep', {
    session: randomUUID(),
    report: { id: report.id, title: report.title, year: report.year },
    items: [{ kind: 'body', chapterId: id, heading, revision, body: documentFromTexts(['日志里的话。']) }],
  });
  app.app.close();
  truncateSync(join(folder, '资料库.xbdb'), 50_000);
  const stage = await openStage({ folder });
  onTestFinished(() => stage.close());
  const { page } = stage;
  await page.getByRole('heading', { name: '资料库打不开' }).waitFor();
  await page.getByText(/^另有没保存进资料库的内容 1 份/).waitFor();
  await page.getByRole('button', { name: '用这一种：用最近的备份' }).click();
  const offer = page.getByRole('dialog', { name: '上次有内容没有保存进资料库' });
  await offer.getByRole('button', { name: '取回' }).click();
  await page.getByText(/^已取回/).waitFor();
  expect(readdirSync(folder).some((name) => name.startsWith('资料库-损坏-'))).toBe(true);
});
