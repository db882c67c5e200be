/** Packs the built program without installers, over a stand-in for Electron, to see what a package would hold. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { build, Platform } from 'electron-builder';
import { z } from 'zod';
import { makeStandInElectron } from './stand-in-electron.ts';

export interface PackedProgram {
  /** The unpacked application as electron-builder leaves it. */
  folder: string;
  executable: string;
  asar: string;
  /** Files inside the asar, unpacked ones included, `/` first. */
  files: readonly string[];
}

/** Packs for Linux x64 into `outFolder`, offline. `dist` must be built. Rejects when electron-builder does. */
export async function packWithStandIn(root: string, outFolder: string): Promise<PackedProgram> {
  rmSync(outFolder, { recursive: true, force: true });
  const electronDist = join(outFolder, 'electron');
  mkdirSync(electronDist, { recursive: true });
  const electronManifest = readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8');
  makeStandInElectron(
    electronDist,
    z.object({ version: z.string() }).parse(JSON.parse(electronManifest)).version,
  );
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget('dir'),
    publish: 'never',
    config: {
      extends: join(root, 'electron-builder.yml'),
      electronDist,
      directories: { output: join(outFolder, 'out'), buildResources: 'build/icons' },
    },
  });
  const folder = join(outFolder, 'out', 'linux-unpacked');
  const asar = join(folder, 'resources', 'app.asar');
  return { folder, executable: join(folder, 'xiangbao'), asar, files: listPackage(asar, { isPack: false }) };
}
