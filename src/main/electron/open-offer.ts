/** What a person is asked or told after a double click on a workspace file that is not the usual one. */
import type { Dialog } from 'electron';
import type { Translate } from '../node/translate.ts';
import type { OpenedFile } from './opened-file.ts';

/**
 * At the start: the folder whose workspace is to be opened this time, or null when the person would rather leave.
 * The usual one is the default and what Escape means. A copy is explained, and the usual workspace opened.
 */
export function chooseWorkspace(
  dialog: Pick<Dialog, 'showMessageBoxSync'>,
  translate: Translate,
  opened: OpenedFile,
  usualFolder: string,
): string | null {
  if (opened.kind === 'inUse') return usualFolder;
  if (opened.kind !== 'elsewhere') {
    dialog.showMessageBoxSync(explanation(translate, opened));
    return usualFolder;
  }
  const pressed = dialog.showMessageBoxSync({
    type: 'question',
    message: translate('menu:openedFile.otherMessage'),
    detail: translate('menu:openedFile.otherDetail', { other: opened.folder, usual: usualFolder }),
    buttons: [
      translate('menu:openedFile.usual'),
      translate('menu:openedFile.thisOne'),
      translate('menu:openedFile.quit'),
    ],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (pressed === 2) return null;
  return pressed === 1 ? opened.folder : usualFolder;
}

/** While the program is open it stays with its workspace; not waited for, so that saving goes on behind the box. */
export function explainWhileOpen(
  dialog: Pick<Dialog, 'showMessageBox'>,
  translate: Translate,
  opened: OpenedFile,
): void {
  if (opened.kind !== 'inUse') void dialog.showMessageBox(explanation(translate, opened));
}

function explanation(
  translate: Translate,
  opened: Exclude<OpenedFile, { kind: 'inUse' }>,
): { type: 'info'; message: string; detail: string; buttons: string[]; noLink: boolean } {
  const told =
    opened.kind === 'elsewhere'
      ? {
          message: translate('menu:openedFile.busyMessage'),
          detail: translate('menu:openedFile.busyDetail', { other: opened.folder }),
        }
      : {
          message: translate(`menu:openedFile.${opened.kind}Message`, { name: opened.name }),
          detail: translate(`menu:openedFile.${opened.kind}Detail`),
        };
  return { type: 'info', ...told, buttons: [translate('menu:openedFile.understood')], noLink: true };
}
