import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocxText } from '../../src/main/core/export/read-back.ts';
import { stageForEachTest } from './support/stage-for-each-test.ts';

const report = `云岭镇人民政府关于2023年度法治政府建设情况的报告

县委、县政府：

2023年，云岭镇把依法办事放在心上，现将情况报告如下。

一、主要举措和成效

（一）健全调解网络，化解矛盾纠纷

调解员每周进村一次。

二、存在的不足和原因

培训次数偏少。

三、下一年度主要安排

每季度开展一次培训。

云岭镇人民政府
2024年2月6日
`;

const stage = stageForEachTest();
const text = () => stage().page.locator('.ProseMirror');
const chip = () => text().locator('.number-chip').last();
const card = () => stage().page.getByRole('dialog', { name: /^数据：/ });
const place = (name: string) => stage().page.getByRole('link', { name }).click();
const saved = () =>
  stage()
    .page.getByText(/已保存 \d/)
    .waitFor();

/** A report without anything open, opened at its chapter on mediation. */
async function openImportedReport(): Promise<void> {
  const { page, folder } = stage();
  const file = join(folder, '2023年报告.txt');
  writeFileSync(file, report);
  await page.getByRole('button', { name: /^导入去年的报告/ }).click();
  await stage().chooseFile(file, () => page.getByRole('button', { name: '选择文件…' }).click());
  await page.getByRole('button', { name: '导入为 2023 年度报告' }).click();
  await page.getByRole('link', { name: '乡报' }).click();
  await page.getByRole('link', { name: /云岭镇人民政府关于2023年度/ }).click();
  // What was brought in is final until somebody goes back to it.
  await place('报送');
  await page.getByRole('button', { name: '退回草稿' }).click();
  await place('写作');
  await page.getByRole('tree').getByText('健全调解网络，化解矛盾纠纷').click();
}

async function openCard(): Promise<void> {
  // Two clicks at one place within half a second would be a double click.
  await stage().page.waitForTimeout(600);
  await chip().click();
  await card().waitFor();
}

async function fillThisYear(value: string): Promise<void> {
  const field = stage().page.getByRole('textbox', { name: /（今年）/ });
  await field.click();
  await field.fill(value);
  await field.press('Enter');
}

describe('a number in the text', () => {
  test('is shown as chosen, written over with a reason, and asked about when its source changes', async () => {
    const { page, folder } = stage();
    await openImportedReport();
    await text().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('全年共排查@排查矛盾');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('。');
    await openCard();
    await fillThisYear('58');
    await expect.poll(() => chip().textContent()).toBe('58件');

    // Another format, by example.
    await openCard();
    await card().getByText('约数', { exact: true }).click();
    await card()
      .getByRole('radio', { name: /^近60件/ })
      .check();
    await expect.poll(() => chip().textContent()).toBe('近60件');
    await card().getByLabel('取到').selectOption('100');
    await expect.poll(() => chip().textContent()).toBe('近100件');
    await card().getByLabel('取到').selectOption('10');

    // Words of one's own are not taken without a reason.
    await card().getByRole('button', { name: '改写这处数字…' }).click();
    await card().getByLabel('正文里写').fill('六十件左右');
    const rewrite = card().getByRole('button', { name: '改写', exact: true });
    expect(await rewrite.isDisabled()).toBe(true);
    await card().getByLabel('原因（必填）').fill('含年底未结的两件');
    await rewrite.click();
    await expect.poll(() => chip().getAttribute('class')).toContain('number-overridden');
    expect(await chip().getAttribute('title')).toContain('含年底未结的两件');
    // The keyboard is back in the text, behind the number.
    await page.keyboard.type('（见台账）');
    expect(await text().textContent()).toContain('六十件左右（见台账）。');

    // The table changes under these words: nobody decides for the clerk, and nothing formal leaves the house.
    await fillThisYear('71');
    await expect.poll(() => chip().getAttribute('class')).toContain('number-sourceChanged');
    expect(await chip().textContent()).toBe('六十件左右');
    await saved();
    await place('报送');
    await page.getByText(/排查矛盾纠纷.* 源已变/).waitFor();
    expect(await page.getByRole('radio', { name: '正式稿' }).isDisabled()).toBe(true);

    await place('写作');
    await page.getByRole('tree').getByText('健全调解网络，化解矛盾纠纷').click();
    await openCard();
    await card().getByText('改写时表中是 近60件，现在是 近80件，正文写的是 六十件左右。用哪个？').waitFor();
    await card().getByRole('button', { name: '保留改写' }).click();
    await expect.poll(() => chip().getAttribute('class')).toContain('number-overridden');
    await page.getByRole('toolbar').getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => chip().getAttribute('class')).toContain('number-sourceChanged');
    await page.getByRole('toolbar').getByRole('button', { name: '重做' }).click();
    await expect.poll(() => chip().getAttribute('class')).toContain('number-overridden');

    // What was written by hand survives the end of the program, and goes out under somebody's eyes.
    await page.waitForTimeout(1000);
    await stage().crashAndRestart();
    await page.getByRole('link', { name: /云岭镇人民政府关于2023年度/ }).click();
    await place('报送');
    await page.getByRole('heading', { name: '手工改写的数字' }).waitFor();
    await page.getByText(/写“六十件左右”，表中是 近80件；原因：含年底未结的两件/).waitFor();
    await page.getByRole('radio', { name: /^普通报告/ }).click();
    await expect.poll(() => page.getByRole('radio', { name: '正式稿' }).isChecked()).toBe(true);
    await page.getByRole('button', { name: '另存为 Word' }).click();
    await page.getByText('已读回核对，1 个数字一致').waitFor();
    const [name = ''] = readdirSync(join(folder, '导出'));
    const printed = readDocxText(new Uint8Array(readFileSync(join(folder, '导出', name)))).join('\n');
    expect(printed).toContain('全年共排查六十件左右（见台账）。');
  });

  test('whose source has changed is the next step and stands in 意见; the table’s number can be taken', async () => {
    const { page } = stage();
    await openImportedReport();
    await text().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('@排查矛盾');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await openCard();
    await fillThisYear('58');
    await openCard();
    await card().getByRole('button', { name: '改写这处数字…' }).click();
    await card().getByLabel('正文里写').fill('五十余件');
    await card().getByLabel('原因（必填）').fill('年报口径');
    await card().getByRole('button', { name: '改写', exact: true }).click();
    await fillThisYear('61');
    await page.getByRole('button', { name: '下一步：处理 1 处源已变的数字' }).waitFor();

    await page.getByRole('tab', { name: /^意见/ }).click();
    await page.getByRole('button', { name: /手工改写为 五十余件 之后，表里的数又变了/ }).click();
    await page.keyboard.press('Enter');
    await card().getByRole('button', { name: '采用新数' }).waitFor();
    // The offered answer has the keyboard already.
    await page.keyboard.press('Enter');
    await expect.poll(() => chip().textContent()).toBe('61件');
    expect(await chip().getAttribute('class')).toContain('number-confirmed');
  });
});

describe('the words of a phrase', () => {
  test('are chosen with the keyboard alone, seen at once, and undone', async () => {
    const { page } = stage();
    await page.getByRole('button', { name: /^看示例/ }).click();
    await page.getByRole('tree').getByText('健全调解网络，化解矛盾纠纷').click();
    const phrase = text().locator('.number-chip', { hasText: '较上年' }).first();
    const before = await phrase.textContent();
    const chosen = async () =>
      ((await phrase.getAttribute('class')) ?? '').includes('ProseMirror-selectednode');
    await text().focus();
    // The caret goes through the text and stops at each number; the page learns of it a moment after the key. A
    // page too busy to have learnt of it lets the caret pass the number: then the walk begins again, slower.
    for (const pause of [50, 200, 500]) {
      await page.keyboard.press('Control+Home');
      for (let step = 0; step < 40 && !(await chosen()); step += 1) {
        await page.keyboard.press('ArrowRight');
        await page.evaluate(
          (wait) => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, wait))),
          pause,
        );
      }
      if (await chosen()) break;
    }
    await page.keyboard.press('Enter');
    await card().waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => text().textContent()).toContain('较上年增长5.6%');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('同比');
    await card().getByText('现在读作：同比增长5.6%').waitFor();
    await expect.poll(() => text().textContent()).toContain('同比增长5.6%');
    await page.keyboard.press('Escape');
    await card().waitFor({ state: 'detached' });
    for (let undone = 0; undone < 8; undone += 1) await page.keyboard.press('Control+z');
    await expect.poll(() => phrase.textContent()).toBe(before);
  });
});
