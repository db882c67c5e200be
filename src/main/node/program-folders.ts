/** Where the program's own parts stand, in the source tree and in the built one. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export interface ProgramFolders {
  resources: string;
  /** The built renderer; absent from a source tree that was never built. */
  renderer: string;
  /** The program's package.json. */
  manifest: string;
}

/**
 * `entryFolder` is the folder of the running entry file (`import.meta.dirname`): `dist/main` when built, where
 * resources and renderer are its siblings, or `src/main/<door>` when run from source.
 */
export function programFolders(
  entryFolder: string,
  exists: (path: string) => boolean = existsSync,
): ProgramFolders {
  const built = join(entryFolder, '..');
  if (exists(join(built, 'resources'))) {
    return {
      resources: join(built, 'resources'),
      renderer: join(built, 'renderer'),
      manifest: join(built, '..', 'package.json'),
    };
  }
  const root = join(entryFolder, '..', '..', '..');
  return {
    resources: join(root, 'resources'),
    renderer: join(root, 'dist', 'renderer'),
    manifest: join(root, 'package.json'),
  };
}

/** The version in the program's package.json. */
export function readProgramVersion(folders: ProgramFolders): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(folders.manifest, 'utf8'))).version;
}
