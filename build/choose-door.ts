/** Which door `npm start` opens, and what it says when that is not the desktop window. */

export interface Machine {
  platform: NodeJS.Platform;
  environment: Readonly<Record<string, string | undefined>>;
  /** Numeric user; absent on Windows. */
  userId: number | undefined;
  /** The Electron binary, or `null` where there is none and none could be fetched. */
  electron: string | null;
}

export type BrowserReason = 'asked' | 'electronAbsent' | 'noDisplay' | 'root' | 'electronFailed';

export type Door = { kind: 'desktop'; electron: string } | { kind: 'browser'; reason: BrowserReason };

/** Whether the person wants the browser whatever is there. */
export function isBrowserAsked(environment: Machine['environment']): boolean {
  return environment.XIANGBAO_DOOR === 'http';
}

export function chooseDoor({ platform, environment, userId, electron }: Machine): Door {
  if (isBrowserAsked(environment)) {
    return { kind: 'browser', reason: 'asked' };
  }
  if (electron === null) {
    return { kind: 'browser', reason: 'electronAbsent' };
  }
  if (platform === 'linux' && !environment.DISPLAY && !environment.WAYLAND_DISPLAY) {
    return { kind: 'browser', reason: 'noDisplay' };
  }
  // Chromium refuses to run its sandbox as root, and without its sandbox we do not run it.
  if (platform === 'linux' && userId === 0) {
    return { kind: 'browser', reason: 'root' };
  }
  return { kind: 'desktop', electron };
}

/** One sentence for the person at the terminal, Chinese and English on one line. */
export const sentences: Readonly<Record<Exclude<BrowserReason, 'asked'>, string>> = {
  electronAbsent:
    '本机没有 Electron 程序文件，也无法获取，乡报改在浏览器中打开。 / The Electron binary is absent and cannot be fetched, so Xiangbao opens in the browser.',
  noDisplay:
    '这里没有图形桌面，乡报改为通过浏览器使用。 / There is no graphical display here, so Xiangbao is served to a browser.',
  root: '以 root 身份运行时 Electron 的沙箱不可用，乡报改在浏览器中打开。 / Electron has no sandbox when run as root, so Xiangbao opens in the browser.',
  electronFailed:
    'Electron 在本机无法启动，乡报改在浏览器中打开。 / Electron cannot start on this machine, so Xiangbao opens in the browser.',
};
