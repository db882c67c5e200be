/**
 * The protected file (`….mima`), version 1. This text is its specification; another program can read one from it.
 *
 * Integers are unsigned, those of several bytes big-endian. The file is: header (160 bytes), parts, end (32 bytes).
 *
 *     at  bytes  header
 *      0     64  mark: a byte order mark and a sentence in UTF-8 that tells whoever opens it as text what it is (`mark`)
 *     64      1  version: 1
 *     65      1  key derivation: 1 = scrypt (RFC 7914)
 *     66      1  cipher: 1 = AES-256-GCM (NIST SP 800-38D), tag of 16 bytes
 *     67      1  contents: 1 = a workspace's backup (SQLite file .xbdb), 2 = a submission (.zip)
 *     68      1  log2 N of scrypt, 14 to 18
 *     69      1  r of scrypt, 8
 *     70      1  p of scrypt, 1 to 4
 *     71      1  log2 of the bytes of contents in a part, 10 to 20
 *     72     32  salt, random, new for each file
 *    104      8  length of the contents in bytes
 *    112     32  password check: HMAC-SHA-256, under the check key, of bytes 0 to 111
 *    144     16  the first 16 bytes of SHA-256 of bytes 0 to 143: a damaged header is not mistaken for a wrong password
 *
 * Later versions keep mark, version and this last field where they are.
 *
 * Keys: the password in Unicode NFKC, white space at both ends removed (as ECMAScript's `trim`), in UTF-8, is given to
 * scrypt with the salt for 64 bytes: the first 32 are the check key, the last 32 the contents key. The salt makes both
 * new for each file, so that a nonce is never used twice under one key.
 *
 * Parts: the contents are cut into pieces of the stated size; the last has what is left, 1 byte to a full piece (of empty
 * contents there is one part, empty). Each is encrypted under the contents key with the nonce: 7 zero bytes, the part's
 * number from 0 in 4 bytes, and one byte that is 1 for the last part and else 0; associated data is the whole header. In
 * the file stand the encrypted bytes and then the tag. So no part can be changed, left out, moved, doubled, or taken for
 * the end, and none of another file be put in. Source of the construction: Hoang, Reyhanitabar, Rogaway, Vizár,
 * «Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance», CRYPTO 2015 (STREAM).
 *
 * End: SHA-256 of everything before it. It proves nothing against a forger (the tags do); it lets damage be told by
 * somebody who has not got the password.
 *
 * Reading: a wrong sum of the header is damage. A wrong password check under a right sum is a wrong password (or a
 * header that somebody forged: without the password the two cannot be told apart). After a right check everything that
 * does not fit is damage. Contents are used only when all of it, end included, was right.
 */
import { createHash } from 'node:crypto';
import { done, failed, type Outcome } from '../../../shared/errors.ts';

export const protectedContents = { backup: 1, submission: 2 } as const;
export type ProtectedContents = keyof typeof protectedContents;

export interface Header {
  contents: ProtectedContents;
  scrypt: { log2N: number; r: number; p: number };
  /** log2 of the bytes in a part. */
  log2Part: number;
  salt: Uint8Array;
  /** Bytes of the contents. */
  length: number;
}

export const headerBytes = 160;
export const checkedBytes = 112;
export const summedBytes = 144;
export const saltBytes = 32;
export const tagBytes = 16;
export const endBytes = 32;

export const mark: Uint8Array = (() => {
  const text = new TextEncoder().encode('\uFEFF乡报 XBMIMA：受密码保护，请用乡报打开。\r\n\u001A');
  const bytes = new Uint8Array(64);
  bytes.set(text);
  return bytes;
})();

/**
 * 64 MiB and some third of a second on a machine of 2025, a second on an old office PC; OWASP's Password Storage Cheat
 * Sheet asks for N = 2^16, r = 8, p = 2 or the like.
 */
export const usualScrypt: Header['scrypt'] = { log2N: 16, r: 8, p: 3 };
export const usualLog2Part = 16;

/** What is believed of a file that may come from anybody: at most 256 MiB and ten times the usual work. */
const believed = { log2N: [14, 18], r: [8, 8], p: [1, 4], log2Part: [10, 20] } as const;
/** Parts that the number in a nonce can count; more than any drive holds. */
const mostParts = 2 ** 32;

const versionAt = 64;
const saltAt = 72;
const lengthAt = 104;

export function partCount({ length, log2Part }: Pick<Header, 'length' | 'log2Part'>): number {
  return Math.max(1, Math.ceil(length / 2 ** log2Part));
}

/** Bytes of the whole file. */
export function protectedSize(header: Pick<Header, 'length' | 'log2Part'>): number {
  return headerBytes + header.length + partCount(header) * tagBytes + endBytes;
}

/** The header without password check and sum. */
export function writeHeader({ contents, scrypt, log2Part, salt, length }: Header): Uint8Array {
  const bytes = new Uint8Array(headerBytes);
  bytes.set(mark);
  bytes.set([1, 1, 1, protectedContents[contents], scrypt.log2N, scrypt.r, scrypt.p, log2Part], versionAt);
  bytes.set(salt, saltAt);
  new DataView(bytes.buffer).setBigUint64(lengthAt, BigInt(length));
  return bytes;
}

export function headerSum(header: Uint8Array): Uint8Array {
  return createHash('sha256').update(header.subarray(0, summedBytes)).digest().subarray(0, 16);
}

export function isProtected(start: Uint8Array): boolean {
  return Buffer.compare(start.subarray(0, mark.length), mark) === 0;
}

/**
 * The header at the start of the file `name`, its password check not yet looked at. Errors, with `{ name }`:
 * protection.notProtected, protection.damagedHead, protection.newer.
 */
export function readHeader(bytes: Uint8Array, name: string): Outcome<Header> {
  if (!isProtected(bytes)) return failed('protection.notProtected', { name });
  const damaged = failed('protection.damagedHead', { name });
  if (bytes.length < headerBytes) return damaged;
  const header = bytes.subarray(0, headerBytes);
  if (Buffer.compare(headerSum(header), header.subarray(summedBytes)) !== 0) return damaged;
  const [version, derivation, cipher, kind, log2N = 0, r = 0, p = 0, log2Part = 0] =
    header.subarray(versionAt);
  const contents = (['backup', 'submission'] as const).find((one) => protectedContents[one] === kind);
  if (version !== 1 || derivation !== 1 || cipher !== 1 || contents === undefined) {
    return failed('protection.newer', { name });
  }
  const length = new DataView(header.buffer, header.byteOffset).getBigUint64(lengthAt);
  const told = { log2N, r, p, log2Part };
  const isBelievable = (['log2N', 'r', 'p', 'log2Part'] as const).every((field) => {
    const [least, most] = believed[field];
    return told[field] >= least && told[field] <= most;
  });
  if (!isBelievable || length > BigInt(Number.MAX_SAFE_INTEGER)) return damaged;
  const read: Header = {
    contents,
    scrypt: { log2N, r, p },
    log2Part,
    salt: header.slice(saltAt, saltAt + saltBytes),
    length: Number(length),
  };
  return partCount(read) > mostParts ? damaged : done(read);
}
