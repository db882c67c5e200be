/** What a page of the program may run, and what of the machine it may use, shown by a real browser. */
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ownPageForEachTest, patience } from './own-page.ts';

const ownPage = ownPageForEachTest();

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
    await ownPage()
      .page.evaluate(attempt)
      .catch(() => null);
    await delay(patience);
    expect(await ownPage().page.title()).toBe('page');
  });
});

describe('the machine', () => {
  it('is closed to the page: no camera, no place, no device, no sensor', async () => {
    const allowed: string[] = await ownPage().page.evaluate(() =>
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
    const known: string[] = await ownPage().page.evaluate(() =>
      Reflect.get(document, 'featurePolicy').features(),
    );
    expect(known).toEqual(
      expect.arrayContaining(['camera', 'microphone', 'geolocation', 'usb', 'display-capture']),
    );
  });

  it('is not even asked: every permission is denied without a question', async () => {
    const states = await ownPage().page.evaluate(() =>
      Promise.all(
        ['camera', 'microphone', 'geolocation', 'midi'].map(
          async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
        ),
      ),
    );
    expect(states).toEqual(['denied', 'denied', 'denied', 'denied']);
  });
});
