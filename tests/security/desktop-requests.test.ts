/** Every kind of request that a page of the desktop window can make, judged before it leaves. */
import { describe, expect, it } from 'vitest';
import {
  blockForeignRequests,
  isAllowedRequest,
  offlineSwitches,
} from '../../src/main/electron/request-blocking.ts';

const always = [
  'app://xiangbao/',
  'app://xiangbao/assets/index-1.js',
  'app://xiangbao/index.html?x#y',
  'APP://xiangbao/',
  'data:,',
  'data:image/png;base64,AA==',
  'blob:app://xiangbao/0b8f4f1c-6b0f-4a52-9c53-6b7d5a0f6c11',
];

const whileNotPackaged = [
  'devtools://devtools/bundled/inspector.html',
  'chrome-devtools://devtools/bundled/inspector.html',
];

const never = [
  // The network, by every scheme that Chromium knows.
  'http://127.0.0.1/',
  'http://127.0.0.1:80/',
  'http://localhost/',
  'http://[::1]/',
  'http://xiangbao/',
  'https://evil.example/',
  'HTTPS://EVIL.EXAMPLE/',
  'https://app//xiangbao/',
  'https://xiangbao@evil.example/',
  'ws://evil.example/',
  'wss://evil.example/',
  'ws://127.0.0.1:1/',
  'ftp://evil.example/a',
  'sftp://evil.example/a',
  'gopher://evil.example/',
  'quic-transport://evil.example/',
  'stun:evil.example:3478',
  'turn:evil.example',
  'mailto:a@evil.example',
  'tel:110',
  // The disk.
  'file:///etc/passwd',
  'file://server/share/a.docx',
  'file:////server/share/a.docx',
  'filesystem:app://xiangbao/temporary/a',
  'filesystem:https://evil.example/temporary/a',
  // Other parts of the browser, and other programs.
  'chrome://settings/',
  'chrome-error://chromewebdata/',
  'chrome-extension://abcdefghijklmnopabcdefghijklmnop/a.js',
  'chrome-untrusted://print/',
  'view-source:app://xiangbao/',
  'about:blank',
  'about:srcdoc',
  'javascript:alert(1)',
  'intent://evil.example/#Intent;scheme=https;end',
  'ms-word:ofe|u|https://evil.example/a.docx',
  'search-ms:query=a',
  // Pages that only look like ours, and what they made.
  'app://evil/',
  'app://xiangbao.evil/',
  'app://evil@xiangbao/',
  'app://xiangbao:1/',
  'app:/xiangbao/',
  'app:xiangbao',
  'apps://xiangbao/',
  'blob:https://evil.example/0b8f4f1c',
  'blob:http://127.0.0.1:1/0b8f4f1c',
  'blob:app://evil/0b8f4f1c',
  'blob:app://xiangbao.evil/0b8f4f1c',
  'blob:null/0b8f4f1c',
  'blob:file:///0b8f4f1c',
  'blob:blob:app://xiangbao/0b8f4f1c',
  'blob:',
  // No addresses.
  '',
  ' ',
  'nonsense',
  '//evil.example/',
  'http://',
];

function isCancelled(address: string, packaged: boolean): unknown[] {
  const answers: unknown[] = [];
  const listened: unknown[][] = [];
  const webRequest = {
    onBeforeRequest: (...parameters: unknown[]) => {
      listened.push(parameters);
      const [listener] = parameters as [
        (details: { url: string }, answer: (decision: unknown) => void) => void,
      ];
      listener({ url: address }, (decision) => answers.push(decision));
    },
  };
  blockForeignRequests({ webRequest } as unknown as Parameters<typeof blockForeignRequests>[0], packaged);
  // A filter before the listener would let by what it does not name.
  expect(listened.map((parameters) => parameters.length)).toEqual([1]);
  return answers;
}

describe.each([true, false])('requests of the window (packaged: %s)', (packaged) => {
  it.each(always)('%s is let through', (address) => {
    expect(isAllowedRequest(address, packaged)).toBe(true);
    expect(isCancelled(address, packaged)).toEqual([{ cancel: false }]);
  });

  it.each(never)('%s is cancelled', (address) => {
    expect(isAllowedRequest(address, packaged)).toBe(false);
    expect(isCancelled(address, packaged)).toEqual([{ cancel: true }]);
  });

  it.each(whileNotPackaged)('%s is there for those who build the program only', (address) => {
    expect(isAllowedRequest(address, packaged)).toBe(!packaged);
    expect(isCancelled(address, packaged)).toEqual([{ cancel: packaged }]);
  });
});

describe('Chromium itself', () => {
  it('resolves no name, asks no proxy, updates nothing and finds no way for calls between pages', () => {
    expect(Object.fromEntries(offlineSwitches.map(([name, value = '']) => [name, value]))).toMatchObject({
      'host-resolver-rules': 'MAP * ~NOTFOUND',
      'no-proxy-server': '',
      'disable-background-networking': '',
      'disable-component-update': '',
      'force-webrtc-ip-handling-policy': 'disable_non_proxied_udp',
    });
  });
});
