/** What docs/packaging.md says is fetched is what the installed electron-builder names, and all of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { desktopTargetNames } from '../../../build/desktop-targets.ts';
import { downloadTable, listDownloads } from '../../../build/downloads.ts';

const root = join(import.meta.dirname, '../../..');
const document = readFileSync(join(root, 'docs', 'packaging.md'), 'utf8');

describe('the downloads of a build machine', () => {
  it.skipIf(process.platform !== 'linux' || process.arch !== 'x64')(
    'stand in the document as they are named by what is installed (a machine of another kind has other tools)',
    async () => {
      const downloads = await listDownloads(root);
      expect(document).toContain(downloadTable(downloads));
      for (const { file, sha256 } of downloads) {
        expect([file, sha256 === null]).toEqual([file, file === 'SHASUMS256.txt']);
      }
      for (const name of desktopTargetNames) {
        const needed = downloads.filter(({ neededFor }) => neededFor.includes(name)).map(({ file }) => file);
        expect(needed.some((file) => file.endsWith(`-${name.replace('win', 'win32')}.zip`))).toBe(true);
        expect(needed.some((file) => file.startsWith('7zip-'))).toBe(true);
      }
    },
  );

  it('come from no other part of electron-builder than those that were asked, or that no target of ours uses', () => {
    const folder = join(root, 'node_modules/app-builder-lib/out');
    const reaching = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.js'))
      .filter((file) =>
        /\b(downloadBuilderToolset|getBinFromUrl|getBinFromCustomLoc|getBin|downloadElectronArtifact|downloadElectronArtifactZip|downloadArtifact)\)?\(/.test(
          readFileSync(join(folder, file), 'utf8'),
        ),
      );
    expect(reaching.sort()).toEqual([
      'binDownload.js',
      // Electron itself, and only on wish another ffmpeg.
      'electron/ElectronFramework.js',
      'electron/injectFFMPEG.js',
      'frameworks/LibUiFramework.js',
      'targets/MsiTarget.js',
      'targets/snap/coreLegacy.js',
      'toolsets/7zip.js',
      // Only to convert icons; ours stand in the sizes and formats that are wanted.
      'toolsets/icons.js',
      'toolsets/linux.js',
      'toolsets/windows.js',
      'toolsets/wine.js',
      'util/electronGet.js',
    ]);
  });

  it('are made by commands that exist, one for each target', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const name of desktopTargetNames) expect(document).toContain(`npm run package:desktop -- ${name}`);
    for (const [, script = ''] of document.matchAll(/npm run ([\w:]+)/g))
      expect(scripts).toHaveProperty([script]);
  });
});
