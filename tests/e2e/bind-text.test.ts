import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { stageForEachTest } from './support/stage-for-each-test.ts';

const stage = stageForEachTest(async ({ page }) => {
  await page.getByRole('button', { name: /^看示例/ }).click();
  await page.getByRole('tree').waitFor();
  await page.getByRole('tree').getByText('接受执法监督').click();
  await text().click();
  await page.keyboard.press('Control+End');
});

const text = (): Locator => stage().page.locator('.ProseMirror');
const chip = () => text().locator('.number-chip');
const card = () => stage().page.getByRole('dialog', { name: '把数字设为引用' });
const type = (words: string) => stage().page.keyboard.type(words);
const bindHere = () => stage().page.keyboard.press('Alt+y');
const saved = () =>
  stage()
    .page.getByText(/已保存 \d/)
    .waitFor();

describe('a number typed in the text', () => {
  test('that the table has as well is bound in one step, and the sentence reads as before', async () => {
    await type('全年排查矛盾纠纷58件');
    await bindHere();
    await card().getByText('数据表里就是这个数，引用后文字不变。').waitFor();
    await card().locator('input[type="radio"]:focus').waitFor({ state: 'attached' });
    await stage().page.keyboard.press('Enter');
    await chip().waitFor();
    expect(await text().textContent()).toBe('全年排查矛盾纠纷58件');
    await stage().page.keyboard.press('Control+z');
    expect(await chip().count()).toBe(0);
    expect(await text().textContent()).toBe('全年排查矛盾纠纷58件');
  });

  test('that the table has otherwise: both are said, and the one that the person chooses holds', async () => {
    await type('全年排查矛盾纠纷61件');
    await bindHere();
    await card().getByText('数据表里是 58件，文字写的是 61件。以哪个为准？').waitFor();
    await card().getByRole('button', { name: '以文字为准：61件' }).click();
    await expect.poll(() => chip().textContent()).toBe('61件');
    await saved();
    await stage().page.getByRole('tree').getByText('健全调解网络，化解矛盾纠纷').click();
    await text().getByText('61件').first().waitFor();
  });

  test('that the table has not yet is filled in; what will read differently is said before', async () => {
    await type('其中疑难复杂纠纷五件');
    await bindHere();
    await card().getByText('数据表里还没有这个数，引用后填入并确认。').waitFor();
    await card().getByText('引用后这里显示“5件”，原文是“五件”。').waitFor();
    await card().getByRole('button', { name: '引用并填入数据表' }).click();
    await expect.poll(() => chip().textContent()).toBe('5件');
    expect(await chip().getAttribute('class')).toContain('number-confirmed');
    await saved();
  });

  test('for which there is no indicator makes one, with name and unit from the words around it', async () => {
    const { page } = stage();
    await type('巡查河道堤坝37公里');
    await bindHere();
    await card().getByRole('button', { name: '新建指标…' }).click();
    const name = card().getByRole('textbox', { name: '名称' });
    expect(await name.inputValue()).toContain('巡查河道堤坝');
    expect(await card().getByRole('textbox', { name: '单位' }).inputValue()).toBe('公里');
    await card().getByRole('combobox').selectOption({ label: '矛盾纠纷化解' });
    await name.fill('排查矛盾纠纷');
    await card().getByRole('button', { name: '新建、填入并引用' }).click();
    await card()
      .getByText(/里已经有叫「排查矛盾纠纷」的指标/)
      .waitFor();
    await name.fill('巡查河道堤坝长度');
    await name.press('Enter');
    await expect.poll(() => chip().textContent()).toBe('37公里');
    await page.waitForTimeout(1000);

    // It is in the workspace, not only in this window.
    await stage().crashAndRestart();
    await page.getByRole('button', { name: /还有 \d+ 个数据待确认/ }).click();
    await page.getByRole('link', { name: '写作' }).click();
    await page.getByRole('tree').getByText('接受执法监督').click();
    await text().getByText('37公里').waitFor();
    await text().click();
    await page.keyboard.press('Control+End');
    await type('@xchd');
    await page.getByRole('option', { name: /巡查河道堤坝长度/ }).waitFor();
  });

  test('of last year’s text is bound from its own card', async () => {
    const { page } = stage();
    await page.getByRole('tree').getByText('健全调解网络，化解矛盾纠纷').click();
    const fact = text().locator('.open-fact-number').first();
    const words = (await fact.textContent()) ?? '';
    expect(words).not.toBe('');
    await fact.click();
    await page.getByRole('button', { name: '改为引用数据…' }).click();
    await card().getByText(`“${words}”设为引用`).waitFor();
  });

  test('is asked for where there is none', async () => {
    await type('全年工作平稳');
    await bindHere();
    await card()
      .getByText(/光标处没有可以引用的数字/)
      .waitFor();
    await stage().page.keyboard.press('Escape');
    await type('有序');
    expect(await text().textContent()).toBe('全年工作平稳有序');
    expect(await card().count()).toBe(0);
  });
});
