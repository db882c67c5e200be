/** The list of everything shipped: for programs as CycloneDX 1.6, for people as the texts of all licences. */
import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAllowedLicense } from './license-texts.ts';
import {
  type Edition,
  readManifest,
  referenceOf,
  type ShippedComponent,
  shippedComponents,
} from './shipped-components.ts';

export const billFiles = { list: 'sbom.cdx.json', texts: 'THIRD-PARTY-LICENSES.txt' };

/**
 * Writes both files into `outFolder`, which is made. `dist` must be built. The same program gives the same bytes: no
 * time, no path. Throws when something shipped has a licence that is not allowed, or one whose text is not to be found.
 */
export function writeBillOfMaterials(root: string, outFolder: string, edition: Edition = 'desktop'): void {
  const components = shippedComponents(root, edition);
  const foreign = components.filter(({ license }) => !isAllowedLicense(license));
  if (foreign.length > 0) {
    const listed = foreign.map((component) => `${referenceOf(component)} (${component.license})`);
    throw new Error(`these licences are not allowed: ${listed.join(', ')}`);
  }
  const { name, version } = readManifest(root);
  mkdirSync(outFolder, { recursive: true });
  writeWhole(join(outFolder, billFiles.list), cycloneDx({ name, version, edition }, components));
  writeWhole(join(outFolder, billFiles.texts), licenseBook(components));
}

/** Appears whole or not at all: another process may be packing the same file. */
function writeWhole(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}

interface Program {
  name: string;
  version: string;
  edition: Edition;
}

/** The list in the JSON form of CycloneDX 1.6 (ECMA-424). */
export function cycloneDx(
  { name, version, edition }: Program,
  components: readonly ShippedComponent[],
): string {
  const program = `${name}@${version}`;
  const body = {
    metadata: {
      component: {
        type: 'application',
        'bom-ref': program,
        name,
        version,
        licenses: [{ license: { id: 'MIT' } }],
        properties: [{ name: 'xiangbao:edition', value: edition }],
      },
    },
    components: components.map((component) => ({
      type: component.kind,
      'bom-ref': referenceOf(component),
      name: component.name,
      ...(component.version === undefined ? {} : { version: component.version }),
      ...(component.note === undefined ? {} : { description: component.note }),
      ...(component.sha512 === undefined ? {} : { hashes: [{ alg: 'SHA-512', content: component.sha512 }] }),
      licenses: component.license.includes(' ')
        ? [{ expression: component.license }]
        : [{ license: { id: component.license } }],
      ...(component.purl === undefined ? {} : { purl: component.purl }),
    })),
    dependencies: [{ ref: program, dependsOn: components.map(referenceOf) }],
  };
  const heading = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify(body))}`,
    version: 1,
  };
  return `${JSON.stringify({ ...heading, ...body }, null, 2)}\n`;
}

/** A UUID (RFC 9562, version 8) that is a digest of the contents, so that it changes exactly when they do. */
function uuidOf(contents: string): string {
  const digest = createHash('sha256').update(contents).digest('hex');
  const variant = '89ab'.charAt(Number.parseInt(digest.charAt(16), 16) % 4);
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
}

/** Every component with its licence, then each text once with those it belongs to. */
export function licenseBook(components: readonly ShippedComponent[]): string {
  const title = ({ name, version }: ShippedComponent) =>
    version === undefined ? name : `${name} ${version}`;
  const owners = new Map<string, string[]>();
  for (const component of components) {
    for (const text of component.texts) owners.set(text, [...(owners.get(text) ?? []), title(component)]);
  }
  const line = '-'.repeat(78);
  return [
    '乡报随带下列第三方软件和字体，谨致谢意。各自的许可全文附后。',
    'Xiangbao is shipped with the following software and fonts of others; the texts of their licences follow.',
    '',
    ...components.map((component) => {
      const note = component.note === undefined ? '' : `; ${component.note}`;
      return `- ${title(component)} (${component.license}${note})`;
    }),
    ...[...owners].flatMap(([text, names]) => ['', line, names.join(', '), line, '', text]),
    '',
  ].join('\n');
}
