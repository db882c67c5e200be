/** From a password to the keys of one file (see container-format.ts). */
import { createHmac, scrypt, timingSafeEqual } from 'node:crypto';
import { normalizePassword } from '../../../shared/domain/protection/password.ts';
import { checkedBytes, type Header, summedBytes } from './container-format.ts';

export interface Keys {
  check: Uint8Array;
  contents: Uint8Array;
}

/** Beside the main thread: other work goes on meanwhile. */
export function deriveKeys(password: string, { scrypt: cost, salt }: Header): Promise<Keys> {
  const { log2N, r, p } = cost;
  const N = 2 ** log2N;
  return new Promise((resolve, reject) => {
    const settings = { N, r, p, maxmem: 128 * r * (N + p + 2) * 2 };
    scrypt(Buffer.from(normalizePassword(password), 'utf8'), salt, 64, settings, (error, derived) => {
      if (error) reject(error);
      else resolve({ check: derived.subarray(0, 32), contents: derived.subarray(32) });
    });
  });
}

export function passwordCheck(header: Uint8Array, { check }: Keys): Uint8Array {
  return createHmac('sha256', check).update(header.subarray(0, checkedBytes)).digest();
}

export function isRightPassword(header: Uint8Array, keys: Keys): boolean {
  return timingSafeEqual(passwordCheck(header, keys), header.subarray(checkedBytes, summedBytes));
}
