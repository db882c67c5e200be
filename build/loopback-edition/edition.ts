/** The files of one edition together with its Node. */
import type { Edition } from '../../src/main/node/edition/edition-layout.ts';
import { editionTree } from './edition-files.ts';
import { withoutDebugSections } from './elf-image.ts';
import type { PackedFile } from './packed-file.ts';
import { findRuntime } from './runtime.ts';
import type { Target } from './targets.ts';

export interface EditionOptions {
  /** A tree whose `dist` is built. */
  root: string;
  target: Target;
  kind: Edition['kind'];
  mayFetch: boolean;
}

/** What of Node is shipped: on Linux without the sections for debuggers, a seventh of it. */
export function shippedRuntime(runtime: Uint8Array, target: Target): Uint8Array {
  return target.platform === 'linux' ? withoutDebugSections(runtime) : runtime;
}

/** The edition's files; `null` where the target's Node is not on this machine and may not be fetched. */
export function editionFor({ root, target, kind, mayFetch }: EditionOptions): PackedFile[] | null {
  const runtime = findRuntime({ root, target, mayFetch });
  if (runtime === null) return null;
  return editionTree({ root, target, kind, runtime: shippedRuntime(runtime, target) });
}
