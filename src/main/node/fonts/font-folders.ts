/** Where the fonts of a computer stand, those of the system before those of the person. */
import { posix, win32 } from 'node:path';

export interface FontFolderSurroundings {
  platform: NodeJS.Platform;
  home: string;
  environment: Readonly<Record<string, string | undefined>>;
}

/** Folders that may hold fonts, also ones that do not exist. WPS brings its own on Linux. */
export function fontFolders({ platform, home, environment }: FontFolderSurroundings): string[] {
  if (platform === 'win32') {
    const local = environment.LOCALAPPDATA;
    return [
      win32.join(environment.WINDIR ?? environment.SystemRoot ?? 'C:\\Windows', 'Fonts'),
      ...(local === undefined ? [] : [win32.join(local, 'Microsoft', 'Windows', 'Fonts')]),
    ];
  }
  if (platform === 'darwin') {
    return ['/System/Library/Fonts', '/Library/Fonts', posix.join(home, 'Library', 'Fonts')];
  }
  return [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    posix.join(environment.XDG_DATA_HOME ?? posix.join(home, '.local', 'share'), 'fonts'),
    posix.join(home, '.fonts'),
  ];
}
