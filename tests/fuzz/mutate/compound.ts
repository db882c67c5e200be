/** Damage to compound files: sectors swapped and spoilt, chains that loop, streams of the document changed. Source: [MS-CFB] 2. */
import { read, utils, write } from 'cfb';
import type { Random } from '../random.ts';
import { extremeNumbers, mutateBytes } from './bytes.ts';

const sectorBytes = 512;

function sector(bytes: Uint8Array, index: number): Uint8Array {
  return bytes.subarray(index * sectorBytes, (index + 1) * sectorBytes);
}

/** Numbers of four bytes in one sector take those of other sectors, or extremes: in a table of sectors, a loop. */
function spoilSector(bytes: Uint8Array, random: Random): Uint8Array {
  const changed = new Uint8Array(bytes);
  const count = Math.floor(changed.length / sectorBytes);
  const index = random.chance(0.3) ? 0 : random.below(count);
  const view = new DataView(changed.buffer);
  for (let times = 1 + random.below(6); times > 0; times -= 1) {
    const at = index * sectorBytes + 4 * random.below(sectorBytes / 4);
    if (at + 4 <= changed.length) {
      view.setUint32(at, random.chance(0.6) ? random.below(count) : random.pick(extremeNumbers), true);
    }
  }
  return changed;
}

function swapSectors(bytes: Uint8Array, random: Random): Uint8Array {
  const changed = new Uint8Array(bytes);
  const count = Math.floor(changed.length / sectorBytes);
  const [first, second] = [random.below(count), random.below(count)];
  changed.set(sector(bytes, first), second * sectorBytes);
  if (random.chance(0.5)) changed.set(sector(bytes, second), first * sectorBytes);
  return changed;
}

/** One stream is changed, and the container is written anew around it: damage that reaches the reader of documents. */
function mutateStream(bytes: Uint8Array, random: Random): Uint8Array {
  const container = read(Buffer.from(bytes), { type: 'buffer' });
  const streams = container.FullPaths.flatMap((path, index) => {
    const content = container.FileIndex[index]?.content;
    return path.endsWith('/') || content === undefined ? [] : [{ path, content: Uint8Array.from(content) }];
  });
  if (streams.length === 0) return mutateBytes(bytes, random);
  const chosen = random.pick(streams);
  const made = utils.cfb_new();
  for (const { path, content } of streams) {
    const name = path.slice(path.indexOf('/'));
    const isHead = path === chosen.path && path.endsWith('WordDocument') && random.chance(0.5);
    // The head of the document is where its tables and counts are named.
    const changed = isHead
      ? new Uint8Array(Buffer.concat([mutateBytes(content.slice(0, 1024), random), content.subarray(1024)]))
      : path === chosen.path
        ? mutateBytes(content, random)
        : content;
    utils.cfb_add(made, name, changed);
  }
  return new Uint8Array(Buffer.from(write(made, { type: 'buffer' })));
}

export function mutateCompound(bytes: Uint8Array, random: Random): Uint8Array {
  switch (random.below(6)) {
    case 0:
      return mutateBytes(bytes, random);
    case 1:
      return swapSectors(bytes, random);
    case 2:
      return spoilSector(bytes, random);
    default:
      return mutateStream(bytes, random);
  }
}
