/** The desktop program has no network: whatever is not its own page is cancelled before it leaves. */
import type { Session } from 'electron';
import { isOwnAddress } from './navigation-guard.ts';

/**
 * Switches for Chromium itself, which would otherwise look for proxies and component updates: no name resolves, no
 * background request is made.
 */
export const offlineSwitches: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['no-proxy-server'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
];

/** `data:` and `blob:` hold what the page already has; developer tools are there only while not packaged. */
export function isAllowedRequest(address: string, packaged: boolean): boolean {
  const scheme = URL.parse(address)?.protocol ?? '';
  return (
    isOwnAddress(address) ||
    scheme === 'data:' ||
    scheme === 'blob:' ||
    (!packaged && (scheme === 'devtools:' || scheme === 'chrome-devtools:'))
  );
}

export function blockForeignRequests(
  session: { webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> },
  packaged: boolean,
): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !isAllowedRequest(details.url, packaged) });
  });
}
