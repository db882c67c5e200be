/** What the program runs on, and nothing else: the files of `versions/<version>/program`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';
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

/** Of `dist`: the build's own mark, and what only Electron could load. */
const leftOut: ReadonlySet<string> = new Set(['.built', 'main/electron.mjs', 'main/preload.cjs']);

/** Licences of what is shipped as it stands; those of bundled packages are in dist/main and dist/renderer. */
const licences: readonly (readonly [name: string, source: string])[] = [
  ['node.txt', 'build/loopback-edition/licences/node.txt'],
  ['better-sqlite3.txt', 'node_modules/better-sqlite3/LICENSE'],
  ['noto-sans-sc.txt', 'node_modules/@fontsource-variable/noto-sans-sc/LICENSE'],
  ['noto-serif-sc.txt', 'node_modules/@fontsource-variable/noto-serif-sc/LICENSE'],
  ['lxgw-wenkai.txt', 'node_modules/lxgw-wenkai-webfont/OFL.txt'],
];

/** Reads the files from a built tree at `root`; paths are relative to the program's folder. */
export function programFiles(root: string, target: Target): PackedFile[] {
  const addonPackage = 'node_modules/better-sqlite3';
  const copied = (path: string, source: string): PackedFile => ({
    path,
    bytes: readFileSync(join(root, source)),
    executable: false,
  });
  return [
    packedText('package.json', `${JSON.stringify({ ...readManifest(root), type: 'module' }, null, 2)}\n`),
    copied('LICENSE', 'LICENSE'),
    ...licences.map(([name, source]) => copied(`licences/${name}`, source)),
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
