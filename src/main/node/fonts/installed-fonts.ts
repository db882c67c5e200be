/** The fonts of this computer, by what the system says where it says it, else by the font files themselves. */
import { execFile } from 'node:child_process';
import { homedir } from 'node:os';
import { normalizeFontName } from '../../../shared/domain/font-report.ts';
import type { InstalledFonts } from '../../core/ports.ts';
import { familiesInFolders } from './font-files.ts';
import { fontFolders } from './font-folders.ts';

export interface InstalledFontsSurroundings {
  platform: NodeJS.Platform;
  folders: readonly string[];
  /** What `fc-list` prints, a line for each font with its families between commas; null where there is no such program. */
  listFonts: () => Promise<string | null>;
}

export function createInstalledFonts(
  surroundings: InstalledFontsSurroundings = thisComputer(),
): InstalledFonts {
  let families: Promise<ReadonlySet<string>> | null = null;
  return {
    families() {
      families ??= readFamilies(surroundings);
      return families;
    },
  };
}

async function readFamilies({
  platform,
  folders,
  listFonts,
}: InstalledFontsSurroundings): Promise<ReadonlySet<string>> {
  const listed = platform === 'linux' ? await listFonts() : null;
  const names =
    listed === null
      ? await familiesInFolders(folders)
      : listed.split('\n').flatMap((line) => line.split(','));
  return new Set(names.map(normalizeFontName).filter((name) => name !== ''));
}

function thisComputer(): InstalledFontsSurroundings {
  return {
    platform: process.platform,
    folders: fontFolders({ platform: process.platform, home: homedir(), environment: process.env }),
    listFonts: () =>
      new Promise((resolve) => {
        const bounds = { timeout: 10_000, maxBuffer: 8 * 1024 * 1024, windowsHide: true };
        execFile('fc-list', ['--format', '%{family}\n'], bounds, (error, output) => {
          resolve(error === null && output.trim() !== '' ? output : null);
        });
      }),
  };
}
