/** The edition of the machine that the tests run on, and of the others with whatever runtime is at hand. */
import { join } from 'node:path';
import { shippedRuntime } from '../../../build/loopback-edition/edition.ts';
import { editionTree } from '../../../build/loopback-edition/edition-files.ts';
import type { PackedFile } from '../../../build/loopback-edition/packed-file.ts';
import { findRuntime } from '../../../build/loopback-edition/runtime.ts';
import {
  isTargetName,
  type Target,
  type TargetName,
  targetOf,
} from '../../../build/loopback-edition/targets.ts';

export const root = join(import.meta.dirname, '../../..');

/** The target that runs here and can be tried; `null` on a system that the tests of start entries do not know. */
export function ownTarget(): Target | null {
  const name = `${process.platform}-${process.arch}`;
  return isTargetName(name) ? targetOf(name) : null;
}

/** Why a test of the running edition cannot run here; empty where it can. */
export function reasonAgainstRunning(): string {
  const target = ownTarget();
  if (target === null) return 'no Linux edition for this machine';
  return findRuntime({ root, target, mayFetch: false }) === null ? 'the pinned Node is not installed' : '';
}

export interface Edition {
  files: PackedFile[];
  /** Whether its Node is the real one. Tests fetch nothing, so that another platform's may be a stand-in. */
  isRuntimeReal: boolean;
}

/** The portable edition of this machine with an update key, as another version of itself: the same program by another name. */
export function editionOfVersion(target: Target, version: string, updateKey: string): PackedFile[] {
  const found = findRuntime({ root, target, mayFetch: false });
  if (found === null) throw new Error('the pinned Node is not installed');
  const files = editionTree({
    root,
    target,
    kind: 'portable',
    runtime: shippedRuntime(found, target),
    updateKey,
  });
  const packed = /^versions\/[^/]+\//;
  return files.map((file) => {
    const path = file.path.replace(packed, `versions/${version}/`);
    if (file.path === 'current') return { ...file, bytes: Buffer.from(`${version}\n`) };
    if (path !== `versions/${version}/program/package.json`) return { ...file, path };
    const manifest = JSON.parse(Buffer.from(file.bytes).toString('utf8'));
    return { ...file, path, bytes: Buffer.from(JSON.stringify({ ...manifest, version })) };
  });
}

/** What stands for a runtime that is not on this machine: as short as it can be, and no program. */
export const standInRuntime = Buffer.from('stand-in for the runtime of another platform\n');

const made = new Map<string, Edition>();

/** Made once for all tests of a file: a runtime is unpacked and its digest taken each time. `dist` must be built. */
export function editionOf(name: TargetName, kind: 'portable' | 'deb'): Edition {
  const key = `${name} ${kind}`;
  const edition = made.get(key) ?? makeEdition(name, kind);
  made.set(key, edition);
  return edition;
}

function makeEdition(name: TargetName, kind: 'portable' | 'deb'): Edition {
  const target = targetOf(name);
  const found = findRuntime({ root, target, mayFetch: false });
  const runtime = found === null ? standInRuntime : shippedRuntime(found, target);
  return {
    files: editionTree({ root, target, kind, runtime, updateKey: null }),
    isRuntimeReal: found !== null,
  };
}
