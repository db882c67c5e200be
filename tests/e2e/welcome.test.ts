import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openSample } from './support/sample-writing.ts';
import { stageForEachTest } from './support/stage-for-each-test.ts';

const stage = stageForEachTest();
const card = () =>
  stage().page.getByRole('dialog', { name: /正文里的数|数只填一次|哪里对不上|印出来就是|写到 U 盘/ });
const step = (number: number) => stage().page.getByText(`第 ${number} 步，共 5 步`).waitFor();
const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => stage().page.keyboard.press(key)), Promise.resolve());

/** By Tab alone, as somebody without a mouse. */
async function tabTo(name: string): Promise<void> {
  const focused = () => stage().page.evaluate(() => document.activeElement?.textContent ?? '');
  for (let count = 0; count < 40 && (await focused()) !== name; count += 1) await press('Tab');
  expect(await focused()).toBe(name);
}

/** The card has the keyboard, and what it points at is there. */
async function ready(): Promise<void> {
  await card().getByText('F6 到圈出的地方').waitFor();
  await expect.poll(() => card().evaluate((element) => element.contains(document.activeElement))).toBe(true);
}

test('from the first start through the tour to the own unit, with the keyboard alone', async () => {
  const { page } = stage();
  await page.getByText('第一次用乡报？').waitFor();
  await tabTo('走一遍示例');
  await press('Enter');
  await step(1);
  await ready();
  await press('Enter');

  await step(2);
  await ready();
  const sentence = card().locator('blockquote');
  const before = await sentence.textContent();
  await press('F6');
  await page.keyboard.type('9');
  await press('Enter');
  await expect.poll(() => sentence.textContent()).not.toBe(before);
  expect(await sentence.textContent()).toContain('较上年增加2次');
  await press('F6');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('下一步');
  for (const number of [3, 4, 5]) {
    await press('Enter');
    await step(number);
    await ready();
  }
  await press('Enter');

  await page.getByText('走一遍时改过「领导干部集体学法」的数。').waitFor();
  await page.getByText('现在打开的是示例').waitFor();
  await tabTo('清除示例，开始自己的工作');
  await press('Enter');
  await page.getByText('示例已清除').waitFor();
  const unit = page.getByRole('textbox', { name: /^单位名称/ });
  await unit.waitFor();
  // The unit is what comes first now.
  const unitAt = await unit.boundingBox();
  const waysAt = await page.getByRole('button', { name: /^导入去年的报告/ }).boundingBox();
  expect(unitAt?.y ?? 0).toBeLessThan(waysAt?.y ?? 0);
});

test('the tour is left by Esc with the keyboard where it pointed, taken up again, and puts back what it changed', async () => {
  const { page } = stage();
  await page.getByRole('button', { name: '走一遍示例' }).click();
  await ready();
  await press('Enter');
  await step(2);
  await ready();
  await press('F6');
  await page.keyboard.type('88');
  await press('Enter');
  await card().getByRole('button', { name: '改回原来的数' }).waitFor();
  await press('F6', 'Escape');
  await card().waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('data-field');
  await page.getByText('走一遍时改过').waitFor();
  await page.getByRole('button', { name: '改回原来的数' }).click();
  await page.getByRole('gridcell', { name: '8', exact: true }).first().waitFor();

  await stage().crashAndRestart();
  await stage().page.getByText('上次走到第 2 步，共 5 步').waitFor();
  await stage().page.getByRole('button', { name: '接着走' }).click();
  await step(2);
  // Elsewhere the tour is not in the way, and leads back.
  await stage().page.getByRole('link', { name: /^预览/ }).click();
  await card().getByRole('button', { name: '回到「数据」' }).click();
  await ready();
});

test('with a report of one’s own the tour goes through that one, and asks for no change', async () => {
  const { page } = stage();
  await page.getByRole('textbox', { name: /^单位名称/ }).fill('青石桥镇人民政府');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('textbox', { name: /^单位名称/ }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^从空白开始/ }).click();
  await page.getByRole('button', { name: '开始写' }).click();
  await page.getByRole('tree').waitFor();
  await press('F1');
  await page.getByRole('complementary', { name: '帮助' }).getByRole('button', { name: '走一遍示例' }).click();
  await step(1);
  await card().getByRole('button', { name: '下一步' }).click();
  await step(2);
  await card().getByText('这是您自己的报告，现在不用改').waitFor();
  await card().getByRole('button', { name: '跳过' }).click();
  await page.getByRole('link', { name: '乡报' }).click();
  await page.getByText('我的报告').waitFor();
  expect(await page.getByText('现在打开的是示例').count()).toBe(0);
});

test('the sample is cleared for the own work, and comes back by one undo', async () => {
  const { page } = stage();
  await openSample(stage());
  await page.getByText('示例 · 云溪镇人民政府').waitFor();
  await page.getByRole('link', { name: '乡报' }).click();
  await page.getByRole('button', { name: '清除示例，开始自己的工作' }).click();
  await page.getByText('从这里开始').waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('已回到示例。').waitFor();
  await page.getByText('云溪镇人民政府关于2024年度法治政府建设情况的报告').waitFor();
});

test('help opens by F1 at the present place, is found by pinyin, and gives the keyboard back', async () => {
  const { page } = stage();
  await openSample(stage());
  await page.getByRole('link', { name: /^数据/ }).click();
  const field = page.locator('.data-field');
  await field.focus();
  await press('F1');
  const help = page.getByRole('complementary', { name: '帮助' });
  await help.getByRole('heading', { name: '填数据' }).waitFor();
  await page.keyboard.type('jiaohe');
  const hit = help.getByRole('button', { name: /^校核/ }).first();
  await hit.waitFor();
  expect(await hit.locator('mark').first().textContent()).toBe('校核');
  await hit.press('Enter');
  await help.getByRole('heading', { name: '校核', exact: true }).waitFor();
  await help.getByRole('button', { name: '报送', exact: true }).click();
  await help.getByText('发文字号、签发人、成文日期').waitFor();
  await press('Escape');
  await help.waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('data-field');
});

test('about this PC is copied as it is shown, and saved', async () => {
  const { page } = stage();
  await openSample(stage());
  await page.getByRole('button', { name: '设置' }).click();
  await page.getByRole('menuitem', { name: '关于本机…' }).click();
  await page.getByText('没有发现损坏').waitFor();
  await page.getByRole('button', { name: '复制', exact: true }).click();
  await page.getByText('已复制').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`Node：${process.versions.node}`);
  expect(copied).toContain('仿宋_GB2312');
  expect(copied).not.toContain('云溪');
  expect(copied).not.toContain(stage().folder);
  if (process.env.XIANGBAO_E2E_DOOR === 'electron') return;
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '另存为 .txt…' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('乡报 关于本机.txt');
  const saved = readFileSync((await download.path()) ?? '', 'utf8');
  expect(saved.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')).toBe(copied.replaceAll('\r\n', '\n'));
});
