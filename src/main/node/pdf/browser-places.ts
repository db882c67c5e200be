/** Where browsers of the Chromium family stand on this computer. Folders are looked into; no program is asked. */
import { posix, win32 } from 'node:path';

export interface BrowserPlace {
  /** What people call it. */
  name: string;
  path: string;
}

export interface BrowserSurroundings {
  platform: NodeJS.Platform;
  environment: Readonly<Record<string, string | undefined>>;
  exists: (path: string) => boolean;
}

/** Names one browser and no other: for tests, and for administrators whose browser stands somewhere else. */
export const browserVariable = 'XIANGBAO_BROWSER';

/** The browsers that are there, the most usual first. */
export function findBrowsers({ platform, environment, exists }: BrowserSurroundings): BrowserPlace[] {
  const named = environment[browserVariable];
  const places =
    named !== undefined && named !== ''
      ? [{ name: 'Chromium', path: named }]
      : platform === 'win32'
        ? windowsPlaces(environment)
        : platform === 'darwin'
          ? macPlaces
          : linuxPlaces(environment);
  return places.filter(({ path }) => exists(path));
}

const windowsFiles: readonly (readonly [name: string, file: string])[] = [
  ['Microsoft Edge', 'Microsoft\\Edge\\Application\\msedge.exe'],
  ['Google Chrome', 'Google\\Chrome\\Application\\chrome.exe'],
  ['Chromium', 'Chromium\\Application\\chrome.exe'],
  ['360 极速浏览器', '360Chrome\\Chrome\\Application\\360chrome.exe'],
  ['360 极速浏览器 X', '360ChromeX\\Chrome\\Application\\360ChromeX.exe'],
  ['360 安全浏览器', '360se6\\Application\\360se.exe'],
];

/** Programs are installed for everybody or for one person. */
function windowsPlaces(environment: BrowserSurroundings['environment']): BrowserPlace[] {
  const folders = [
    environment.ProgramFiles ?? 'C:\\Program Files',
    environment['ProgramFiles(x86)'] ?? 'C:\\Program Files (x86)',
    environment.LOCALAPPDATA,
    environment.APPDATA,
  ].filter((folder): folder is string => folder !== undefined && folder !== '');
  return windowsFiles.flatMap(([name, file]) =>
    folders.map((folder) => ({ name, path: win32.join(folder, file) })),
  );
}

const macPlaces: readonly BrowserPlace[] = [
  { name: 'Google Chrome', path: '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome' },
  { name: 'Microsoft Edge', path: '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge' },
  { name: 'Chromium', path: '/Applications/Chromium.app/Contents/MacOS/Chromium' },
];

/** Commands of the distributions, Kylin and UOS among them, and full paths of packages that set none. */
const linuxFiles: readonly (readonly [name: string, file: string])[] = [
  ['Chromium', 'chromium'],
  ['Chromium', 'chromium-browser'],
  ['Google Chrome', 'google-chrome-stable'],
  ['Google Chrome', '/opt/google/chrome/chrome'],
  ['Google Chrome', '/opt/apps/cn.google.chrome-pre/files/google/chrome/google-chrome'],
  ['Microsoft Edge', 'microsoft-edge-stable'],
  ['Microsoft Edge', '/opt/microsoft/msedge/msedge'],
  ['UOS 浏览器', '/opt/apps/org.deepin.browser/files/browser'],
  ['UOS 浏览器', '/usr/share/browser/browser'],
  ['奇安信可信浏览器', 'qaxbrowser-safe-stable'],
  ['奇安信可信浏览器', '/opt/qaxbrowser-safe/qaxbrowser-safe'],
  ['360 安全浏览器', 'browser360-cn-stable'],
  ['360 安全浏览器', '/opt/browser360-cn/browser360-cn'],
  ['麒麟浏览器', 'kylin-browser'],
  // Last: the name is so general that elsewhere it may be anything.
  ['UOS 浏览器', '/usr/bin/browser'],
];

function linuxPlaces(environment: BrowserSurroundings['environment']): BrowserPlace[] {
  const folders = new Set([
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    ...(environment.PATH ?? '').split(':').filter((folder) => folder.startsWith('/')),
  ]);
  return linuxFiles.flatMap(([name, file]) =>
    file.startsWith('/')
      ? [{ name, path: file }]
      : [...folders].map((folder) => ({ name, path: posix.join(folder, file) })),
  );
}
