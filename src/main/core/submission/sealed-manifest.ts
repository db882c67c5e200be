/** The manifest as a file: written with a seal over its own text, and read from wherever it comes. */
import { createHash } from 'node:crypto';
import {
  type Manifest,
  manifestKind,
  manifestKindSchema,
  manifestSchema,
  manifestVersion,
} from '../../../shared/domain/submission/manifest.ts';
import { done, failed, type Outcome } from '../../../shared/errors.ts';

/** A report of the largest size has some 2,000 numbers of 250 bytes. */
export const mostManifestBytes = 8 * 1024 * 1024;

const openSeal = '"seal": ""';
const closedSeal = /"seal": "([0-9a-f]{64})"(?=\n\}\n$)/u;

function sealOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The same bytes for the same manifest. A changed byte, also of a blank or of the seal, is found by readManifest. */
export function writeManifest(manifest: Omit<Manifest, 'seal' | 'kind' | 'schemaVersion'>): Uint8Array {
  const { files, numbers, ...head } = manifest;
  const whole = { kind: manifestKind, schemaVersion: manifestVersion, ...head, files, numbers, seal: '' };
  const text = `${JSON.stringify(whole, null, 2)}\n`;
  // The seal is the last of the text: an equal one in a title stands further up, and its quotes are escaped.
  const at = text.lastIndexOf(openSeal);
  const seal = sealOf(text);
  return new TextEncoder().encode(`${text.slice(0, at)}"seal": "${seal}"${text.slice(at + openSeal.length)}`);
}

/**
 * The manifest in these bytes. Errors, with `{ name }`: submission.manifestNewer `{ version }` for one of a newer
 * program, submission.manifestUnreadable for everything else that is not a whole manifest.
 */
export function readManifest(bytes: Uint8Array, name: string): Outcome<Manifest> {
  const unreadable = failed('submission.manifestUnreadable', { name });
  if (bytes.byteLength > mostManifestBytes) return unreadable;
  let text: string;
  let value: unknown;
  try {
    // A byte order mark is not taken for nothing: it is a changed byte.
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    return unreadable;
  }
  const kind = manifestKindSchema.safeParse(value);
  if (!kind.success) return unreadable;
  const version = kind.data.schemaVersion;
  if (version > manifestVersion) return failed('submission.manifestNewer', { name, version });
  const manifest = manifestSchema.safeParse(value);
  const seal = closedSeal.exec(text)?.[1];
  if (!manifest.success || seal === undefined) return unreadable;
  return seal === sealOf(text.replace(closedSeal, openSeal)) ? done(manifest.data) : unreadable;
}
