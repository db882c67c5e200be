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
  // Calls between pages go past the requests judged below: without a proxy, and there is none, they find no way out.
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
];

/** `data:` and the page's own `blob:` hold what it already has; developer tools are there only while not packaged. */
export function isAllowedRequest(address: string, packaged: boolean): boolean {
  const scheme = URL.parse(address)?.protocol ?? '';
  return (
    isOwnAddress(address) ||
    scheme === 'data:' ||
    isOwnBlob(address) ||
    (!packaged && (scheme === 'devtools:' || scheme === 'chrome-devtools:'))
  );
}

/** The address of the page that made it stands within. */
function isOwnBlob(address: string): boolean {
  return /^blob:/i.test(address) && isOwnAddress(address.slice('blob:'.length));
}

export function blockForeignRequests(
  session: { webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> },
  packaged: boolean,
): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !isAllowedRequest(details.url, packaged) });
  });
}
