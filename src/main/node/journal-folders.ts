/** Where on this computer a recovery journal may stand when the workspace's own folder cannot be written. */
import { homedir, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

export interface FolderSurroundings {
  platform: NodeJS.Platform;
  environment: Readonly<Record<string, string | undefined>>;
  home: string;
  temporary: string;
  /** Tells the people of one computer apart. */
  user: string;
}

function thisMachine(): FolderSurroundings {
  return {
    platform: process.platform,
    environment: process.env,
    home: homedir(),
    temporary: tmpdir(),
    user: String(process.getuid?.() ?? userInfo().username),
  };
}

/**
 * The person's own data folder (of this computer, not of a roaming profile), then the folder for temporary files, for
 * a profile that is read-only. XDG Base Directory Specification 0.8 for systems that know it.
 */
export function journalFolders(surroundings: FolderSurroundings = thisMachine()): string[] {
  const { platform, environment, home, temporary, user } = surroundings;
  const own =
    platform === 'win32'
      ? (environment.LOCALAPPDATA ?? join(home, 'AppData', 'Local'))
      : (environment.XDG_DATA_HOME ?? join(home, '.local', 'share'));
  return [join(own, 'xiangbao', 'unsaved'), join(temporary, `xiangbao-unsaved-${user}`)];
}
