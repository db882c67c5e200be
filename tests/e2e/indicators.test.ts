import { describe, expect, test } from 'vitest';
import { stageForEachTest } from './support/stage-for-each-test.ts';

const stage = stageForEachTest(async ({ page }) => {
  await page.getByRole('button', { name: /^看示例/ }).click();
  await page.getByRole('tree').waitFor();
  await page.getByRole('link', { name: '数据' }).click();
  await page.getByRole('button', { name: /^矛盾纠纷化解/ }).click();
  await row('人民调解组织').first().click();
});

const page = () => stage().page;
/** The cells of a column: 0 holds the names, 4 this year's numbers. */
const cells = (column: number) => page().locator(`revogr-data[type="rgRow"] .rgCell[data-rgcol="${column}"]`);
const row = (name: string) => cells(0).filter({ hasText: name });
const names = async () => (await cells(0).allTextContents()).map((text) => text.split(' = ')[0]);
const dialog = () => page().getByRole('dialog');

async function fromMenu(item: string): Promise<void> {
  await page().getByRole('button', { name: /^指标/ }).click();
  await page().getByRole('menuitem', { name: item }).click();
}

async function numberOf(name: string): Promise<string> {
  const at = (await names()).indexOf(name);
  return (await cells(4).nth(at).textContent()) ?? '';
}

async function add(name: string, formula: string): Promise<void> {
  await fromMenu('新增指标…');
  await dialog().getByLabel('名称').fill(name);
  await dialog().getByLabel('公式').fill(formula);
  await dialog().getByRole('button', { name: '添加' }).click();
  await dialog().waitFor({ state: 'hidden' });
}

describe('indicators', () => {
  test('one with a formula is added by names, shows its result at once, and is undone and redone', async () => {
    await fromMenu('新增指标…');
    await page().keyboard.type('排查化解合计');
    const formula = dialog().getByLabel('公式');
    await formula.fill('合计（排查矛');
    await dialog()
      .getByRole('option', { name: /^排查矛盾纠纷/ })
      .waitFor();
    await page().keyboard.press('Enter');
    await page().keyboard.type('，人民调解员）');
    await dialog()
      .getByText(/「件」和「人」单位不同/)
      .waitFor();
    expect(await dialog().getByRole('button', { name: '添加' }).isDisabled()).toBe(true);
    expect(await formula.inputValue()).toBe('合计（排查矛盾纠纷，人民调解员）');
    await formula.fill('合计（排查矛盾纠纷，化解矛盾纠纷）');
    await dialog().getByText('2024 年：114件　2023 年：98件').waitFor();
    await page().keyboard.press('Enter');
    await row('排查化解合计').waitFor();
    expect(await numberOf('排查化解合计')).toBe('114');
    await page().keyboard.press('Control+z');
    await row('排查化解合计').waitFor({ state: 'hidden' });
    await page().keyboard.press('Control+y');
    await row('排查化解合计').waitFor();
    await stage().crashAndRestart();
    await page()
      .getByRole('button', { name: /还有 \d+ 个数据待确认/ })
      .click();
    await page()
      .getByRole('button', { name: /^矛盾纠纷化解/ })
      .click();
    // The last row of the topic may be below what is in sight, and the grid draws only that.
    await cells(4).first().click();
    await page().keyboard.press('Control+End');
    await row('排查化解合计').waitFor();
    expect(await numberOf('排查化解合计')).toBe('114');
  });

  test('F2 on a formula changes it; a circle is told with its way, and nothing typed is lost', async () => {
    await add('甲数', '排查矛盾纠纷');
    await add('乙数', '甲数 + 化解矛盾纠纷');
    const at = (await names()).indexOf('甲数');
    await cells(4).nth(at).click();
    await page().keyboard.press('F2');
    await dialog().getByLabel('公式').fill('乙数 ÷ 2');
    await dialog().getByText('公式绕回了自己：甲数 → 乙数 → 甲数。').waitFor();
    expect(await dialog().getByLabel('公式').inputValue()).toBe('乙数 ÷ 2');
    expect(await dialog().getByRole('button', { name: '保存' }).isDisabled()).toBe(true);
    await dialog().getByLabel('公式').fill('化解矛盾纠纷 ÷ 2');
    await dialog().getByRole('button', { name: '保存' }).click();
    await dialog().waitFor({ state: 'hidden' });
    await expect.poll(() => numberOf('甲数')).toBe('28');
    expect(await numberOf('乙数')).toBe('84');
  });

  test('renaming shows every place first, formulas follow, and a place is a jump to its sentence', async () => {
    await row('排查矛盾纠纷').first().click();
    await page().keyboard.press('F2');
    await dialog().getByText('用到它的公式：尚未化解矛盾纠纷、矛盾纠纷化解率').waitFor();
    await dialog()
      .getByText(/2023 · 正文/)
      .first()
      .waitFor();
    await dialog().getByLabel('新名称').fill('化解矛盾纠纷');
    await dialog().getByRole('button', { name: '改名' }).click();
    await dialog().getByText('里已经有叫「化解矛盾纠纷」的指标').waitFor();
    await dialog().getByLabel('新名称').fill('摸排矛盾纠纷');
    await page().keyboard.press('Enter');
    await dialog().waitFor({ state: 'hidden' });
    await row('摸排矛盾纠纷').first().waitFor();
    expect(await row('矛盾纠纷化解率').textContent()).toContain('占比（化解矛盾纠纷，摸排矛盾纠纷）');
    await row('摸排矛盾纠纷').first().click();
    await page().keyboard.press('F2');
    await dialog()
      .getByText(/2023 · 正文/)
      .first()
      .click();
    await page().getByRole('tree').waitFor();
    await page().getByText('关于2023年度').first().waitFor();
    await page().locator('.chapter-text').getByText('全年排查矛盾纠纷').waitFor();
  });

  test('what is in use cannot be removed, but retired: it leaves the table and can come back', async () => {
    await row('行政调解').first().click();
    await fromMenu('移除…');
    await dialog()
      .getByText(/还有地方用到它，不能移除/)
      .waitFor();
    await dialog().getByRole('button', { name: '改为停用…' }).click();
    await dialog().getByLabel('最后使用的年度').fill('2023');
    await page().keyboard.press('Enter');
    await row('行政调解').waitFor({ state: 'hidden' });
    await fromMenu('已停用的指标…');
    await dialog().getByRole('button', { name: '恢复使用' }).click();
    await page().keyboard.press('Escape');
    await row('行政调解').first().waitFor();
  });

  test('the keyboard moves a row and opens its menu', async () => {
    await row('人民调解员').first().click();
    await page().keyboard.press('Alt+ArrowUp');
    await expect.poll(async () => (await names()).slice(0, 2)).toEqual(['人民调解员', '人民调解组织']);
    await page().keyboard.press('Shift+F10');
    await page().getByRole('menuitem', { name: '移除…' }).waitFor();
    await page().keyboard.press('Escape');
    await page().getByRole('menuitem', { name: '移除…' }).waitFor({ state: 'hidden' });
    // The keyboard is back on the row it was on: F2 asks for that row's name.
    await page().keyboard.press('F2');
    await expect.poll(() => dialog().getByLabel('新名称').inputValue()).toBe('人民调解员');
    await page().keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    await page().keyboard.press('Control+z');
    await expect.poll(async () => (await names()).slice(0, 2)).toEqual(['人民调解组织', '人民调解员']);
  });

  test('the parts of a total are shown so that they add up, and say so', async () => {
    for (const [name, number] of [
      ['一季度', '3.4'],
      ['二季度', '3.4'],
      ['三季度', '3.4'],
    ] as const) {
      await fromMenu('新增指标…');
      await dialog().getByLabel('名称').fill(name);
      await dialog().getByRole('combobox', { name: '类型' }).click();
      await page().getByRole('option', { name: '金额、面积等数量' }).click();
      await dialog().getByRole('button', { name: '添加' }).click();
      await dialog().waitFor({ state: 'hidden' });
      await cells(4)
        .nth((await names()).indexOf(name))
        .click();
      await page().keyboard.type(number);
      await page().keyboard.press('Enter');
    }
    await fromMenu('新增指标…');
    await dialog().getByLabel('名称').fill('全年');
    await dialog().getByLabel('公式').fill('一季度 + 二季度 + 三季度');
    await dialog()
      .getByLabel(/^各部分尾差调整/)
      .check();
    await dialog().getByRole('button', { name: '添加' }).click();
    await dialog().waitFor({ state: 'hidden' });
    await expect.poll(() => numberOf('全年')).toBe('10');
    expect(await numberOf('一季度')).toBe('调4');
    expect(await numberOf('二季度')).toBe('3');
    await cells(4)
      .nth((await names()).indexOf('一季度'))
      .click();
    await page().locator('#data-message').getByText('经尾差调整，原值 3.4').waitFor();
  });
});
