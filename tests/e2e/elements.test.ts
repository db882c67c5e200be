/** 文件要素: typed in the order of the paper, saved as they are typed, put right by a click, undone. */
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { stageForEachTest } from './support/stage-for-each-test.ts';

const stage = stageForEachTest(async ({ page }) => {
  await page.getByRole('button', { name: /^看示例/ }).click();
  await page.getByRole('tree').waitFor();
  await openSubmit();
});

const form = (): Locator => stage().page.getByRole('region', { name: '文件要素' });
const field = (label: string) => form().getByLabel(label, { exact: true });
const openSubmit = async () => {
  await stage().page.getByRole('link', { name: '报送' }).click();
  await form().waitFor();
};
const today = () => {
  const now = new Date();
  return `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`;
};

describe('the elements of the document', () => {
  test('stand in the order of the paper and are there again after the program has been killed', async () => {
    const { page } = stage();
    await form().getByRole('button', { name: /^版记/ }).click();
    const labels = await form().locator('label').allInnerTexts();
    expect(labels).toEqual([
      '紧急程度',
      '发文机关标志',
      '发文字号',
      '签发人',
      '标题',
      '主送机关',
      '署名',
      '成文日期',
      '附注',
      '抄送',
      '印发机关',
      '印发日期',
      // Of the recipient, and not of the paper: behind all of them.
      '格式',
    ]);
    expect(await field('发文机关标志').getAttribute('placeholder')).toBe('默认 云溪镇人民政府文件');
    await field('紧急程度').selectOption('加急');
    await field('发文字号').fill('云政字〔2025〕3号');
    await field('签发人').fill('张某某');
    await form().getByRole('button', { name: '成文日期填今天' }).click();
    expect(await field('印发日期').getAttribute('placeholder')).toBe(`默认 ${today()}`);
    await field('附注').fill('联系人：李某某');
    await field('抄送').fill('县司法局');
    await field('印发日期').fill('2025.2.11');
    await field('印发日期').press('Enter');
    await page.waitForTimeout(1000);
    await stage().crashAndRestart();
    await page.getByRole('link', { name: /关于2024年度/ }).click();
    await openSubmit();
    await form().getByRole('button', { name: /^版记/ }).click();
    const values = ['紧急程度', '发文字号', '签发人', '成文日期', '附注', '抄送', '印发日期'].map((label) =>
      field(label).inputValue(),
    );
    expect(await Promise.all(values)).toEqual([
      '加急',
      '云政字〔2025〕3号',
      '张某某',
      today(),
      '联系人：李某某',
      '县司法局',
      '2025年2月11日',
    ]);
  });

  test('are undone one by one, wherever the keyboard is', async () => {
    const { page } = stage();
    const before = await field('签发人').inputValue();
    await field('签发人').fill('张某某');
    await field('紧急程度').focus();
    await field('紧急程度').selectOption('特急');
    await page.getByRole('heading', { name: '文件要素' }).click();
    await page.keyboard.press('Control+z');
    await expect.poll(() => field('紧急程度').inputValue()).toBe('');
    expect(await field('签发人').inputValue()).toBe('张某某');
    await page.keyboard.press('Control+z');
    await expect.poll(() => field('签发人').inputValue()).toBe(before);
    await page.keyboard.press('Control+y');
    await expect.poll(() => field('签发人').inputValue()).toBe('张某某');

    // From another place the person is told what was undone.
    await page.getByRole('link', { name: '校核' }).click();
    await page.keyboard.press('Control+z');
    await page.getByText('已撤销：文件要素 · 签发人').waitFor();
  });

  test('what an input method is composing is shown, and saved only when it is done', async () => {
    const { page } = stage();
    const keyboard = await page.context().newCDPSession(page);
    await field('签发人').fill('');
    await expect.poll(storedSigner).toBe('');
    await keyboard.send('Input.imeSetComposition', { text: 'zhang', selectionStart: 5, selectionEnd: 5 });
    expect(await field('签发人').inputValue()).toBe('zhang');
    await page.waitForTimeout(1200);
    expect(await storedSigner()).toBe('');
    await keyboard.send('Input.insertText', { text: '张某某' });
    expect(await field('签发人').inputValue()).toBe('张某某');
    await expect.poll(storedSigner).toBe('张某某');
  });
});

describe('the document number', () => {
  test('with brackets of the keyboard, 第 and a leading zero is told and put right by one click', async () => {
    const { page } = stage();
    await field('发文字号').pressSequentially('云政字(2025)');
    await form().getByRole('button', { name: '发文字号改为 云政字〔2025〕' }).waitFor();
    await field('发文字号').pressSequentially('第03号');
    await field('发文字号').press('Tab');
    await form()
      .getByText('年份用六角括号〔〕，序号前不加“第”，序号前不补 0。应为 云政字〔2025〕3号')
      .waitFor();
    await form().getByRole('button', { name: '发文字号改为 云政字〔2025〕3号' }).click();
    expect(await field('发文字号').inputValue()).toBe('云政字〔2025〕3号');
    expect(await form().getByText(/应为/).count()).toBe(0);
    await page.getByRole('heading', { name: '文件要素' }).click();
    await page.keyboard.press('Control+z');
    await expect.poll(() => field('发文字号').inputValue()).toBe('云政字(2025)第03号');
  });
});

/** 签发人 as the workspace has it. */
function storedSigner(): Promise<string> {
  return stage().page.evaluate(async () => {
    const id = window.location.hash.split('/')[2];
    const answer = await fetch('/api/report.read', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id }),
    });
    const { value } = await answer.json();
    return value.report.imprint.signer;
  });
}
