/** An exported report goes to the leader, comes back edited, and is decided on the screen a person uses. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReportContent } from '../../src/shared/contract.ts';
import { docxOf, paragraph } from '../unit/main/core/import/docx/docx-fixture.ts';
import { openStage, type Stage } from './support/stage.ts';

const commandLine = join(import.meta.dirname, '..', '..', 'dist', 'main', 'cli.mjs');

let folder = '';
let stage: Stage;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xiangbao-returned-'));
  execFileSync(process.execPath, [commandLine, 'demo', folder]);
  stage = await openStage({ folder });
  await stage.page.getByRole('link', { name: /关于2024年度/ }).click();
  await stage.page.getByRole('link', { name: '报送' }).click();
});
afterEach(async () => {
  await stage.close();
  rmSync(folder, { recursive: true, force: true });
});

const card = () => stage.page.getByRole('region', { name: '取回领导修改稿' });
const review = () => stage.page.getByRole('dialog');
const choose = (path: string) =>
  stage.chooseFile(path, () => card().getByRole('button', { name: '选择修改稿…' }).click());

/** The sample's export with texts of its document replaced, each of which must be there. */
function editedCopy(name: string, replacements: readonly (readonly [string, string])[]): string {
  const exported = readdirSync(join(folder, '导出')).find((one) => one.endsWith('.docx')) ?? '';
  const files = unzipSync(new Uint8Array(readFileSync(join(folder, '导出', exported))));
  let xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  for (const [from, to] of replacements) {
    expect(xml).toContain(from);
    xml = xml.replace(from, to);
  }
  files['word/document.xml'] = strToU8(xml);
  const path = join(folder, name);
  writeFileSync(path, zipSync(files));
  return path;
}

/** The report as the core has stored it. */
async function stored(): Promise<ReportContent> {
  const id = /#\/report\/([^/]+)/.exec(stage.page.url())?.[1] ?? '';
  const outcome = await stage.page.evaluate(async (reportId) => {
    if (window.xiangbao) return window.xiangbao.call('report.read', { id: reportId });
    const response = await fetch('/api/report.read', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: reportId }),
    });
    return response.json();
  }, id);
  return outcome.value;
}

/** All text and, in brackets, what was written over a number; each place as ◆. */
async function storedText(): Promise<string> {
  const { chapters } = await stored();
  return chapters
    .flatMap(({ body }) => body.content)
    .flatMap(({ content = [] }) => content)
    .map((node) => {
      if (node.type === 'text') return node.text;
      return node.type === 'binding' ? `◆${node.attrs.override?.text ?? ''}` : '';
    })
    .join('');
}

/** This year's cell of an indicator in the grid. */
async function gridNumber(topic: RegExp, indicator: string): Promise<string> {
  const { page } = stage;
  await page.getByRole('button', { name: topic }).click();
  const row = page.locator('revogr-data[type="rgRow"] .rgRow', { hasText: indicator }).first();
  return (await row.locator('.rgCell[data-rgcol="4"]').textContent()) ?? '';
}

describe('取回领导修改稿', () => {
  test('words are taken, numbers decided, and one step takes it all back', async () => {
    const { page } = stage;
    const before = await storedText();
    const copy = editedCopy('县长改.docx', [
      ['各项工作均有新的进展。', '各项工作稳步向前。'],
      ['>58件<', '>60件<'],
      ['>5次<', '>近十次<'],
      ['检查结果在全镇通报。', '检查结果每月在全镇通报。'],
    ]);
    await choose(copy);
    await review().getByText('各项工作稳步向前', { exact: false }).waitFor();
    const accept = review().getByRole('button', { name: '收入修改' });
    await review().getByText('还有 4 处未定').waitFor();
    expect(await accept.isDisabled()).toBe(true);

    await review().getByRole('button', { name: '全部采用' }).click();
    await review().getByText('还有 2 处未定').waitFor();
    await review()
      .getByRole('radiogroup', { name: /检查结果每月|印发年度/ })
      .getByRole('radio', { name: '不采用' })
      .check();
    await review().getByRole('radio', { name: '改数据表为 60' }).check();
    await review()
      .getByText('写的是约数', { exact: false })
      .or(review().getByText('不是这个指标能有的数', { exact: false }))
      .waitFor();
    await review().getByRole('radio', { name: '只改这里，写「近十次」' }).check();
    await review().getByText('都定好了').waitFor();
    await accept.click();
    await page.getByText('已收入修改稿：文字 1 处，数字 2 处。').waitFor();
    await card().getByText('已收入').waitFor();

    const after = await storedText();
    expect(after).toBe(
      before
        .replace('各项工作均有新的进展。', '各项工作稳步向前。')
        .replace('召开法治建设专题会议◆，', '召开法治建设专题会议◆近十次，'),
    );
    await page.getByRole('link', { name: '数据' }).click();
    expect(await gridNumber(/^矛盾纠纷化解/, '排查矛盾纠纷')).toBe('60');
    await page.keyboard.press('Control+z');
    await expect.poll(() => gridNumber(/^矛盾纠纷化解/, '排查矛盾纠纷')).toBe('58');
    expect(await storedText()).toBe(before);
    await page.keyboard.press('Control+y');
    await expect.poll(storedText).toBe(after);
  });

  test('by keyboard alone; the kept copy is opened again with what was decided', async () => {
    const { page } = stage;
    await choose(editedCopy('改.docx', [['各项工作均有新的进展。', '各项工作稳步向前。']]));
    const take = review().getByRole('radio', { name: '采用', exact: true });
    await take.waitFor();
    for (
      let step = 0;
      step < 12 && !(await take.evaluate((one) => one === document.activeElement));
      step += 1
    ) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Space');
    await review().getByText('都定好了').waitFor();
    await page.keyboard.press('Escape');
    await review().waitFor({ state: 'hidden' });
    const open = card().getByRole('button', { name: '打开「改.docx」' });
    await open.focus();
    await page.keyboard.press('Enter');
    await review().getByText('都定好了').waitFor();
    expect(await take.isChecked()).toBe(true);
  });

  test('an untouched copy has nothing to take in; another file is refused in words', async () => {
    await choose(editedCopy('没改.docx', []));
    await review().getByText('没有不同', { exact: false }).waitFor();
    await review().getByRole('button', { name: '不收入，关闭' }).click();
    const other = join(folder, '通知.docx');
    writeFileSync(other, docxOf(paragraph('关于做好秋季防火工作的通知') + paragraph('各村要备足器材。')));
    await choose(other);
    await card().getByText('不是这份报告导出的', { exact: false }).waitFor();
    const text = join(folder, '随笔.docx');
    writeFileSync(text, '不是文档');
    await choose(text);
    await card().getByText('不是 .docx 文件', { exact: false }).waitFor();
  });
});
