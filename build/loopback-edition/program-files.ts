/** What the program runs on, and nothing else: the files of `versions/<version>/program`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';
import { billFiles, writeBillOfMaterials } from '../bill-of-materials.ts';
import { type PackedFile, packedText } from './packed-file.ts';
import type { Target } from './targets.ts';

const manifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  description: z.string(),
  license: z.string(),
  dependencies: z.record(z.string(), z.string()),
});

export type Manifest = z.output<typeof manifestSchema>;

export function readManifest(root: string): Manifest {
  return manifestSchema.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
}

/** Of `dist`: the build's own marks, what only Electron could load, and licences that stand in the bill of materials. */
const leftOut: ReadonlySet<string> = new Set([
  '.built',
  '.packages.json',
  'main/electron.mjs',
  'main/preload.cjs',
  'main/licenses.txt',
  'renderer/licenses.txt',
]);

/** Reads the files from a built tree at `root`; paths are relative to the program's folder. */
export function programFiles(root: string, target: Target): PackedFile[] {
  const billFolder = '.cache/bill-of-materials/loopback';
  writeBillOfMaterials(root, join(root, billFolder), 'loopback');
  const addonPackage = 'node_modules/better-sqlite3';
  const copied = (path: string, source: string): PackedFile => ({
    path,
    bytes: readFileSync(join(root, source)),
    executable: false,
  });
  return [
    packedText('package.json', `${JSON.stringify({ ...readManifest(root), type: 'module' }, null, 2)}\n`),
    copied('LICENSE', 'LICENSE'),
    copied('licences/node.txt', 'build/loopback-edition/licences/node.txt'),
    ...[billFiles.list, billFiles.texts].map((name) => copied(`licences/${name}`, `${billFolder}/${name}`)),
    ...filesBelow(join(root, 'dist'))
      .filter((path) => !leftOut.has(path))
      .map((path) => copied(`dist/${path}`, `dist/${path}`)),
    copied(`${addonPackage}/package.json`, `${addonPackage}/package.json`),
    copied(`${addonPackage}/LICENSE`, `${addonPackage}/LICENSE`),
    ...filesBelow(join(root, addonPackage, 'lib')).map((path) =>
      copied(`${addonPackage}/lib/${path}`, `${addonPackage}/lib/${path}`),
    ),
    copied(`${addonPackage}/prebuilds/${target.addon}`, `${addonPackage}/prebuilds/${target.addon}`),
  ];
}

/** Paths relative to `folder`, with `/`; in no particular order. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
