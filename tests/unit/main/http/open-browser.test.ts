import { describe, expect, it } from 'vitest';
import { browserCommand, openBrowser } from '../../../../src/main/http/open-browser.ts';

const url = 'http://127.0.0.1:4000/?token=abc';

describe('browserCommand', () => {
  it.each<[NodeJS.Platform, Record<string, string>, string | null]>([
    ['linux', { DISPLAY: ':0' }, 'xdg-open'],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 'xdg-open'],
    ['linux', {}, null],
    ['darwin', {}, 'open'],
    ['win32', {}, 'cmd.exe'],
    ['linux', { DISPLAY: ':0', CI: 'true' }, null],
    ['win32', { CI: '1' }, null],
    ['darwin', { XIANGBAO_NO_BROWSER: '1' }, null],
  ])('on %s with %j: %s', (platform, environment, command) => {
    const found = browserCommand(url, { platform, environment, findBrowsers: () => [] });
    expect(found?.command ?? null).toBe(command);
    expect(found === null || found.parameters.at(-1) === url).toBe(true);
  });
});

describe('application mode', () => {
  const chrome = { name: 'Google Chrome', path: '/opt/google/chrome/chrome' };
  const other = { name: '360 安全浏览器', path: '/opt/browser360-cn/browser360-cn' };
  const find = (platform: NodeJS.Platform, browsers: (typeof chrome)[], environment = {}) =>
    browserCommand(url, {
      platform,
      environment: { DISPLAY: ':0', ...environment },
      findBrowsers: () => browsers,
    });

  it('is used where a browser is known to have it', () => {
    const edge = { name: 'Microsoft Edge', path: 'C:\\Program Files\\Edge\\msedge.exe' };
    // Not verbatim: a path with a blank would become several words, and each of them an address.
    const rest = { parameters: [`--app=${url}`], verbatim: false };
    expect(find('linux', [other, chrome])).toEqual({ command: chrome.path, ...rest });
    expect(find('win32', [edge])).toEqual({ command: edge.path, ...rest });
  });

  it('is not tried on a browser that may not know it', () => {
    expect(find('linux', [other])).toMatchObject({ command: 'xdg-open', parameters: [url] });
    expect(find('win32', [other])).toMatchObject({ command: 'cmd.exe', verbatim: true });
  });

  it('opens nothing without a display, or where no browser must be opened', () => {
    expect(find('linux', [chrome], { DISPLAY: '' })).toBeNull();
    expect(find('linux', [chrome], { XIANGBAO_NO_BROWSER: '1' })).toBeNull();
  });
});

describe('openBrowser', () => {
  it('launches the command and says so', () => {
    const launched: unknown[] = [];
    const opened = openBrowser(url, {
      platform: 'linux',
      environment: { DISPLAY: ':0' },
      findBrowsers: () => [],
      launch: (command) => launched.push(command),
    });
    expect(opened).toBe(true);
    expect(launched).toEqual([{ command: 'xdg-open', parameters: [url], verbatim: false }]);
  });

  it('does not throw where no program can be started', () => {
    const opened = openBrowser(url, {
      platform: 'darwin',
      environment: {},
      findBrowsers: () => [],
      launch: () => {
        throw new Error('EAGAIN');
      },
    });
    expect(opened).toBe(false);
  });

  it('launches nothing where a browser must not be opened', () => {
    const launched: unknown[] = [];
    const opened = openBrowser(url, {
      platform: 'linux',
      environment: { DISPLAY: ':0', CI: '1' },
      findBrowsers: () => [],
      launch: (command) => launched.push(command),
    });
    expect([opened, launched]).toEqual([false, []]);
  });
});
