/** A folder that looks to the packer like an unpacked Electron, for machines that have none. It does not run. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';
import type { DesktopTarget } from './desktop-targets.ts';

/** Marks the fuses inside an Electron binary; documented by the package @electron/fuses. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseVersion = 1;
const fuseCount = 8;

/**
 * Makes the stand-in at `folder`, with fuses of a binary as it is published: all as «0». Its binary is the target's
 * addon of better-sqlite3, a real file of the system and processor, with the fuses behind it.
 */
export function makeStandInElectron(
  root: string,
  folder: string,
  version: string,
  { platform, arch }: Pick<DesktopTarget, 'platform' | 'arch'>,
): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'), { recursive: true });
  const fuses = Buffer.concat([
    Buffer.from(fuseSentinel),
    Buffer.from([fuseVersion, fuseCount]),
    Buffer.from('0'.repeat(fuseCount)),
  ]);
  const addon = readFileSync(join(root, 'node_modules/better-sqlite3/prebuilds', `${platform}-${arch}.node`));
  const binary = platform === 'win32' ? withVersion(addon) : addon;
  const name = platform === 'win32' ? 'electron.exe' : 'electron';
  writeFileSync(join(folder, name), Buffer.concat([binary, Buffer.alloc(64), fuses, Buffer.alloc(64)]), {
    mode: 0o755,
  });
  if (platform === 'linux') writeFileSync(join(folder, 'chrome-sandbox'), 'stand-in\n', { mode: 0o755 });
  writeFileSync(join(folder, 'version'), version);
  writeFileSync(join(folder, 'LICENSE'), 'stand-in\n');
  writeFileSync(join(folder, 'LICENSES.chromium.html'), 'stand-in\n');
  for (const language of ['zh-CN', 'en-US', 'fr']) {
    writeFileSync(join(folder, 'locales', `${language}.pak`), '');
  }
}

/** The packer writes the program's name and version into those of Electron, which the addon does not have. */
function withVersion(binary: Buffer): Buffer {
  const executable = NtExecutable.from(binary);
  const resources = NtExecutableResource.from(executable);
  const version = Resource.VersionInfo.createEmpty();
  version.lang = 1033;
  version.setFileVersion(1, 0, 0, 0);
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(executable);
  return Buffer.from(executable.generate());
}
