import type { Dialog } from 'electron';
import type { Translate } from '../node/translate.ts';

/**
 * Asks, when the page holds text that could not be saved, whether the window may close all the same; without an answer
 * Electron would silently keep it open. Staying is the default and what Escape means.
 */
export function askWhetherToLeave(dialog: Pick<Dialog, 'showMessageBoxSync'>, translate: Translate): boolean {
  const leave = 1;
  const chosen = dialog.showMessageBoxSync({
    type: 'warning',
    message: translate('menu:unsaved.message'),
    detail: translate('menu:unsaved.detail'),
    buttons: [translate('menu:unsaved.stay'), translate('menu:unsaved.leave')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return chosen === leave;
}
