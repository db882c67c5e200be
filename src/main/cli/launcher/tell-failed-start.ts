/** Says why the program did not start, to a person who may have no terminal to read. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { openBrowser } from '../../http/open-browser.ts';
import { programFolders } from '../../node/program-folders.ts';
import { createResourceFolder } from '../../node/resource-folder.ts';
import { createTranslate, languageFor } from '../../node/translate.ts';
import { type FailureNotice, noticeFor } from './failure-notice.ts';
import { writeNoticePage } from './notice-page.ts';

/** `sentence` is what the program said; empty where it ended without a word. */
export function tellFailedStart(sentence: string, entryFolder: string): void {
  const { env } = process;
  const translate = createTranslate(
    createResourceFolder(programFolders(entryFolder).resources),
    languageFor(env.XIANGBAO_LANGUAGE ?? env.LC_ALL ?? env.LANG),
  );
  const title = translate('menu:start.failed');
  const text = sentence === '' ? translate('cli:launch.silent') : sentence;
  process.stderr.write(`${title}\n${text}\n`);
  show(
    noticeFor({
      platform: process.platform,
      environment: env,
      hasTerminal: process.stderr.isTTY === true,
      exists: existsSync,
      title,
      text,
    }),
    title,
    text,
  );
}

function show(notice: FailureNotice, title: string, text: string): void {
  if (notice.kind === 'terminal') return;
  if (notice.kind === 'dialog') {
    const { status, error } = spawnSync(notice.command, notice.parameters, { stdio: 'ignore' });
    if (error === undefined && status !== null && status <= 1) return;
  }
  const page = writeNoticePage([homedir(), tmpdir()], title, text);
  if (page !== null) openBrowser(page);
}
