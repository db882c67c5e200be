/** Packs the built program without installers, over a stand-in for Electron, to see what a package would hold. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { build, type PackagerOptions } from 'electron-builder';
import { writeBillOfMaterials } from './bill-of-materials.ts';
import {
  builderConfiguration,
  builderTargets,
  type DesktopTargetName,
  desktopTargets,
} from './desktop-targets.ts';
import { readManifest } from './shipped-components.ts';
import { makeStandInElectron } from './stand-in-electron.ts';

export interface PackedProgram {
  /** The unpacked application as electron-builder leaves it. */
  folder: string;
  executable: string;
  asar: string;
  /** Files inside the asar, unpacked ones included, `/` first. */
  files: readonly string[];
}

/** Packs for one target into `outFolder`, offline. `dist` must be built. Rejects when electron-builder does. */
export async function packWithStandIn(
  root: string,
  outFolder: string,
  name: DesktopTargetName = 'linux-x64',
): Promise<PackedProgram> {
  await runBuilder(root, outFolder, name, ['dir'], undefined);
  const { platform, arch } = desktopTargets[name];
  const system = platform === 'win32' ? 'win' : 'linux';
  const folder = join(outFolder, 'out', `${system}${arch === 'x64' ? '' : `-${arch}`}-unpacked`);
  const asar = join(folder, 'resources', 'app.asar');
  const executable = join(folder, platform === 'win32' ? 'xiangbao.exe' : 'xiangbao');
  return {
    folder,
    executable,
    asar,
    files: listPackage(asar, { isPack: false }).map((file) => file.replaceAll('\\', '/')),
  };
}

/**
 * What electron-builder would hand to the tool that makes a package of this kind (its arguments, its desktop entry), as
 * far as that is decided without the tool. `inspect` is called while the files that it names are there.
 */
export async function inspectDecided<T>(
  root: string,
  outFolder: string,
  name: DesktopTargetName,
  kind: string,
  inspect: (options: unknown) => T,
): Promise<T> {
  const seen: T[] = [];
  await runBuilder(root, outFolder, name, [kind], async (options) => {
    seen.push(inspect(options));
    return true;
  });
  const [decided] = seen;
  if (decided === undefined) throw new Error(`electron-builder decided nothing for ${kind}`);
  return decided;
}

async function runBuilder(
  root: string,
  outFolder: string,
  name: DesktopTargetName,
  kinds: readonly string[],
  decided: ((options: unknown) => Promise<boolean>) | undefined,
): Promise<void> {
  const target = desktopTargets[name];
  rmSync(outFolder, { recursive: true, force: true });
  const electronDist = join(outFolder, 'electron');
  mkdirSync(electronDist, { recursive: true });
  const { version } = readManifest(join(root, 'node_modules/electron'));
  makeStandInElectron(root, electronDist, version, target);
  writeBillOfMaterials(root, join(root, '.cache', 'bill-of-materials', 'desktop'), 'desktop');
  const options: PackagerOptions = {
    projectDir: root,
    targets: builderTargets(target, kinds),
    ...(decided === undefined ? {} : { effectiveOptionComputed: decided }),
    config: {
      ...builderConfiguration(root, target),
      electronDist,
      directories: { output: join(outFolder, 'out'), buildResources: 'build/icons' },
    },
  };
  await build({ ...options, publish: 'never' });
}
