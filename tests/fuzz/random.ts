/** Choices that are the same for the same seed. */
import { randomNumbers } from '../faults/damage.ts';

export interface Random {
  /** A whole number from 0 to just under `limit`; 0 where the limit is 0. */
  below(limit: number): number;
  chance(share: number): boolean;
  /** Throws where there is nothing to pick from. */
  pick<T>(items: readonly T[]): T;
  bytes(length: number): Uint8Array;
}

export function createRandom(seed: number): Random {
  // Neighbouring seeds begin alike in the small generator: they are spread over its whole state first.
  const next = randomNumbers(Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995);
  const below = (limit: number) => (limit <= 0 ? 0 : next(limit));
  return {
    below,
    chance: (share) => next(1_000_000) < share * 1_000_000,
    pick(items) {
      const index = below(items.length);
      if (items.length === 0) throw new RangeError('nothing to pick from');
      return items[index] as (typeof items)[number];
    },
    bytes: (length) => Uint8Array.from({ length }, () => below(256)),
  };
}
