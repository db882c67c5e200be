/**
 * node installed-journey.ts DEB FOLDER, to be run as root of a mount and a network namespace of its own: installs the .deb
 * with dpkg on a copy-on-write view of this system, starts it from its icon, does the whole job in a real browser, removes it
 * and opens the workspace again. Prints what it saw as one JSON value. Nothing of it outlives the namespace but FOLDER.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBenchApp } from '../../bench/workspaces.ts';
import { viewport } from '../../e2e/support/stage.ts';
import { doWholeJob } from '../../e2e/support/whole-job.ts';
import { launchBrowser } from '../../support/browser.ts';
import { clickIcon, endProgram } from './icon.ts';

const [deb = '', folder = ''] = process.argv.slice(2);
const run = (command: string, ...words: string[]) =>
  execFileSync(command, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

/** Where dpkg and the package write. */
const changed = ['/usr', '/opt', '/var'];

function layOverSystem(): void {
  const scratch = join(folder, 'over');
  mkdirSync(scratch);
  // A tmpfs can always be the upper layer, whatever file system the temporary folder is on.
  run('mount', '-t', 'tmpfs', 'tmpfs', scratch);
  for (const path of changed) {
    const upper = join(scratch, `${path.slice(1)}-upper`);
    const work = join(scratch, `${path.slice(1)}-work`);
    for (const made of [upper, work]) mkdirSync(made);
    const layers = `lowerdir=${path},upperdir=${upper},workdir=${work}`;
    run('mount', '-t', 'overlay', 'overlay', '-o', layers, path);
  }
}

/** Names in /proc/net/dev: what there is of a network. */
function interfaces(): string[] {
  return readFileSync('/proc/net/dev', 'utf8')
    .split('\n')
    .slice(2)
    .flatMap((line) => line.split(':')[0]?.trim() || []);
}

layOverSystem();
run('ip', 'link', 'set', 'lo', 'up');
run('dpkg', '-i', deb);
const verified = run('dpkg', '--verify', 'xiangbao');
const help = run('/usr/bin/xiangbao', '--help');

const home = join(folder, 'home');
mkdirSync(home);
const desktopEntry = readFileSync('/usr/share/applications/xiangbao.desktop', 'utf8');
const icon = /^Exec=(.*)$/m.exec(desktopEntry)?.[1] ?? '';
const { address, processId } = await clickIcon(icon, { home });
const workspace = join(home, '乡报');

const browser = await launchBrowser();
const page = await (await browser.newContext({ viewport, locale: 'zh-CN' })).newPage();
await page.goto(address);
const exported = await doWholeJob({
  page,
  folder: workspace,
  async chooseFile(path, open) {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), open()]);
    await chooser.setFiles(path);
  },
});
await browser.close();
await endProgram(processId);

run('dpkg', '-r', 'xiangbao');
const left = ['/opt/xiangbao', '/usr/bin/xiangbao', '/usr/share/applications/xiangbao.desktop'].filter(
  existsSync,
);
const core = await openBenchApp(workspace);
const { reports } = await core.call('workspace.status', {});
core.close();

process.stdout.write(
  JSON.stringify({
    interfaces: interfaces(),
    verified,
    help: help.split('\n')[0],
    exported,
    left,
    workspace: readdirSync(workspace),
    years: reports.map(({ year }) => year).sort(),
  }),
);
