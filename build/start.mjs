// `npm start`: builds what is not built, then opens the desktop window or, where there is none, the browser.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build-program.ts';
import { chooseDoor, isBrowserAsked, sentences } from './choose-door.ts';
import { fetchElectron, findElectron } from './electron-binary.ts';
import { runChild } from './run-child.ts';

/** Electron's download is about 120 MB; a network that needs longer is better used once by hand. */
const fetchPatience = 120_000;
/** The desktop program ends with 3 when it has told the person in a message box why it cannot start. */
const toldFailure = 3;
/** A desktop program that ends sooner than this with another code never opened (missing system libraries). */
const startupTime = 15_000;

const root = join(import.meta.dirname, '..');
const say = (sentence) => process.stderr.write(`${sentence}\n`);

async function locateElectron() {
  const found = findElectron(root, process.env);
  if (found !== null || isBrowserAsked(process.env)) {
    return found;
  }
  const patient = setTimeout(
    () => say('正在获取 Electron（最多两分钟）…… / Fetching Electron (two minutes at most) …'),
    3_000,
  );
  await fetchElectron(root, fetchPatience);
  clearTimeout(patient);
  return findElectron(root, process.env);
}

async function openInBrowser() {
  const cli = join(root, 'dist', 'main', 'cli.mjs');
  const { code, stopped } = await runChild(
    process.execPath,
    [cli, 'serve', '--open', ...process.argv.slice(2)],
    'inherit',
  );
  return stopped ? 0 : (code ?? 1);
}

// The desktop program takes no words of its own: it finds the chosen folder where the command line finds it too.
const { data } = parseArgs({ options: { data: { type: 'string' } }, strict: false }).values;
if (typeof data === 'string') {
  process.env.XIANGBAO_DATA = resolve(data);
}

async function start() {
  await ensureBuilt({ root, onStart: () => say('正在构建乡报…… / Building Xiangbao …') });
  const door = chooseDoor({
    platform: process.platform,
    environment: process.env,
    userId: process.getuid?.(),
    electron: await locateElectron(),
  });
  if (door.kind === 'desktop') {
    const begun = Date.now();
    const { code, stopped } = await runChild(door.electron, [root], 'ignore');
    if (stopped || code === 0) {
      return 0;
    }
    if (code === toldFailure || Date.now() - begun > startupTime) {
      return 1;
    }
    say(sentences.electronFailed);
  } else if (door.reason !== 'asked') {
    say(sentences[door.reason]);
  }
  return await openInBrowser();
}

try {
  process.exitCode = await start();
} catch (error) {
  const reason = String(error.message).split('\n')[0];
  say(`乡报没有启动：${reason} / Xiangbao did not start: ${reason}`);
  process.exitCode = 1;
}
