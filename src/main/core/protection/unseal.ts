/** Reads a protected file: wrong password and damage told apart, any size in bounded memory (see container-format.ts). */
import { createHash } from 'node:crypto';
import { done, ExpectedFailure, failed, type Outcome } from '../../../shared/errors.ts';
import { type ByteSource, bytesAsSource, type Taking, takeFrom } from './byte-source.ts';
import {
  endBytes,
  type Header,
  headerBytes,
  type ProtectedContents,
  partCount,
  protectedSize,
  readHeader,
  tagBytes,
} from './container-format.ts';
import { deriveKeys, isRightPassword } from './keys.ts';
import { openPart } from './parts.ts';

export interface Unsealing {
  /** What it must hold. */
  contents: ProtectedContents;
  /** Null asks for it, once the rest is found to be whole as far as can be told. */
  password: string | null;
}

/**
 * The contents, part by part; they may be used only when the last has come. Rejects as the source does, and with
 * ExpectedFailure, each with `{ name }`: those of lookAtHead; protection.needsPassword, protection.wrongPassword; and
 * protection.damaged `{ part, parts }`, counted from 1.
 */
export async function* unseal(source: ByteSource, unsealing: Unsealing): AsyncGenerator<Uint8Array> {
  const { name } = source;
  const taking = takeFrom(source.read());
  try {
    const head = await taking.take(headerBytes);
    const header = succeeded(lookAtHead(head, source, unsealing.contents));
    if (unsealing.password === null) throw new ExpectedFailure('protection.needsPassword', { name });
    const keys = await deriveKeys(unsealing.password, header);
    if (!isRightPassword(head, keys)) throw new ExpectedFailure('protection.wrongPassword', { name });
    yield* unsealParts(taking, header, { head, key: keys.contents, name });
  } finally {
    await taking.stop();
  }
}

async function* unsealParts(
  taking: Taking,
  header: Header,
  { head, key, name }: { head: Uint8Array; key: Uint8Array; name: string },
): AsyncGenerator<Uint8Array> {
  const parts = partCount(header);
  const sum = createHash('sha256').update(head);
  const partBytes = 2 ** header.log2Part;
  for (let number = 0; number < parts; number += 1) {
    const isLast = number === parts - 1;
    const length = isLast ? header.length - number * partBytes : partBytes;
    const sealed = await taking.take(length + tagBytes);
    sum.update(sealed);
    const contents =
      sealed.length === length + tagBytes ? openPart(sealed, { key, header: head, number, isLast }) : null;
    if (contents === null) throw new ExpectedFailure('protection.damaged', { name, part: number + 1, parts });
    yield contents;
  }
  // A byte more than there should be is read along, and makes it another end.
  const end = await taking.take(endBytes + 1);
  if (Buffer.compare(end, sum.digest()) !== 0) {
    throw new ExpectedFailure('protection.damaged', { name, part: parts, parts });
  }
}

function succeeded<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new ExpectedFailure(outcome.error.code, outcome.error.parameters);
  return outcome.value;
}

/**
 * What can be told without the password from the first bytes and the size. Errors, with `{ name }`: those of readHeader,
 * protection.otherContents, protection.incomplete `{ percent }` of the file that is there, protection.tooLong.
 */
function lookAtHead(
  head: Uint8Array,
  { name, size }: ByteSource,
  contents: ProtectedContents,
): Outcome<Header> {
  const header = readHeader(head, name);
  if (!header.ok) return header;
  const expected = protectedSize(header.value);
  if (size < expected) {
    return failed('protection.incomplete', { name, percent: Math.floor((size / expected) * 100) });
  }
  if (size > expected) return failed('protection.tooLong', { name });
  if (header.value.contents !== contents) return failed('protection.otherContents', { name });
  return header;
}

/**
 * Whether the file is, byte for byte, as it was written, told without the password. Damage only: a forger can make
 * another sum. Rejects as the source does.
 */
export async function isUndamaged(source: ByteSource): Promise<boolean> {
  const taking = takeFrom(source.read());
  try {
    const head = await taking.take(headerBytes);
    const header = readHeader(head, source.name);
    if (!header.ok || protectedSize(header.value) !== source.size) return false;
    const sum = createHash('sha256').update(head);
    for (let left = source.size - headerBytes - endBytes; left > 0; ) {
      const piece = await taking.take(Math.min(left, 2 ** 20));
      if (piece.length === 0) return false;
      sum.update(piece);
      left -= piece.length;
    }
    return Buffer.compare(await taking.take(endBytes + 1), sum.digest()) === 0;
  } finally {
    await taking.stop();
  }
}

/** For what fits into memory anyway. Errors: those of unseal. */
export async function unsealBytes(
  bytes: Uint8Array,
  name: string,
  unsealing: Unsealing,
): Promise<Outcome<Uint8Array>> {
  const parts: Uint8Array[] = [];
  try {
    for await (const part of unseal(bytesAsSource(bytes, name), unsealing)) parts.push(part);
  } catch (error) {
    if (error instanceof ExpectedFailure) return { ok: false, error: error.failure };
    throw error;
  }
  return done(new Uint8Array(Buffer.concat(parts)));
}
