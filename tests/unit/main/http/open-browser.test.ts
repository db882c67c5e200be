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
    const found = browserCommand(url, { platform, environment });
    expect(found?.command ?? null).toBe(command);
    expect(found === null || found.parameters.at(-1) === url).toBe(true);
  });
});

describe('openBrowser', () => {
  it('launches the command and says so', () => {
    const launched: unknown[] = [];
    const opened = openBrowser(url, {
      platform: 'linux',
      environment: { DISPLAY: ':0' },
      launch: (...command) => launched.push(command),
    });
    expect(opened).toBe(true);
    expect(launched).toEqual([['xdg-open', [url]]]);
  });

  it('does not throw where no program can be started', () => {
    const opened = openBrowser(url, {
      platform: 'darwin',
      environment: {},
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
      launch: (...command) => launched.push(command),
    });
    expect([opened, launched]).toEqual([false, []]);
  });
});
