/** Opens the default browser where there is one. The address is printed anyway, so that failing here is no failure. */
import { spawn } from 'node:child_process';

export interface BrowserSurroundings {
  platform: NodeJS.Platform;
  environment: Readonly<Record<string, string | undefined>>;
  /** Starts a program and leaves it alone. May throw. */
  launch: (command: string, parameters: readonly string[]) => void;
}

/** The command that opens `url` on this system, or `null` where a browser must not or cannot be opened. */
export function browserCommand(
  url: string,
  { platform, environment }: Pick<BrowserSurroundings, 'platform' | 'environment'>,
): { command: string; parameters: readonly string[] } | null {
  if (environment.CI || environment.XIANGBAO_NO_BROWSER) {
    return null;
  }
  if (platform === 'win32') {
    // `start` takes its first quoted word for a window title.
    return { command: 'cmd.exe', parameters: ['/d', '/s', '/c', 'start', '""', url] };
  }
  if (platform === 'darwin') {
    return { command: 'open', parameters: [url] };
  }
  const hasDisplay = Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
  return hasDisplay ? { command: 'xdg-open', parameters: [url] } : null;
}

/** Promises not to wait, not to throw and not to keep the program alive. Returns whether a browser was asked for. */
export function openBrowser(url: string, surroundings: BrowserSurroundings = thisMachine()): boolean {
  const command = browserCommand(url, surroundings);
  if (command === null) {
    return false;
  }
  try {
    surroundings.launch(command.command, command.parameters);
    return true;
  } catch {
    return false;
  }
}

function thisMachine(): BrowserSurroundings {
  return {
    platform: process.platform,
    environment: process.env,
    launch: (command, parameters) => {
      const child = spawn(command, parameters, {
        stdio: 'ignore',
        detached: true,
        windowsVerbatimArguments: true,
      });
      // The command not being there is told as an event, not as an exception.
      child.once('error', () => {});
      child.unref();
    },
  };
}
