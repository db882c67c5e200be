/** Damage that knows nothing of a format. */
import type { Random } from '../random.ts';

type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** Numbers at which readers of sizes, offsets and counts stumble. */
export const extremeNumbers = [
  0, 1, 2, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff,
];

const flips: Mutation = (bytes, random) => {
  const flipped = new Uint8Array(bytes);
  for (let count = 1 + random.below(12); count > 0; count -= 1) {
    const at = random.below(flipped.length);
    flipped[at] = (flipped[at] ?? 0) ^ (1 + random.below(255));
  }
  return flipped;
};

const truncation: Mutation = (bytes, random) => bytes.slice(0, random.below(bytes.length));

/** A stretch is put in at another place, over what stands there or between it. */
const splice: Mutation = (bytes, random) => {
  const from = random.below(bytes.length);
  const piece = bytes.slice(from, from + 1 + random.below(Math.min(4096, bytes.length - from)));
  const at = random.below(bytes.length);
  const behind = random.chance(0.5) ? at : at + piece.length;
  return joined(bytes.subarray(0, at), piece, bytes.subarray(behind));
};

const removal: Mutation = (bytes, random) => {
  const at = random.below(bytes.length);
  return joined(bytes.subarray(0, at), bytes.subarray(at + 1 + random.below(512)));
};

const noise: Mutation = (bytes, random) => {
  const at = random.below(bytes.length);
  const piece = random.bytes(1 + random.below(256));
  return joined(bytes.subarray(0, at), piece, bytes.subarray(at + piece.length));
};

const extremeNumber: Mutation = (bytes, random) => {
  const changed = new Uint8Array(bytes);
  if (changed.length < 4) return changed;
  const view = new DataView(changed.buffer);
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const at = random.below(changed.length - 3);
    const number = random.pick(extremeNumbers);
    if (random.chance(0.5)) view.setUint32(at, number, random.chance(0.7));
    else view.setUint16(at, number & 0xffff, random.chance(0.7));
  }
  return changed;
};

const mutations = [flips, flips, truncation, splice, removal, noise, extremeNumber];

export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  return bytes.length === 0 ? random.bytes(1 + random.below(64)) : random.pick(mutations)(bytes, random);
}
