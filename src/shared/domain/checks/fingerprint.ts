/** Short identities of texts, so that a stored dismissal holds no words of the report. */

/**
 * 106 bits of two multiplicative hashes (cyrb53, public domain, with two seeds) as text. Equal texts have equal
 * fingerprints; two different texts of one report do not meet by chance.
 */
export function fingerprint(text: string): string {
  return hash(text, 0).toString(36) + hash(text, 0x9e3779b9).toString(36);
}

function hash(text: string, seed: number): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
