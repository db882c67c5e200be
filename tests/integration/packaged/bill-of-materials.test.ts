/** The list of what is shipped: complete, with allowed licences and their texts, and the same for the same program. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { billFiles, writeBillOfMaterials } from '../../../build/bill-of-materials.ts';
import { ensureBuilt } from '../../../build/build-program.ts';
import { isAllowedLicense } from '../../../build/license-texts.ts';
import { packageKey } from '../../../build/package-inventory.ts';
import { type Edition, readLock, referenceOf, shippedComponents } from '../../../build/shipped-components.ts';

const root = join(import.meta.dirname, '../../..');
let folder = '';
beforeAll(async () => {
  await ensureBuilt({ root });
  folder = mkdtempSync(join(tmpdir(), 'bill-'));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const billSchema = z.object({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.6'),
  serialNumber: z
    .string()
    .regex(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
  components: z.array(
    z.object({
      type: z.enum(['library', 'framework', 'platform', 'data']),
      'bom-ref': z.string(),
      name: z.string(),
      version: z.string().optional(),
      licenses: z.array(z.unknown()).length(1),
    }),
  ),
  dependencies: z.tuple([z.object({ ref: z.string(), dependsOn: z.array(z.string()) })]),
});

function bill(edition: Edition) {
  const outFolder = join(folder, edition);
  writeBillOfMaterials(root, outFolder, edition);
  const list = readFileSync(join(outFolder, billFiles.list), 'utf8');
  const texts = readFileSync(join(outFolder, billFiles.texts), 'utf8');
  return { list, texts, parsed: billSchema.parse(JSON.parse(list)) };
}

describe.each(['desktop', 'loopback'] as const)('the bill of materials of the %s edition', (edition) => {
  it('names every package that the bundler itself says it bundled', () => {
    const named = new Set(bill(edition).parsed.components.map(({ name, version }) => `${name} ${version}`));
    for (const bundle of ['main', 'renderer']) {
      const said = readFileSync(join(root, 'dist', bundle, 'licenses.txt'), 'utf8');
      const packages = [...said.matchAll(/^## (\S+) - (\S+) \(/gm)].map(
        ([, name, version]) => `${name} ${version}`,
      );
      expect(packages.length).toBeGreaterThan(10);
      expect(packages.filter((each) => !named.has(each))).toEqual([]);
    }
  });

  it('names the fonts, the tables of pdf.js, SQLite and the runtime', () => {
    const { parsed } = bill(edition);
    const names = parsed.components.map(({ name }) => name);
    const fonts = readdirSync(join(root, 'dist/renderer/assets')).filter((name) => name.endsWith('.woff2'));
    const families = new Set(fonts.map((name) => /^[a-z]+-?[a-z]*/.exec(name)?.[0]));
    expect([...families].sort()).toEqual(['lxgwwenkai-regular', 'noto-sans', 'noto-serif']);
    expect(names).toEqual(
      expect.arrayContaining([
        '@fontsource-variable/noto-sans-sc',
        '@fontsource-variable/noto-serif-sc',
        'lxgw-wenkai-webfont',
        'CMap resources',
        'SQLite',
        'better-sqlite3',
        'node-addon-api',
        'core-js',
        'Node.js',
        ...(edition === 'desktop' ? ['electron', 'Chromium'] : []),
      ]),
    );
    expect(names).not.toContain('typescript');
    expect(names).not.toContain('electron-builder');
    expect(names.includes('electron')).toBe(edition === 'desktop');
  });

  it('gives each component a name of its own, an allowed licence and a text', () => {
    const { parsed, texts } = bill(edition);
    const references = parsed.components.map((component) => component['bom-ref']);
    expect(new Set(references).size).toBe(references.length);
    expect(parsed.dependencies[0].dependsOn).toEqual(references);
    for (const component of shippedComponents(root, edition)) {
      expect([component.name, isAllowedLicense(component.license)]).toEqual([component.name, true]);
      const inElectron = component.texts.length === 0;
      expect([component.name, inElectron]).toEqual([
        component.name,
        edition === 'desktop' && ['Chromium', 'Node.js'].includes(component.name),
      ]);
      for (const text of component.texts) {
        expect(text.length).toBeGreaterThan(100);
        expect(text).not.toContain('{holder}');
        expect(texts).toContain(text);
      }
    }
  });

  it('is the same each time, and knows nothing of the machine', () => {
    const first = bill(edition);
    expect(bill(edition)).toEqual(first);
    expect(first.list + first.texts).not.toContain(root);
    expect(first.list).not.toMatch(/"timestamp"/);
  });
});

describe('what may be shipped', () => {
  it.each([
    ['MIT', true],
    ['MIT AND OFL-1.1', true],
    ['GPL-3.0-only', false],
    ['MIT OR GPL-3.0-only', true],
    ['MIT AND GPL-3.0-only', false],
    ['(MIT OR GPL-3.0)', false],
    ['', false],
  ])('%s: %s', (license, allowed) => {
    expect(isAllowedLicense(license)).toBe(allowed);
  });

  /** A program below `folder` whose bundles hold the given packages of this one. */
  function programOf(packages: string[], carried: [string, string][]): string {
    const program = mkdtempSync(join(folder, 'program-'));
    mkdirSync(join(program, 'dist'));
    for (const name of ['package.json', 'package-lock.json', 'node_modules']) {
      symlinkSync(join(root, name), join(program, name));
    }
    writeFileSync(join(program, 'dist', '.packages.json'), JSON.stringify({ packages, carried }));
    return program;
  }

  it('is not a package under a licence that is not on the list', () => {
    const program = programOf(['node_modules/lightningcss'], []);
    expect(() => writeBillOfMaterials(program, join(program, 'out'))).toThrow(/lightningcss.*MPL-2\.0/);
  });

  it('is not code carried by a package of which no licence is known', () => {
    const program = programOf(['node_modules/docx'], [['node_modules/docx', 'unheard-of']]);
    expect(() => shippedComponents(program, 'desktop')).toThrow(/carries unheard-of/);
  });

  it('is listed once, though two carry it', () => {
    const program = programOf(
      ['node_modules/docx'],
      [
        ['node_modules/docx', 'nanoid'],
        ['node_modules/pdfjs-dist', 'nanoid'],
      ],
    );
    expect(
      shippedComponents(program, 'desktop')
        .map(referenceOf)
        .filter((name) => name === 'nanoid'),
    ).toHaveLength(1);
  });
});

describe('the key of a module in package-lock.json', () => {
  it.each([
    ['/home/a/program/node_modules/zod/index.js', 'node_modules/zod'],
    ['/a/node_modules/@tiptap/core/dist/index.js', 'node_modules/@tiptap/core'],
    ['/a/node_modules/zrender/node_modules/tslib/tslib.es6.js', 'node_modules/zrender/node_modules/tslib'],
    ['C:\\a\\node_modules\\zod\\index.js', 'node_modules/zod'],
    ['\0/a/node_modules/react/index.js?commonjs-module', 'node_modules/react'],
    ['/a/src/main/core/app.ts', undefined],
  ])('%s', (id, key) => {
    expect(packageKey(id)).toBe(key);
  });
});

describe('install scripts', () => {
  it('each stand with a verdict in package.json, which names installed packages only', () => {
    const { allowScripts } = z
      .object({ allowScripts: z.record(z.string(), z.boolean()) })
      .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
    const lock = readLock(root);
    const withScript = Object.entries(lock.packages).flatMap(([key, { hasInstallScript }]) =>
      hasInstallScript ? [key.replace(/^.*node_modules\//, '')] : [],
    );
    expect(withScript.filter((name) => allowScripts[name] === undefined)).toEqual([]);
    for (const name of Object.keys(allowScripts)) {
      expect(lock.packages).toHaveProperty([`node_modules/${name}`]);
    }
  });
});
