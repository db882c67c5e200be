/** What a package of the program is made of besides the program itself: npm packages, SQLite, fonts, tables, runtimes. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { licenseTexts, standardText } from './license-texts.ts';
import { readPackageInventory } from './package-inventory.ts';

/** Which runtime stands below the program: Electron, or Node and a browser of the computer. */
export type Edition = 'desktop' | 'loopback';

export interface ShippedComponent {
  kind: 'library' | 'framework' | 'platform' | 'data';
  name: string;
  /** Absent where the carrier does not say it. */
  version?: string;
  /** An SPDX expression. */
  license: string;
  /** Package URL, where there is one. */
  purl?: string;
  /** SHA-512 of the published archive, hexadecimal. */
  sha512?: string;
  /** In which way it gets into the package, for the reader of the list. */
  note?: string;
  /** Full texts: licences and notices. */
  texts: readonly string[];
}

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      integrity: z.string().optional(),
      dev: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
    }),
  ),
});
export type PackageLock = z.infer<typeof lockSchema>;

const manifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  author: z.union([z.string(), z.object({ name: z.string() })]).optional(),
});
type Manifest = z.infer<typeof manifestSchema>;

export function readLock(root: string): PackageLock {
  return lockSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
}

export function readManifest(folder: string): Manifest {
  return manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
}

/** Where package.json names less than what is in the package: the font has a licence besides the package's own. */
const fullLicense: Readonly<Record<string, string>> = { 'lxgw-wenkai-webfont': 'MIT AND OFL-1.1' };

/** Packages that others carry within their own files and that are not installed here, so that nothing here tells their licence. */
const carriedOnly: Readonly<Record<string, { license: string; holder: string }>> = {
  'core-js': { license: 'MIT', holder: 'Denis Pushkarev; CoreJS Company' },
};

const purlOf = (name: string, version: string) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

const authorOf = ({ author, name }: Manifest): string =>
  typeof author === 'string' ? author : (author?.name ?? `the authors of ${name}`);

function npmComponent(root: string, lock: PackageLock, key: string): ShippedComponent {
  const entry = lock.packages[key];
  if (entry === undefined) throw new Error(`${key} is not in package-lock.json`);
  const folder = join(root, key);
  const manifest = readManifest(folder);
  const license = fullLicense[manifest.name] ?? entry.license;
  if (license === undefined) throw new Error(`${key} names no licence`);
  const texts = licenseTexts(folder);
  const sha512 = /^sha512-(\S+)$/.exec(entry.integrity ?? '')?.[1];
  return {
    kind: 'library',
    name: manifest.name,
    version: manifest.version,
    license,
    purl: purlOf(manifest.name, manifest.version),
    ...(sha512 === undefined ? {} : { sha512: Buffer.from(sha512, 'base64').toString('hex') }),
    texts: texts.length > 0 ? texts : [standardText(license, authorOf(manifest))],
  };
}

function carriedComponent(root: string, lock: PackageLock, carrier: string, name: string): ShippedComponent {
  const note = `carried within the files of ${readManifest(join(root, carrier)).name}`;
  const key = `node_modules/${name}`;
  if (lock.packages[key] !== undefined) {
    const { license, texts } = npmComponent(root, lock, key);
    return { kind: 'library', name, license, note, texts };
  }
  const known = carriedOnly[name];
  if (known === undefined) throw new Error(`${carrier} carries ${name}, of which no licence is known`);
  const { license, holder } = known;
  return { kind: 'library', name, license, note, texts: [standardText(license, holder)] };
}

function sqlite(root: string): ShippedComponent {
  const header = readFileSync(join(root, 'node_modules/better-sqlite3/deps/sqlite3/sqlite3.h'), 'utf8');
  const version = /^#define SQLITE_VERSION\s+"([\d.]+)"/m.exec(header)?.[1];
  if (version === undefined) throw new Error('the version of SQLite is not in its header');
  return {
    kind: 'library',
    name: 'SQLite',
    version,
    license: 'blessing',
    note: 'compiled into the addon of better-sqlite3',
    texts: [standardText('blessing', '')],
  };
}

function characterMaps(root: string): ShippedComponent {
  return {
    kind: 'data',
    name: 'CMap resources',
    license: 'BSD-3-Clause',
    note: 'from pdfjs-dist, read when a .pdf asks for them',
    texts: licenseTexts(join(root, 'node_modules/pdfjs-dist/cmaps')),
  };
}

function runtimes(root: string, edition: Edition): ShippedComponent[] {
  if (edition === 'loopback') {
    const folder = join(root, 'node_modules/node');
    const carriers = ['linux-x64', 'linux-arm64', 'win-x64', 'darwin-arm64', 'darwin-x64'].map((target) =>
      join(folder, 'node_modules', `node-${target}`),
    );
    const carrier = carriers.find((candidate) => existsSync(join(candidate, 'LICENSE')));
    if (carrier === undefined) throw new Error('the licence of Node is not installed: run npm ci');
    const { version } = readManifest(folder);
    const purl = `pkg:generic/node@${version}`;
    return [
      { kind: 'platform', name: 'Node.js', version, license: 'MIT', purl, texts: licenseTexts(carrier) },
    ];
  }
  const folder = join(root, 'node_modules/electron');
  const { version } = readManifest(folder);
  const note = `within Electron ${version}; its licence and those of its parts: LICENSES.chromium.html`;
  const own = `the licence text is LICENSE.electron.txt`;
  return [
    { ...npmComponent(root, readLock(root), 'node_modules/electron'), kind: 'framework', note: own },
    { kind: 'platform', name: 'Chromium', license: 'BSD-3-Clause', note, texts: [] },
    { kind: 'platform', name: 'Node.js', license: 'MIT', note, texts: [] },
  ];
}

/** Everything that is shipped in an edition of the built program below `root`, by name and version. */
export function shippedComponents(root: string, edition: Edition): ShippedComponent[] {
  const lock = readLock(root);
  const { packages, carried } = readPackageInventory(join(root, 'dist'));
  // What is no development dependency is installed as it stands, or (node-addon-api) compiled into what is.
  const installed = Object.keys(lock.packages).filter((key) => key !== '' && !lock.packages[key]?.dev);
  const bundled = [...new Set([...packages, ...installed])].map((key) => npmComponent(root, lock, key));
  const seen = new Set<string>();
  return [
    ...bundled,
    ...carried.map(([carrier, name]) => carriedComponent(root, lock, carrier, name)),
    sqlite(root),
    characterMaps(root),
    ...runtimes(root, edition),
  ]
    .filter((component) => {
      const reference = referenceOf(component);
      return !seen.has(reference) && seen.add(reference);
    })
    .sort((one, other) => (referenceOf(one) < referenceOf(other) ? -1 : 1));
}

/** A name for a component that is unique in the list: what several carry is listed once. */
export function referenceOf({ purl, name, version }: ShippedComponent): string {
  return purl ?? (version === undefined ? name : `${name}@${version}`);
}
