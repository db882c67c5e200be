/** Makes a protected file of any size in bounded memory (see container-format.ts). */
import { createHash, randomBytes } from 'node:crypto';
import { type ByteSource, bytesAsSource, takeFrom } from './byte-source.ts';
import {
  checkedBytes,
  type Header,
  headerSum,
  type ProtectedContents,
  partCount,
  saltBytes,
  summedBytes,
  usualLog2Part,
  usualScrypt,
  writeHeader,
} from './container-format.ts';
import { deriveKeys, passwordCheck } from './keys.ts';
import { sealPart } from './parts.ts';

export interface Sealing {
  contents: ProtectedContents;
  password: string;
  /** For tests: else random. */
  salt?: Uint8Array;
  scrypt?: Header['scrypt'];
  log2Part?: number;
}

/** The source was read to another length than it had told: what was made of it would be damaged. */
export class SourceChanged extends Error {}

/** The bytes of the protected file, in order. Rejects as the source does, and with SourceChanged. */
export async function* seal(source: ByteSource, sealing: Sealing): AsyncGenerator<Uint8Array> {
  const { contents, password, salt, scrypt = usualScrypt, log2Part = usualLog2Part } = sealing;
  const header: Header = {
    contents,
    scrypt,
    log2Part,
    salt: salt ?? randomBytes(saltBytes),
    length: source.size,
  };
  const head = writeHeader(header);
  const keys = await deriveKeys(password, header);
  head.set(passwordCheck(head, keys), checkedBytes);
  head.set(headerSum(head), summedBytes);
  const sum = createHash('sha256').update(head);
  yield head;
  const parts = partCount(header);
  const taking = takeFrom(source.read());
  try {
    for (let number = 0; number < parts; number += 1) {
      const isLast = number === parts - 1;
      const expected = isLast ? header.length - number * 2 ** log2Part : 2 ** log2Part;
      const piece = await taking.take(expected);
      if (piece.length !== expected) throw new SourceChanged();
      const sealed = sealPart(piece, { key: keys.contents, header: head, number, isLast });
      sum.update(sealed);
      yield sealed;
    }
    if ((await taking.take(1)).length > 0) throw new SourceChanged();
  } finally {
    await taking.stop();
  }
  yield sum.digest();
}

/** For what fits into memory anyway. */
export async function sealBytes(bytes: Uint8Array, sealing: Sealing): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of seal(bytesAsSource(bytes, ''), sealing)) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}
