/** What a double click on a workspace file means. */
import { basename, dirname } from 'node:path';

export type OpenedFile =
  /** It is the workspace in use: the window is shown, nothing else. */
  | { kind: 'inUse' }
  /** A whole workspace in another folder. */
  | { kind: 'elsewhere'; folder: string }
  /** A backup, or a copy under another name: the program never works on it where it stands. */
  | { kind: 'copy'; name: string }
  | { kind: 'missing'; name: string };

/**
 * `path` is absolute and, where the file exists, without links; so is `inUse`, the file the program works on or would,
 * whose name is the only one under which a folder's workspace is opened.
 */
export function meaningOfOpenedFile(path: string, exists: boolean, inUse: string): OpenedFile {
  if (path === inUse) return { kind: 'inUse' };
  const name = basename(path);
  if (!exists) return { kind: 'missing', name };
  return name === basename(inUse) ? { kind: 'elsewhere', folder: dirname(path) } : { kind: 'copy', name };
}
