/**
 * node tests/security/offline-job.ts FOLDER: the whole job, to be run where there is no network. The command line's demo
 * first, then the program in a browser; both under a trace of their sockets in FOLDER/*.trace. Prints one JSON object of
 * what it found on the way.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { openStage, type Stage } from '../e2e/support/stage.ts';
import { findBrowser } from '../support/browser.ts';
import { root } from './imports.ts';
import { watchSockets } from './socket-trace.ts';

const [folder = ''] = process.argv.slice(2);
const workspace = join(folder, 'workspace');
const commandLine = join(root, 'dist', 'main', 'cli.mjs');

const watch = (name: string) => watchSockets(join(folder, `${name}.trace`));

/** How a connection to an address of another machine ends. */
function reach(host: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host, port: 80, timeout: 2000 }, () => resolve('connected'));
    socket.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    socket.once('timeout', () => resolve('no answer'));
  });
}

const lastYear = `云岭镇人民政府关于2023年度法治政府建设情况的报告

县委、县政府：

2023年，云岭镇把依法办事放在心上，现将情况报告如下。

一、主要举措和成效

（一）健全调解网络，化解矛盾纠纷

全年排查矛盾纠纷30件，化解28件。

云岭镇人民政府
2024年2月6日
`;

async function importAndBegin({ page, chooseFile }: Stage): Promise<void> {
  const file = join(folder, '去年的报告.txt');
  writeFileSync(file, lastYear);
  await page.getByRole('button', { name: /^导入去年的报告/ }).click();
  await chooseFile(file, () => page.getByRole('button', { name: '选择文件…' }).click());
  await page.getByRole('button', { name: '导入为 2023 年度报告' }).click();
  await page.getByRole('button', { name: '开始写 2024 年度报告' }).click();
  await page.getByRole('button', { name: '开始写', exact: true }).click();
}

async function write({ page }: Stage, words: string): Promise<void> {
  await page.getByRole('tree').getByText('健全调解网络，化解矛盾纠纷').click();
  const text = page.locator('.ProseMirror').first();
  await text.getByText('排查矛盾纠纷').first().waitFor();
  const saved = page.waitForResponse((response) => response.url().endsWith('/api/chapter.saveBody'));
  await text.press('Control+End');
  await page.keyboard.type(words);
  await saved;
}

async function fillTable({ page }: Stage): Promise<void> {
  await page.getByRole('link', { name: '数据' }).click();
  await page.getByText('矛盾纠纷化解', { exact: true }).first().click();
  await page.locator('revogr-data[type="rgRow"] .rgCell[data-rgcol="4"]').first().click();
  for (const value of ['33', '135', '58']) {
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
  }
  await page.getByText(/已保存 \d/).waitFor();
}

/** A draft with Word and PDF as one .zip beside the workspace, and verified from the home screen. */
async function submitAndVerify({ page, chooseFile, folder: home }: Stage): Promise<string[]> {
  await page.getByRole('link', { name: '报送' }).click();
  const card = page.getByRole('region', { name: '报送', exact: true });
  await card.getByRole('radio', { name: /^普通报告/ }).click();
  await card.getByText('一个 .zip').click();
  await card.getByRole('button', { name: '写到「导出」文件夹' }).click();
  await card.getByText('已写入、读回并核对一致', { exact: false }).waitFor();
  const files = await card.getByRole('list', { name: '写入的文件' }).getByRole('listitem').allInnerTexts();
  const archive = readdirSync(join(home, '导出')).find((name) => name.endsWith('.zip')) ?? '';
  await page.getByRole('link', { name: '乡报' }).click();
  await page.getByRole('button', { name: '核验报送包' }).click();
  const dialog = page.getByRole('dialog', { name: '核验报送包' });
  await chooseFile(join(home, '导出', archive), () =>
    dialog.getByRole('button', { name: '选择 .zip…' }).click(),
  );
  await dialog.getByText('完整，没有改动').waitFor();
  await page.keyboard.press('Escape');
  return files;
}

async function exportWord({ page, folder: home }: Stage): Promise<number> {
  await page.getByRole('link', { name: '报送' }).click();
  await page.getByRole('button', { name: '另存为 Word' }).click();
  await page.getByText(/已读回核对/).waitFor();
  const name = readdirSync(join(home, '导出')).find((one) => one.endsWith('.docx')) ?? '';
  return readFileSync(join(home, '导出', name)).byteLength;
}

async function openBackups({ page }: Stage) {
  await page.getByRole('button', { name: '设置' }).click();
  await page.getByRole('menuitem', { name: '备份与恢复…' }).click();
  return page.getByRole('dialog', { name: '备份与恢复' });
}

async function backUp(stage: Stage): Promise<void> {
  const dialog = await openBackups(stage);
  await dialog.getByRole('button', { name: '现在备份' }).click();
  await dialog.getByText(/^已备份并核对/).waitFor();
  await stage.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

async function restore(stage: Stage): Promise<void> {
  const dialog = await openBackups(stage);
  await dialog.getByRole('button', { name: /^恢复到 .* 的备份$/ }).click();
  await dialog.getByRole('button', { name: '恢复', exact: true }).click();
  await stage.page.getByText(/^已恢复到/).waitFor();
}

const interfaces = Object.keys(networkInterfaces());
const outside = await reach('192.0.2.1');

const browser = await findBrowser();
Object.assign(process.env, browser.environment, {
  XIANGBAO_BROWSER: browser.executablePath,
  // A bus of the person's desktop is nothing that a printing browser needs.
  DBUS_SESSION_BUS_ADDRESS: 'disabled:',
});

const [tracer = '', ...words] = [
  ...watch('demo'),
  process.execPath,
  commandLine,
  'demo',
  join(folder, 'demo'),
];
const demo = spawnSync(tracer, words, { encoding: 'utf8' });

const stage = await openStage({ folder: workspace, watchedBy: watch('serve') });
await importAndBegin(stage);
await write(stage, '另有两件正在办理。');
await fillTable(stage);
await stage.page.getByRole('link', { name: '写作' }).click();
await stage.page.getByRole('tree').waitFor();
await backUp(stage);
await write(stage, '后来又写的话。');
const exportedBytes = await exportWord(stage);
const submitted = await submitAndVerify(stage);
await restore(stage);
await stage.close();

process.stdout.write(
  JSON.stringify({ interfaces, outside, demo: [demo.status, demo.stderr], exportedBytes, submitted }),
);
