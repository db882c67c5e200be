/** Keeps every web contents of the program, also ones nobody meant to make, on the program's own page. */
import type { App, WebContents } from 'electron';
import { appOrigin } from './app-address.ts';
import { confineContents } from './session-guard.ts';

/** Whether the page may go to `address`: only to itself. */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null && url.username === '' && url.password === '' && `${url.protocol}//${url.host}` === appOrigin
  );
}

type GuardedContents = Pick<WebContents, 'on' | 'setWindowOpenHandler'>;

/** Denies foreign navigation, redirects, frames, new windows and web views. */
export function guardContents(contents: GuardedContents): void {
  const denyForeign = (details: { url: string; preventDefault: () => void }): void => {
    if (!isOwnAddress(details.url)) {
      details.preventDefault();
    }
  };
  contents.on('will-navigate', denyForeign);
  contents.on('will-frame-navigate', denyForeign);
  contents.on('will-redirect', denyForeign);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** One hook for all contents, so that none is forgotten. */
export function guardAllContents(app: Pick<App, 'on'>, packaged: boolean): void {
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents);
    confineContents(contents, packaged);
  });
}
