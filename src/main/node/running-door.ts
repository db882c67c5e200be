/**
 * The address of a running loopback door, for a second start of the same person on the same workspace. It carries the
 * token, so it stands in a file that this user alone may read, in the folder of the login session where there is one, never
 * in the workspace, which may be a stick that keeps no rights. Whether it is still true is told by the workspace's lock:
 * the system releases that however a process ends, so the address counts only for the process that holds the lock.
 */
import { createHash, randomUUID } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import { z } from 'zod';

const announcementSchema = z.object({
  url: z.url({ protocol: /^http$/, hostname: /^127\.0\.0\.1$/ }),
  processId: z.int().positive(),
});

export interface RunFolderSurroundings {
  platform: NodeJS.Platform;
  environment: Readonly<Record<string, string | undefined>>;
  home: string;
}

/** Where this user's running programs leave word of themselves. */
export function runFolder({ platform, environment, home }: RunFolderSurroundings): string {
  if (platform === 'win32') {
    return win32.join(environment.LOCALAPPDATA || win32.join(home, 'AppData', 'Local'), 'xiangbao', 'run');
  }
  const session = environment.XDG_RUNTIME_DIR;
  if (session?.startsWith('/')) return posix.join(session, 'xiangbao');
  const cache = environment.XDG_CACHE_HOME;
  return posix.join(cache?.startsWith('/') ? cache : posix.join(home, '.cache'), 'xiangbao', 'run');
}

/** One name per workspace, however its folder is written. */
function announcementPath(folder: string, workspaceFolder: string): string {
  const name = createHash('sha256').update(realpathSync(workspaceFolder)).digest('hex').slice(0, 32);
  return `${folder}/${name}.json`;
}

/**
 * Leaves the address in `folder`; the returned function takes it back. A folder that cannot be written only means that a
 * second start will say the workspace is in use: it never stops the program.
 */
export function announceDoor(
  folder: string,
  workspaceFolder: string,
  door: { url: string; processId: number },
): () => void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = announcementPath(folder, workspaceFolder);
    const scratch = `${path}.${randomUUID()}`;
    try {
      writeFileSync(scratch, JSON.stringify(door), { mode: 0o600, flag: 'wx' });
      renameSync(scratch, path);
    } catch (error) {
      rmSync(scratch, { force: true });
      throw error;
    }
    return () => {
      if (readAnnouncement(path)?.processId === door.processId) rmSync(path, { force: true });
    };
  } catch {
    return () => {};
  }
}

/** The address that process `processId` left for this workspace; `null` where it left none that may be trusted. */
export function findAnnouncedDoor(folder: string, workspaceFolder: string, processId: number): string | null {
  try {
    const announced = readAnnouncement(announcementPath(folder, workspaceFolder));
    return announced?.processId === processId ? announced.url : null;
  } catch {
    return null;
  }
}

function readAnnouncement(path: string) {
  try {
    const { mode, uid } = lstatSync(path);
    const own = process.getuid?.();
    // A file of somebody else, or one that others may write, could lead the person to a page that is not ours.
    if (own !== undefined && (uid !== own || (mode & 0o170_077) !== 0o100_000)) return null;
    return announcementSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}
