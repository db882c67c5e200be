/**
 * Opens the program in a browser where there is one. The address is printed anyway, so that failing here is no failure.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type BrowserPlace, findBrowsers } from '../node/pdf/browser-places.ts';

export interface BrowserSurroundings {
  platform: NodeJS.Platform;
  environment: Readonly<Record<string, string | undefined>>;
  /** Browsers of the Chromium family on this computer, the most usual first. */
  findBrowsers: () => readonly BrowserPlace[];
  /** Starts a program and leaves it alone. May throw. */
  launch: (command: BrowserCommand) => void;
}

export interface BrowserCommand {
  command: string;
  parameters: readonly string[];
  /** On Windows: the words are the command line as it stands, as `cmd.exe` wants them, and not to be quoted. */
  verbatim: boolean;
}

/**
 * Browsers known to open an address in a window of its own, without tabs and address bar. Others of the family are
 * not asked: one that does not know the switch opens its start page, and the clerk would stand before that.
 */
const withApplicationMode: ReadonlySet<string> = new Set(['Chromium', 'Google Chrome', 'Microsoft Edge']);

/**
 * The command that opens `url` on this system, or `null` where a browser must not or cannot be opened: in application
 * mode where a browser has one, otherwise in a tab of the default browser.
 */
export function browserCommand(
  url: string,
  surroundings: Omit<BrowserSurroundings, 'launch'>,
): BrowserCommand | null {
  const { platform, environment } = surroundings;
  if (environment.CI || environment.XIANGBAO_NO_BROWSER) {
    return null;
  }
  const hasDisplay = Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
  if (platform === 'linux' && !hasDisplay) {
    return null;
  }
  const own = surroundings.findBrowsers().find(({ name }) => withApplicationMode.has(name));
  if (own !== undefined) {
    return { command: own.path, parameters: [`--app=${url}`], verbatim: false };
  }
  if (platform === 'win32') {
    // `start` takes its first quoted word for a window title.
    return { command: 'cmd.exe', parameters: ['/d', '/s', '/c', 'start', '""', url], verbatim: true };
  }
  if (platform === 'darwin') {
    return { command: 'open', parameters: [url], verbatim: false };
  }
  return hasDisplay ? { command: 'xdg-open', parameters: [url], verbatim: false } : null;
}

/** Promises not to wait, not to throw and not to keep the program alive. Returns whether a browser was asked for. */
export function openBrowser(url: string, surroundings: BrowserSurroundings = thisMachine()): boolean {
  const command = browserCommand(url, surroundings);
  if (command === null) {
    return false;
  }
  try {
    surroundings.launch(command);
    return true;
  } catch {
    return false;
  }
}

function thisMachine(): BrowserSurroundings {
  const { platform, env: environment } = process;
  return {
    platform,
    environment,
    findBrowsers: () => findBrowsers({ platform, environment, exists: existsSync }),
    launch: ({ command, parameters, verbatim }) => {
      const child = spawn(command, parameters, {
        stdio: 'ignore',
        detached: true,
        windowsVerbatimArguments: verbatim,
      });
      // The command not being there is told as an event, not as an exception.
      child.once('error', () => {});
      child.unref();
    },
  };
}
