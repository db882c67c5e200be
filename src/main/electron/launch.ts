/** What the words the desktop program was started with ask for. */
import { fileURLToPath } from 'node:url';

export type Launch =
  | {
      kind: 'window';
      /** Paths of workspace files that were given, as they were given. */
      files: readonly string[];
    }
  | {
      kind: 'commandLine';
      /** What stands behind `--cli`. */
      words: readonly string[];
    }
  | {
      /** A switch that would open the program to others or weaken its guards. */
      kind: 'refused';
      switchName: string;
    };

export interface LaunchSurroundings {
  platform: NodeJS.Platform;
  /** Only the packaged program refuses switches: a developer needs them. */
  packaged: boolean;
}

/**
 * Switches of Chromium that change how the window is shown and nothing else. All others are refused: their number is
 * beyond counting, and among them are those that open a port for debugging, load extensions, or start foreign programs.
 * `updated` is what the installer for Windows adds when it starts the program it has just replaced.
 */
const shownSwitches: ReadonlySet<string> = new Set([
  'disable-gpu',
  'disable-gpu-compositing',
  'enable-wayland-ime',
  'force-color-profile',
  'force-device-scale-factor',
  'force-high-contrast',
  'high-dpi-support',
  'lang',
  'ozone-platform',
  'ozone-platform-hint',
  'start-maximized',
  'updated',
  'wayland-text-input-version',
]);

/**
 * An AppImage adds it by itself where the system lets no program make a sandbox of its own. No page is opened without
 * one; the command line needs none.
 */
export const withoutSandbox = 'no-sandbox';

/** Switches that Node and Chromium obey wherever they stand, also among the words of the command line. */
const debugging = /^(inspect|debug|remote-|js-flags|enable-logging|log-|renderer-|utility-|gpu-launcher)/;

/** The name of a switch as Chromium reads one: `--name=value`, `-name`, and on Windows `/name`. */
function switchName(word: string, platform: NodeJS.Platform): string | undefined {
  const prefix = platform === 'win32' ? /^(?:--?|\/)([^=]*)/ : /^--?([^=]*)/;
  return prefix.exec(word)?.[1]?.toLowerCase();
}

/** `words` are those of the person: without the program's own path. */
export function readLaunch(words: readonly string[], { platform, packaged }: LaunchSurroundings): Launch {
  const commandLine = words.indexOf('--cli');
  const forWindow = commandLine < 0 ? words : words.slice(0, commandLine);
  const forCommand = commandLine < 0 ? [] : words.slice(commandLine + 1);
  if (packaged) {
    const names = (some: readonly string[]) => some.flatMap((word) => switchName(word, platform) ?? []);
    const refused =
      names(forWindow).find(
        (name) => !shownSwitches.has(name) && !(name === withoutSandbox && commandLine >= 0),
      ) ?? names(forCommand).find((name) => debugging.test(name));
    if (refused !== undefined) return { kind: 'refused', switchName: refused };
  }
  return commandLine < 0
    ? { kind: 'window', files: workspaceFilesIn(words, platform) }
    : { kind: 'commandLine', words: forCommand };
}

/**
 * Of any words, also those a second start hands over, to which Chromium adds switches of its own. The file managers of
 * Linux name files by their addresses.
 */
export function workspaceFilesIn(words: readonly string[], platform: NodeJS.Platform): string[] {
  return words
    .filter((word) => switchName(word, platform) === undefined && /\.xbdb$/i.test(word))
    .flatMap((word) => (/^file:/i.test(word) ? (pathOfAddress(word) ?? []) : word));
}

/** Undefined for an address that names no file of this computer. */
function pathOfAddress(address: string): string | undefined {
  try {
    return fileURLToPath(address);
  } catch {
    return undefined;
  }
}
