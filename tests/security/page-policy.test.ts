/**
 * What the policy of the page stops, shown by a real browser: each attempt is made by a script of the program's own page,
 * the worst case, against somebody who listens for it.
 */
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownPageForEachTest, patience } from './own-page.ts';

const ownPage = ownPageForEachTest();

/** Somebody elsewhere, and every sign of life that reached them. */
let heard: string[] = [];
let listener: Server;
const sockets = new Set<Socket>();
let elsewhere = '';

beforeEach(async () => {
  heard = [];
  listener = createServer((socket) => {
    heard.push('connection');
    sockets.add(socket);
    socket.on('data', (chunk) => heard.push(String(chunk).split('\r\n')[0] ?? ''));
    socket.on('error', () => {});
    socket.end(
      'HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
    );
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  elsewhere = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
});
afterEach(async () => {
  // A browser keeps connections that it may want again.
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await new Promise((resolve) => listener.close(resolve));
});

describe('a request to somebody else', () => {
  it('is heard where there is no policy', async () => {
    const { page } = ownPage();
    await page.goto('about:blank');
    await page.evaluate((to) => fetch(to, { mode: 'no-cors' }).catch(() => null), elsewhere);
    await expect.poll(() => heard).toContain('connection');
  });

  it.each<[string, (to: string) => unknown]>([
    ['fetch', (to) => fetch(to).catch(() => null)],
    ['fetch without an answer', (to) => fetch(to, { mode: 'no-cors', method: 'POST' }).catch(() => null)],
    [
      'fetch that outlives the page',
      (to) => fetch(to, { keepalive: true, mode: 'no-cors' }).catch(() => null),
    ],
    [
      'XMLHttpRequest',
      (to) => {
        const request = new XMLHttpRequest();
        request.open('GET', to);
        request.send();
      },
    ],
    ['a beacon', (to) => navigator.sendBeacon(to, 'x')],
    ['a web socket', (to) => void new WebSocket(to.replace('http', 'ws'))],
    ['an event source', (to) => void new EventSource(to)],
    ['a picture', (to) => Object.assign(new Image(), { src: to })],
    ['a picture set', (to) => Object.assign(new Image(), { srcset: `${to} 1x` })],
    ['a worker of another site', (to) => void new Worker(to)],
    ['a font', (to) => new FontFace('x', `url(${to})`).load().catch(() => null)],
    ['audio', (to) => void new Audio(to).load()],
  ])('%s is not made', async (_what, attempt) => {
    await ownPage()
      .page.evaluate(attempt, elsewhere)
      .catch(() => null);
    await delay(patience);
    expect(heard).toEqual([]);
  });

  it.each([
    ['a script', '<script src="URL"></script>'],
    ['a module', '<script type="module" src="URL"></script>'],
    ['a style sheet', '<link rel="stylesheet" href="URL">'],
    ['a style that imports', '<style>@import url("URL")</style>'],
    ['a background', '<div style="background-image: url(URL)">x</div>'],
    ['a cursor', '<div style="cursor: url(URL), auto">x</div>'],
    ['a list mark', '<ul><li style="list-style-image: url(URL)">x</li></ul>'],
    ['a filter', '<div style="filter: url(URL#a)">x</div>'],
    [
      'a font face',
      '<style>@font-face { font-family: y; src: url(URL) } p { font-family: y }</style><p>x</p>',
    ],
    ['a picture', '<img src="URL"><picture><source srcset="URL"><img></picture>'],
    ['a picture in a drawing', '<svg><image href="URL"/><use href="URL#a"/></svg>'],
    ['a video', '<video src="URL" poster="URL"><track src="URL"></video>'],
    ['a frame', '<iframe src="URL"></iframe>'],
    ['a frame with a document', '<iframe srcdoc="<img src=URL>"></iframe>'],
    ['an object', '<object data="URL"></object><embed src="URL">'],
    ['an icon', '<link rel="icon" href="URL">'],
    ['a manifest', '<link rel="manifest" href="URL">'],
    ['prefetching', '<link rel="prefetch" href="URL">'],
    ['preloading', '<link rel="preload" as="image" href="URL"><link rel="modulepreload" href="URL">'],
    ['connecting beforehand', '<link rel="preconnect" href="URL">'],
    ['resolving beforehand', '<link rel="dns-prefetch" href="URL">'],
    ['an input that is a picture', '<input type="image" src="URL">'],
  ])('%s in the page is not loaded', async (_what, markup) => {
    await ownPage().page.evaluate(
      (html) => {
        // Scripts that are parsed this way do run, were they allowed.
        document.body.append(document.createRange().createContextualFragment(html));
        for (const video of document.querySelectorAll('video')) video.load();
      },
      markup.replaceAll('URL', elsewhere),
    );
    await delay(patience);
    expect(heard).toEqual([]);
  });

  it.each(['get', 'post'])('a form is not sent by %s', async (method) => {
    await ownPage().page.evaluate(
      ([to = '', how = '']) => {
        const form = Object.assign(document.createElement('form'), { action: to, method: how });
        document.body.append(form);
        form.submit();
      },
      [elsewhere, method],
    );
    await delay(patience);
    expect(heard).toEqual([]);
    expect(ownPage().page.url()).toBe(ownPage().address);
  });

  it('a base does not turn the page’s own addresses elsewhere', async () => {
    const resolved = await ownPage().page.evaluate((to) => {
      document.head.append(Object.assign(document.createElement('base'), { href: to }));
      return new URL('a', document.baseURI).href;
    }, elsewhere);
    expect(resolved).toBe(`${ownPage().address}a`);
  });
});
