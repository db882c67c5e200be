/** A folder that looks to the packer like an unpacked Electron, for machines that have none. It does not run. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Marks the fuses inside an Electron binary; documented by the package @electron/fuses. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseVersion = 1;
const fuseCount = 8;

/** Makes the stand-in at `folder`, with fuses of a binary as it is published: all as «0». */
export function makeStandInElectron(folder: string, version: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'), { recursive: true });
  const fuses = Buffer.concat([
    Buffer.from(fuseSentinel),
    Buffer.from([fuseVersion, fuseCount]),
    Buffer.from('0'.repeat(fuseCount)),
  ]);
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.alloc(64), fuses, Buffer.alloc(64)]), {
    mode: 0o755,
  });
  writeFileSync(join(folder, 'version'), version);
  writeFileSync(join(folder, 'LICENSE'), 'stand-in\n');
  writeFileSync(join(folder, 'LICENSES.chromium.html'), 'stand-in\n');
  for (const language of ['zh-CN', 'en-US', 'fr']) {
    writeFileSync(join(folder, 'locales', `${language}.pak`), '');
  }
}
