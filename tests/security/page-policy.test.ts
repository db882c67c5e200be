/**
 * What the policy of the page stops, shown by a real browser: each attempt is made by a script of the program's own page,
 * the worst case, against somebody who listens for it.
 */
import { createServer, type Server } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type LoopbackDoor, openLoopback } from './loopback.ts';

let door: LoopbackDoor;
let browser: Browser;
let context: BrowserContext;
let page: Page;

/** Somebody elsewhere, and every sign of life that reached them. */
let heard: string[] = [];
let listener: Server;
let elsewhere = '';

beforeAll(async () => {
  door = await openLoopback();
  browser = await launchBrowser();
  context = await browser.newContext();
  page = await context.newPage();
  await page.goto(door.url);
  await page.close();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await door.close();
});

beforeEach(async () => {
  heard = [];
  listener = createServer((socket) => {
    heard.push('connection');
    socket.on('data', (chunk) => heard.push(String(chunk).split('\r\n')[0] ?? ''));
    socket.on('error', () => {});
    socket.end(
      'HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
    );
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  elsewhere = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
  page = await context.newPage();
  await page.goto(`http://127.0.0.1:${door.port}/`);
});
afterEach(async () => {
  await page.close();
  await new Promise((resolve) => listener.close(resolve));
});

/** Long enough for a browser to begin a connection on a busy machine; nothing is waited for that must come. */
const patience = 400;

describe('a request to somebody else', () => {
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
    await page.evaluate(attempt, elsewhere).catch(() => null);
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
    await page.evaluate(
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
    await page.evaluate(
      ([to = '', how = '']) => {
        const form = Object.assign(document.createElement('form'), { action: to, method: how });
        document.body.append(form);
        form.submit();
      },
      [elsewhere, method],
    );
    await delay(patience);
    expect(heard).toEqual([]);
    expect(page.url()).toBe(`http://127.0.0.1:${door.port}/`);
  });

  it('a base does not turn the page’s own addresses elsewhere', async () => {
    const resolved = await page.evaluate((to) => {
      document.head.append(Object.assign(document.createElement('base'), { href: to }));
      return new URL('a', document.baseURI).href;
    }, elsewhere);
    expect(resolved).toBe(`http://127.0.0.1:${door.port}/a`);
  });
});

describe('code that is not the program’s', () => {
  it.each<[string, () => unknown]>([
    [
      'an inline script',
      () => {
        const script = document.createElement('script');
        script.textContent = 'document.title = "ran"';
        document.head.append(script);
      },
    ],
    [
      'an event attribute',
      () =>
        Object.assign(document.body, { innerHTML: '<img src="data:," onerror="document.title = \'ran\'">' }),
    ],
    // Later, for what the test itself evaluates is not held to the policy.
    ['eval', () => void setTimeout(() => Reflect.get(window, 'eval')('document.title = "ran"'))],
    [
      'a function from text',
      () => void setTimeout(() => Reflect.construct(Function, ['document.title = "ran"'])()),
    ],
    ['a timer with text', () => void Reflect.apply(setTimeout, window, ['document.title = "ran"'])],
    [
      'a javascript: link',
      () => {
        const link = Object.assign(document.createElement('a'), {
          href: 'javascript:document.title = "ran"',
        });
        document.body.append(link);
        link.click();
      },
    ],
    [
      'a script from a blob',
      () => {
        const made = URL.createObjectURL(new Blob(['document.title = "ran"'], { type: 'text/javascript' }));
        document.head.append(Object.assign(document.createElement('script'), { src: made }));
      },
    ],
    [
      'a script from data:',
      () =>
        document.head.append(
          Object.assign(document.createElement('script'), {
            src: 'data:text/javascript,document.title = "ran"',
          }),
        ),
    ],
    [
      'a worker from a blob',
      () =>
        new Promise<void>((resolve) => {
          const made = URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }));
          const worker = new Worker(made);
          worker.onmessage = () => {
            document.title = 'ran';
            resolve();
          };
          worker.onerror = () => resolve();
        }),
    ],
    [
      'a service worker',
      () =>
        navigator.serviceWorker
          .register('/assets/index-1.js')
          .then(() => Object.assign(document, { title: 'ran' })),
    ],
    [
      'a frame with a document of its own',
      () =>
        Object.assign(document.body, {
          innerHTML: '<iframe srcdoc="<script>top.document.title = \'ran\'</script>"></iframe>',
        }),
    ],
  ])('%s does not run', async (_what, attempt) => {
    await page.evaluate(attempt).catch(() => null);
    await delay(patience);
    expect(await page.title()).toBe('page');
  });
});

describe('the machine', () => {
  it('is closed to the page: no camera, no place, no device, no sensor', async () => {
    const allowed: string[] = await page.evaluate(() =>
      Reflect.get(document, 'featurePolicy').allowedFeatures(),
    );
    // What is left is the clipboard, which the page copies to, and what gives nothing of the machine away.
    expect(allowed).toContain('clipboard-write');
    const closed = [
      'accelerometer',
      'autoplay',
      'bluetooth',
      'camera',
      'display-capture',
      'encrypted-media',
      'fullscreen',
      'geolocation',
      'gyroscope',
      'hid',
      'idle-detection',
      'local-fonts',
      'magnetometer',
      'microphone',
      'midi',
      'payment',
      'picture-in-picture',
      'publickey-credentials-get',
      'screen-wake-lock',
      'serial',
      'storage-access',
      'usb',
      'window-management',
      'xr-spatial-tracking',
    ];
    expect(allowed.filter((feature) => closed.includes(feature))).toEqual([]);
    const known: string[] = await page.evaluate(() => Reflect.get(document, 'featurePolicy').features());
    expect(known).toEqual(
      expect.arrayContaining(['camera', 'microphone', 'geolocation', 'usb', 'display-capture']),
    );
  });

  it('is not even asked: every permission is denied without a question', async () => {
    const states = await page.evaluate(() =>
      Promise.all(
        ['camera', 'microphone', 'geolocation', 'midi'].map(
          async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
        ),
      ),
    );
    expect(states).toEqual(['denied', 'denied', 'denied', 'denied']);
  });
});
