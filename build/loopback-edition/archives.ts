/** The archives that are carried to the offices, of a built tree. */
import { debianPackage } from './deb-package.ts';
import { editionFor } from './edition.ts';
import { readManifest } from './program-files.ts';
import { gzipped, tarArchive } from './tar-archive.ts';
import type { Target } from './targets.ts';
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
}

/** Of one target, one after another; nothing where its Node is not on this machine and may not be fetched. */
export function* makeArchives({ root, target, mayFetch, level }: ArchiveOptions): Generator<Archive> {
  const manifest = readManifest(root);
  const name = `xiangbao-loopback-${manifest.version}-${target.name}`;
  const files = editionFor({ root, target, kind: 'portable', mayFetch });
  if (files === null) return;
  if (target.platform === 'win32') {
    yield { name: `${name}.zip`, bytes: zipPackage('xiangbao', files, level) };
    return;
  }
  yield { name: `${name}.tar.gz`, bytes: gzipped(tarArchive(files, { prefix: 'xiangbao/' }), level) };
  const installed = editionFor({ root, target, kind: 'deb', mayFetch });
  if (installed === null || target.debianArchitecture === null) return;
  const architecture = target.debianArchitecture;
  yield {
    name: `${name}.deb`,
    bytes: debianPackage({ root, manifest, architecture, files: installed, level }),
  };
}
