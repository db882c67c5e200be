import { describe, expect, it } from 'vitest';
import { type BrowserSurroundings, findBrowsers } from '../../../../../src/main/node/pdf/browser-places.ts';

function found(
  platform: NodeJS.Platform,
  present: readonly string[],
  environment: BrowserSurroundings['environment'] = {},
) {
  return findBrowsers({ platform, environment, exists: (path) => present.includes(path) });
}

describe('the browsers of a computer', () => {
  it.each([
    ['win32', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe', 'Microsoft Edge'],
    ['win32', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'Google Chrome'],
    ['linux', '/usr/bin/chromium', 'Chromium'],
    ['linux', '/opt/google/chrome/chrome', 'Google Chrome'],
    ['linux', '/usr/bin/qaxbrowser-safe-stable', '奇安信可信浏览器'],
    ['linux', '/usr/bin/browser360-cn-stable', '360 安全浏览器'],
    ['linux', '/usr/bin/browser', 'UOS 浏览器'],
    ['darwin', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge', 'Microsoft Edge'],
  ] as const)('%s: %s is %s', (platform, path, name) => {
    expect(found(platform, [path])).toEqual([{ name, path }]);
  });

  it('are looked for where a person alone installs them', () => {
    const path = 'C:\\Users\\li\\AppData\\Local\\360ChromeX\\Chrome\\Application\\360ChromeX.exe';
    const environment = { LOCALAPPDATA: 'C:\\Users\\li\\AppData\\Local' };
    expect(found('win32', [path], environment)).toEqual([{ name: '360 极速浏览器 X', path }]);
    expect(found('linux', ['/opt/bin/chromium'], { PATH: '/opt/bin:relative:' })).toHaveLength(1);
  });

  it('are tried in a known order', () => {
    const present = ['/usr/bin/browser', '/usr/bin/chromium', '/opt/microsoft/msedge/msedge'];
    expect(found('linux', present).map(({ name }) => name)).toEqual([
      'Chromium',
      'Microsoft Edge',
      'UOS 浏览器',
    ]);
  });

  it('are the one that the administrator names, or none', () => {
    const present = ['/usr/bin/chromium', '/srv/chrome'];
    expect(found('linux', present, { XIANGBAO_BROWSER: '/srv/chrome' })).toEqual([
      { name: 'Chromium', path: '/srv/chrome' },
    ]);
    expect(found('linux', present, { XIANGBAO_BROWSER: '/srv/gone' })).toEqual([]);
    expect(found('linux', present, { XIANGBAO_BROWSER: '' })).toHaveLength(1);
  });
});
