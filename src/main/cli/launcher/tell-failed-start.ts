/** Says why the program did not start, to a person who may have no terminal to read. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { openBrowser } from '../../http/open-browser.ts';
import { programFolders } from '../../node/program-folders.ts';
import { createResourceFolder } from '../../node/resource-folder.ts';
import { createTranslate, languageFor, type Translate } from '../../node/translate.ts';
import { type FailureNotice, noticeFor } from './failure-notice.ts';
import { writeNoticePage } from './notice-page.ts';
import { startProblem } from './start-problem.ts';

export interface FailedStart {
  /** What the program wrote to its standard error before it ended. */
  complaint: string;
  /** The folder of the running entry file. */
  entryFolder: string;
  environment: Readonly<Record<string, string | undefined>>;
  /** Where a page with the sentence may be written; the first that takes it. */
  noticeFolders: readonly string[];
}

export function tellFailedStart({ complaint, entryFolder, environment, noticeFolders }: FailedStart): void {
  const translate = createTranslate(
    createResourceFolder(programFolders(entryFolder).resources),
    languageFor(environment.XIANGBAO_LANGUAGE ?? environment.LC_ALL ?? environment.LANG),
  );
  const title = translate('menu:start.failed');
  const text = textOf(complaint, translate);
  process.stderr.write(`${title}\n${text}\n`);
  const notice = noticeFor({
    platform: process.platform,
    environment,
    hasTerminal: process.stderr.isTTY === true,
    exists: existsSync,
    title,
    text,
  });
  if (notice.kind === 'terminal' || (notice.kind === 'dialog' && wasShown(notice))) return;
  const page = writeNoticePage(noticeFolders, title, text);
  if (page !== null) openBrowser(page);
}

function textOf(complaint: string, translate: Translate): string {
  const problem = startProblem(complaint);
  if (problem.kind === 'told') return problem.sentence;
  return [translate('cli:launch.silent'), problem.trace].filter(Boolean).join('\n\n');
}

/** Shows the dialog and waits for the person. 0 and 1 are its two ways of being closed; anything else: there was none. */
function wasShown({ command, parameters }: FailureNotice & { kind: 'dialog' }): boolean {
  const { status } = spawnSync(command, parameters, { stdio: 'ignore' });
  return status === 0 || status === 1;
}
