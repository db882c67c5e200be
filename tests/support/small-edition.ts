/** Portable editions whose versions are a few files, and updates for them: the switching is real, the program is not. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PackedFile, packedText, writeFiles } from '../../build/loopback-edition/packed-file.ts';
import { updatePackage } from '../../build/loopback-edition/update-package.ts';
import { type Edition, versionFolder } from '../../src/main/node/edition/edition-layout.ts';
import type { UpdateDescription } from '../../src/main/node/update/update-description.ts';
import { newPrivateKey, signerOf } from '../../src/main/node/update/update-key.ts';
import type { UpdatableCopy } from '../../src/main/node/update/update-manner.ts';

const entries = join(import.meta.dirname, '../../build/loopback-edition/entries');

export const signer = signerOf(newPrivateKey());
export const updateKey = signer.publicKey.toString('base64url');
export const noCounts = { reports: 0, chapters: 0, observations: 0 };

export interface VersionBehaviour {
  /** What its self-check prints. */
  answer?: string;
  /** Shell, run in place of its window's start. */
  launch?: string;
  /** Shell, run in place of its self-check. */
  selfCheck?: string;
}

/** Its runtime is a script of the shell, which knows its entry files by their names alone. */
export function smallVersion(version: string, behaviour: VersionBehaviour = {}): PackedFile[] {
  const answer = behaviour.answer ?? JSON.stringify({ version, counts: { ...noCounts } });
  const script = `#!/bin/sh
case "$1" in
  */launch.mjs) ${behaviour.launch ?? `echo "${version} runs"`} ;;
  */cli.mjs) ${behaviour.selfCheck ?? `printf '%s' '${answer}'`} ;;
esac
`;
  return [
    packedText('runtime/node', script, true),
    packedText('program/package.json', JSON.stringify({ version })),
    packedText('program/dist/main/cli.mjs', `// ${version}\n`),
    packedText('program/dist/main/launch.mjs', `// ${version}\n`),
    packedText('program/dist/resources/字.txt', '乡报'.repeat(300)),
  ];
}

/** An edition at `root` with one version in use. */
export function makeSmallEdition(
  root: string,
  version = '0.1.0',
  behaviour: VersionBehaviour = {},
): UpdatableCopy {
  const edition: Edition = { schema: 1, kind: 'portable', platform: 'linux', arch: 'x64', updateKey };
  mkdirSync(root, { recursive: true });
  writeFiles(versionFolder(root, version), smallVersion(version, behaviour));
  writeFileSync(join(root, 'current'), `${version}\n`);
  writeFileSync(join(root, 'edition.json'), JSON.stringify(edition));
  writeFileSync(join(root, '乡报.sh'), readFileSync(join(entries, '乡报.sh')));
  chmodSync(join(root, '乡报.sh'), 0o755);
  return { installed: { root, edition, version }, runningVersion: version, updateKey };
}

export function smallUpdate(
  change: Partial<Pick<UpdateDescription, 'version' | 'platform' | 'arch' | 'notes'>> & {
    files?: PackedFile[];
    behaviour?: VersionBehaviour;
    by?: typeof signer;
  } = {},
): Buffer {
  const {
    version = '0.1.1',
    behaviour,
    files = smallVersion(version, behaviour),
    by = signer,
    ...rest
  } = change;
  return updatePackage({
    platform: 'linux',
    arch: 'x64',
    notes: '改了一处',
    level: 1,
    ...rest,
    version,
    files,
    signer: by,
  });
}

/** Every path below `root` with its text, but the file that is only a lock. */
export function treeOf(root: string): Record<string, string> {
  const found = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'update-lock')
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(found.sort().map((path) => [path, readFileSync(path, 'latin1')]));
}
