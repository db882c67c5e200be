import type { WebContents } from 'electron';

/** Presses F1 in the page: the menu has no other way in than the person's own key, so that the page needs no listener more. */
export function pressHelpKey(contents: Pick<WebContents, 'sendInputEvent'>): void {
  contents.sendInputEvent({ type: 'keyDown', keyCode: 'F1' });
  contents.sendInputEvent({ type: 'keyUp', keyCode: 'F1' });
}
