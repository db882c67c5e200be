/** The archives that are carried to the offices, of a built tree. */
import type { Signer } from '../../src/main/node/update/update-key.ts';
import { debianPackage } from './deb-package.ts';
import { editionFor } from './edition.ts';
import { readManifest } from './program-files.ts';
import { gzipped, tarArchive } from './tar-archive.ts';
import type { Target } from './targets.ts';
import { updateName, updatePackage, versionFiles } from './update-package.ts';
import { zipPackage } from './zip-package.ts';

export interface Archive {
  name: string;
  bytes: Uint8Array;
}

export interface ArchiveOptions {
  root: string;
  target: Target;
  mayFetch: boolean;
  /** Of the compression: 9 for what is given away, 1 for a test that looks inside. */
  level: 1 | 9;
  /** With it the portable editions take updates, and the one to this version is made. */
  signer: Signer | null;
  /** What is new, for the clerk; stands in the update. */
  notes: string;
}

/** Of one target, one after another; nothing where its Node is not on this machine and may not be fetched. */
export function* makeArchives(options: ArchiveOptions): Generator<Archive> {
  const { root, target, mayFetch, level, signer, notes } = options;
  const manifest = readManifest(root);
  const name = `xiangbao-loopback-${manifest.version}-${target.name}`;
  const updateKey = signer?.publicKey.toString('base64url') ?? null;
  const files = editionFor({ root, target, kind: 'portable', mayFetch, updateKey });
  if (files === null) return;
  if (signer !== null) {
    const { version } = manifest;
    const { platform, arch } = target;
    const own = versionFiles(files, version);
    yield {
      name: updateName({ version, platform, arch }),
      bytes: updatePackage({ version, platform, arch, notes, files: own, signer, level }),
    };
  }
  if (target.platform === 'win32') {
    yield { name: `${name}.zip`, bytes: zipPackage('xiangbao', files, level) };
    return;
  }
  yield { name: `${name}.tar.gz`, bytes: gzipped(tarArchive(files, { prefix: 'xiangbao/' }), level) };
  const installed = editionFor({ root, target, kind: 'deb', mayFetch, updateKey: null });
  if (installed === null || target.debianArchitecture === null) return;
  const architecture = target.debianArchitecture;
  yield {
    name: `${name}.deb`,
    bytes: debianPackage({ root, manifest, architecture, files: installed, level }),
  };
}
