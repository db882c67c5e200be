/** Chance damage to a file, the same for the same seed. */
import { readFileSync, writeFileSync } from 'node:fs';

/** mulberry32: small, and its whole state is the seed that a failing run prints. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

type Damage = (bytes: Buffer, random: (below: number) => number) => Buffer;

const flips: Damage = (bytes, random) => {
  for (let count = 1 + random(16); count > 0; count -= 1) {
    const at = random(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 + random(255));
  }
  return bytes;
};
const oneFlip: Damage = (bytes, random) => {
  const at = random(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
  return bytes;
};
const firstPage: Damage = (bytes, random) => {
  const at = random(4096);
  bytes[at] = random(256);
  return bytes;
};
const noise: Damage = (bytes, random) => {
  const from = random(bytes.length);
  const to = Math.min(bytes.length, from + 1 + random(8192));
  for (let at = from; at < to; at += 1) bytes[at] = random(256);
  return bytes;
};
const emptySector: Damage = (bytes, random) => {
  const from = 512 * random(Math.floor(bytes.length / 512));
  return bytes.fill(0, from, Math.min(bytes.length, from + 512 * (1 + random(16))));
};
const cut: Damage = (bytes, random) => bytes.subarray(0, random(bytes.length));

const kinds: Record<string, Damage> = { flips, oneFlip, firstPage, noise, emptySector, cut };

/** Damages the file at `path` and tells how, for the message of a failing run. */
export function damageFile(path: string, seed: number): string {
  const random = randomNumbers(seed);
  const names = Object.keys(kinds);
  const name = names[random(names.length)] ?? 'flips';
  const damage = kinds[name] ?? flips;
  writeFileSync(path, damage(readFileSync(path), random));
  return name;
}
