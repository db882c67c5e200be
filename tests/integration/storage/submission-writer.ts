/** A process that writes one submission after the other on to the same folder until it is killed. */

import { nodeDeviceFiles } from '../../../src/main/core/submission/device-files.ts';
import { packagePaths } from '../../../src/main/core/submission/package-tree.ts';
import { writeManifest } from '../../../src/main/core/submission/sealed-manifest.ts';
import { sha256Of } from '../../../src/main/core/submission/sums.ts';
import { writePackage } from '../../../src/main/core/submission/write-package.ts';

const [folder = '', name = ''] = process.argv.slice(2);

/** Large enough that a killing falls into the middle of it. */
const data = Uint8Array.from({ length: 3_000_000 }, (_, index) => (index * 31 + (index >> 8)) & 255);

function version(second: number) {
  const bytes = data.slice();
  bytes[0] = second;
  const createdAt = new Date(Date.UTC(2025, 1, 1, 0, 0, second)).toISOString();
  const manifest = writeManifest({
    organization: '松岭镇人民政府',
    year: 2024,
    title: '报告',
    look: 'plain',
    mode: 'draft',
    template: { key: 'trial', version: '1.0.0' },
    programVersion: '9.9.9',
    createdAt,
    files: [{ name: '数据.xlsx', role: 'data', size: bytes.length, sha256: sha256Of(bytes) }],
    numbers: [],
  });
  return [
    { name: '数据.xlsx', bytes },
    { name: 'manifest.json', bytes: manifest },
  ];
}

const watch = { progress: () => undefined, signal: new AbortController().signal };
for (let second = 0; ; second = (second + 1) % 60) {
  const files = version(second);
  const written = await writePackage(
    nodeDeviceFiles,
    packagePaths(folder, name),
    { form: 'folder', files },
    watch,
  );
  if (!written.ok) {
    process.stderr.write(`${JSON.stringify(written.error)}\n`);
    process.exit(1);
  }
  process.stdout.write('written\n');
}
