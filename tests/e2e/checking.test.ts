import { describe, expect, test } from 'vitest';
import { stageForEachTest } from './support/stage-for-each-test.ts';

const chapter = '接受执法监督';
const stage = stageForEachTest(async ({ page }) => {
  await page.getByRole('button', { name: /^看示例/ }).click();
  await page.getByRole('tree').getByText(chapter).click();
});

const text = () => stage().page.locator('.chapter-text');
const place = (name: string) =>
  stage()
    .page.getByRole('navigation', { name: '报告的各个环节' })
    .getByRole('link', { name: new RegExp(`^${name}`) });
const row = (words: string) => stage().page.getByRole('listitem').filter({ hasText: words });
const likely = () => stage().page.getByRole('region', { name: /^很可能有误/ });
const setAside = () => stage().page.getByRole('region', { name: /^已忽略/ });
const selected = () => stage().page.evaluate(() => window.getSelection()?.toString());

async function write(sentence: string): Promise<void> {
  await text().click();
  await stage().page.keyboard.press('Control+End');
  await stage().page.keyboard.insertText(sentence);
}

describe('校核', () => {
  test('a wrong sentence appears, leads to its words, is mended by its fix, and the fix can be undone', async () => {
    await write('全年受理调解86件，成功82件，成功率98.3%。');
    await place('校核').click();
    const found = likely().getByRole('listitem').filter({ hasText: '98.3%' });
    await found.getByText('82件 ÷ 86件 是 95.3%').waitFor();
    await found.getByText(chapter).waitFor();
    expect(await found.locator('mark').textContent()).toBe('98.3%');

    await found.getByRole('button', { name: '去看' }).click();
    await text().waitFor();
    await expect.poll(selected).toBe('98.3%');

    // The same finding stands beside the text.
    await stage().page.getByRole('tab', { name: /意见/ }).click();
    await stage()
      .page.getByRole('button', { name: /82件 ÷ 86件 是 95.3%/ })
      .waitFor();

    await place('校核').click();
    await found.getByRole('button', { name: '改为「95.3%」' }).click();
    await found.waitFor({ state: 'detached' });
    await place('写作').click();
    await text().getByText('成功率95.3%').waitFor();
    await stage().page.getByRole('status').getByRole('button', { name: '撤销' }).click();
    await text().getByText('成功率98.3%').waitFor();
  });

  test('one that is set aside needs a reason, is listed apart, outlives a restart, and comes back when its words change', async () => {
    await write('全镇共排查纠纷50件，其中土地纠纷30件、邻里纠纷25件。');
    await place('校核').click();
    const found = row('加起来是 55件');
    await found.getByRole('button', { name: '忽略…' }).click();
    const reason = stage().page.getByRole('textbox', { name: '为什么不是问题' });
    const confirm = stage().page.getByRole('button', { name: '忽略', exact: true });
    expect(await confirm.isDisabled()).toBe(true);
    await reason.fill('两类有交叉');
    await confirm.click();
    await setAside().getByText('两类有交叉').waitFor();
    expect(await likely().count()).toBe(0);

    await stage()
      .page.getByText(/已保存 \d/)
      .waitFor();
    await stage().crashAndRestart();
    await stage()
      .page.getByRole('button', { name: /待确认/ })
      .click();
    await place('校核').click();
    await setAside().getByText('两类有交叉').waitFor();
    await setAside().getByRole('button', { name: '恢复' }).click();
    await likely().getByText('加起来是 55件').waitFor();

    await row('加起来是 55件').getByRole('button', { name: '忽略…' }).click();
    await reason.fill('两类有交叉');
    await reason.press('Tab');
    await stage().page.keyboard.press('Enter');
    await setAside().getByText('两类有交叉').waitFor();
    await place('写作').click();
    await stage().page.getByRole('tree').getByText(chapter).click();
    await write('邻里和睦。');
    // Other words of the paragraph change nothing; those of the sentence do.
    await place('校核').click();
    await setAside().getByText('两类有交叉').waitFor();
    await row('加起来是 55件').getByRole('button', { name: '去看' }).click();
    await expect.poll(selected).toContain('邻里纠纷25件');
    await stage().page.keyboard.insertText('50件，其中土地纠纷30件、邻里纠纷26件');
    await place('校核').click();
    await likely().getByText('加起来是 56件').waitFor();
  });

  test('a number that is in the tables becomes a reference, which can be undone', async () => {
    await write('全年开展日常巡查338次。');
    await place('校核').click();
    const found = row('338次 大概就是「日常巡查」');
    await found.getByRole('button', { name: '设为引用' }).click();
    await found.waitFor({ state: 'detached' });
    await place('写作').click();
    await text().locator('.number-chip').getByText('338次').waitFor();
    await stage().page.getByRole('status').getByRole('button', { name: '撤销' }).click();
    await text().getByText('全年开展日常巡查338次。').waitFor();
    expect(await text().locator('.number-chip').count()).toBe(0);
  });

  test('numbers and paragraphs that block a formal document stand in the same list and lead to cell or chapter', async () => {
    await place('校核').click();
    const blocking = stage().page.getByRole('region', { name: /^挡住正式报送/ });
    await blocking.getByText('段沿用上年的文字').first().waitFor();
    const carried = blocking.getByRole('listitem').filter({ hasText: '是从上年沿用的' }).first();
    expect(await carried.getByRole('button', { name: '忽略…' }).count()).toBe(0);
    await carried.getByRole('button', { name: '去看' }).click();
    await stage().page.locator('.chapter-text .ProseMirror-selectednode').waitFor();
    await place('校核').click();
    const missing = blocking.getByRole('listitem').filter({ hasText: '「排查安全隐患」还没有数' });
    await missing.getByRole('button', { name: '去改数' }).click();
    await stage()
      .page.getByRole('textbox', { name: /排查安全隐患，2024 年$/ })
      .waitFor();
  });
});
