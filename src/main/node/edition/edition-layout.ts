/**
 * How the loopback edition stands on a disk. What packs it, what starts it and what updates it share this one picture:
 *
 *     xiangbao/                          the root: /opt/xiangbao of the .deb, any folder of the unpacked archive
 *       乡报.sh | 乡报.cmd                 what the clerk starts; reads `current`, knows no version
 *       xiangbao | xiangbao.cmd          the command line, by the same way
 *       current                          one line: the version in use, such as 0.1.0
 *       previous                         after an update: the version that was in use before it
 *       update-lock                      held by the update that is under way; else it says nothing
 *       unproven                         from an update to its first good start: the version that has yet to start
 *       edition.json                     what this copy is: `Edition`
 *       使用说明.txt                      for the clerk
 *       versions/.update/                while an update is under way; what a killed one left is removed at the next start
 *       versions/0.1.0/runtime/node[.exe]
 *       versions/0.1.0/program/          package.json, LICENSE, licences/, dist/, node_modules/better-sqlite3/
 *
 * Everything of one version stands in its own folder, which is complete and never changed once written. So another
 * version is put beside it and then taken into use by replacing `current` alone, which one rename does whole or not at
 * all; going back is the same. The entries outside `versions` are the same for every version with `schema` 1. Nothing of
 * the person's work stands in here: the workspace is elsewhere (`workspace-folder.ts`).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export const editionPlatforms = ['linux', 'win32'] as const;
export const editionArchitectures = ['x64', 'arm64'] as const;

export const editionSchema = z.object({
  schema: z.literal(1),
  /** `deb`: the files belong to the system's package manager and to root. `portable`: to whoever unpacked them. */
  kind: z.enum(['portable', 'deb']),
  platform: z.enum(editionPlatforms),
  arch: z.enum(editionArchitectures),
  /** Whose updates this copy takes: the 32 bytes of an Ed25519 public key in base64url. `null`: it takes none. */
  updateKey: z
    .string()
    .regex(/^[\w-]{43}$/)
    .nullable()
    .default(null),
});

/** The contents of `edition.json`. */
export type Edition = z.output<typeof editionSchema>;

export const editionFiles = {
  current: 'current',
  previous: 'previous',
  unproven: 'unproven',
  description: 'edition.json',
  versions: 'versions',
  instructions: '使用说明.txt',
  /** Within a version's folder. */
  program: 'program',
  runtime: 'runtime',
} as const;

/** What the clerk starts. */
export function startEntryName(platform: Edition['platform']): string {
  return platform === 'win32' ? '乡报.cmd' : '乡报.sh';
}

/** The file name of the pinned Node. */
export function runtimeName(platform: Edition['platform']): string {
  return platform === 'win32' ? 'node.exe' : 'node';
}

const versionPattern = /^\d{1,5}\.\d{1,5}\.\d{1,5}$/;

/** Whether `text` may name a folder below `versions`: three numbers, so that no name leads out of it. */
export function isVersion(text: string): boolean {
  return versionPattern.test(text);
}

/** Positive where `a` is the newer one. Both must be versions. */
export function compareVersions(a: string, b: string): number {
  const parts = b.split('.').map(Number);
  return a.split('.').reduce((sign, part, index) => sign || Number(part) - (parts[index] ?? 0), 0);
}

/** The folder of one version below `root`. Throws for what is no version. */
export function versionFolder(root: string, version: string): string {
  if (!isVersion(version)) throw new Error('not a version of three numbers');
  return join(root, editionFiles.versions, version);
}

export interface InstalledEdition {
  root: string;
  edition: Edition;
  /** What `current` names. */
  version: string;
}

/**
 * The edition that the running program belongs to, found from the folder of its entry file (`import.meta.dirname`, that
 * is `versions/<version>/program/dist/main`); `null` where it runs from sources, from a plain `dist`, or where what is
 * there cannot be read as an edition.
 */
export function findEdition(entryFolder: string): InstalledEdition | null {
  const root = join(entryFolder, '..', '..', '..', '..', '..');
  try {
    const version = readFileSync(join(root, editionFiles.current), 'utf8').trim();
    const edition = editionSchema.parse(
      JSON.parse(readFileSync(join(root, editionFiles.description), 'utf8')),
    );
    return isVersion(version) ? { root, edition, version } : null;
  } catch {
    return null;
  }
}
