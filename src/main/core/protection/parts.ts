/** One part of a protected file, encrypted and decrypted (see container-format.ts). */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { tagBytes } from './container-format.ts';

export interface PartPlace {
  /** The contents key. */
  key: Uint8Array;
  /** The whole header: associated data. */
  header: Uint8Array;
  /** From 0. */
  number: number;
  isLast: boolean;
}

const algorithm = 'aes-256-gcm';

function nonceOf({ number, isLast }: PartPlace): Uint8Array {
  const nonce = new Uint8Array(12);
  const view = new DataView(nonce.buffer);
  view.setUint32(7, number);
  view.setUint8(11, isLast ? 1 : 0);
  return nonce;
}

export function sealPart(contents: Uint8Array, place: PartPlace): Uint8Array {
  const cipher = createCipheriv(algorithm, place.key, nonceOf(place), { authTagLength: tagBytes });
  cipher.setAAD(place.header);
  return Buffer.concat([cipher.update(contents), cipher.final(), cipher.getAuthTag()]);
}

/** Null where the part is not the one that was written at this place. */
export function openPart(sealed: Uint8Array, place: PartPlace): Uint8Array | null {
  const tagAt = sealed.length - tagBytes;
  if (tagAt < 0) return null;
  const decipher = createDecipheriv(algorithm, place.key, nonceOf(place), { authTagLength: tagBytes });
  decipher.setAAD(place.header);
  decipher.setAuthTag(sealed.subarray(tagAt));
  const contents = decipher.update(sealed.subarray(0, tagAt));
  try {
    decipher.final();
    return contents;
  } catch {
    // The one thing it throws for: the tag is another.
    return null;
  }
}
