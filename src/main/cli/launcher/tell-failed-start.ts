/** Says why the program did not start, or started in another version, to a person who may have no terminal to read. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { openBrowser } from '../../http/open-browser.ts';
import { programFolders, readProgramVersion } from '../../node/program-folders.ts';
import { createResourceFolder } from '../../node/resource-folder.ts';
import { createTranslate, languageFor, type Translate } from '../../node/translate.ts';
import { type FailureNotice, noticeFor } from './failure-notice.ts';
import { writeNoticePage } from './notice-page.ts';
import { startProblem } from './start-problem.ts';

export interface Teller {
  /** The folder of the running entry file. */
  entryFolder: string;
  environment: Readonly<Record<string, string | undefined>>;
  /** Where a page with the sentence may be written; the first that takes it. */
  noticeFolders: readonly string[];
}

/** `complaint` is what the program wrote to its standard error before it ended. */
export function tellFailedStart(complaint: string, teller: Teller): void {
  const translate = translateFor(teller);
  tell(translate('menu:start.failed'), textOf(complaint, translate), teller);
}

/** After a start that went well, of the version before an update to `version`, which had crashed. */
export function tellReturn(version: string, teller: Teller): void {
  const translate = translateFor(teller);
  const own = readProgramVersion(programFolders(teller.entryFolder));
  tell(translate('cli:launch.wentBackTitle'), translate('cli:launch.wentBack', { version, own }), teller);
}

function translateFor({ entryFolder, environment }: Teller): Translate {
  return createTranslate(
    createResourceFolder(programFolders(entryFolder).resources),
    languageFor(environment.XIANGBAO_LANGUAGE ?? environment.LC_ALL ?? environment.LANG),
  );
}

function tell(title: string, text: string, { environment, noticeFolders }: Teller): void {
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
