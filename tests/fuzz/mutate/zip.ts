/** Damage to ZIP archives and what is in them. Source of the fields: PKWARE APPNOTE 4.3. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Random } from '../random.ts';
import { extremeNumbers, mutateBytes } from './bytes.ts';
import { mutateXml } from './xml.ts';

type Entries = Record<string, Uint8Array>;

/** Of every archive made here: the same choices give the same bytes on any day. */
const mtime = new Date('2025-01-06T00:00:00Z');

/** The same parts, packed at that time. */
export function repacked(bytes: Uint8Array): Uint8Array {
  return zipSync(unzipSync(bytes), { mtime });
}

/** Names that lead out of a folder, or that some system takes for another name. */
const hostileNames = [
  '../../evil.xml',
  '/etc/passwd',
  'C:\\evil.xml',
  '..\\evil.xml',
  'a/../word/document.xml',
  'word//document.xml',
  'WORD/DOCUMENT.XML',
  'CON',
  'a\0b.xml',
  '',
  '__proto__',
  'x'.repeat(2000),
];

const bombBytes = 12 * 1024 * 1024;

function pickName(entries: Entries, random: Random): string | null {
  const names = Object.keys(entries).filter((name) => !name.endsWith('/'));
  return names.length === 0 ? null : random.pick(names);
}

function mutateEntry(name: string, content: Uint8Array, random: Random): Uint8Array {
  const isXml = /\.(xml|rels)$/i.test(name);
  return isXml && random.chance(0.9)
    ? strToU8(mutateXml(strFromU8(content), random))
    : mutateBytes(content, random);
}

/** Blanks between tags, where they mean nothing, until the part is as large as a bomb. */
function swollen(content: Uint8Array): Uint8Array {
  const text = strFromU8(content);
  const at = text.lastIndexOf('</');
  return strToU8(at < 0 ? ' '.repeat(bombBytes) : text.slice(0, at) + ' '.repeat(bombBytes) + text.slice(at));
}

/** Changes the parts, and packs them again. `likely`: the parts whose damage leads furthest. */
function mutateParts(bytes: Uint8Array, random: Random, likely: RegExp): Uint8Array {
  const entries: Entries = { ...unzipSync(bytes) };
  for (let count = 1 + random.below(2); count > 0; count -= 1) {
    const name = pickName(entries, random);
    if (name === null) break;
    const wanted = Object.keys(entries).filter((each) => likely.test(each));
    const chosen = wanted.length > 0 && random.chance(0.7) ? random.pick(wanted) : name;
    const content = entries[chosen] ?? new Uint8Array();
    switch (random.below(20)) {
      case 0:
        delete entries[chosen];
        break;
      case 1:
        entries[random.pick(hostileNames)] = content;
        break;
      case 2:
        entries[chosen] = new Uint8Array(bombBytes);
        break;
      case 3:
        entries[chosen] = swollen(content);
        break;
      case 4:
        entries[chosen] = entries[name] ?? content;
        break;
      default:
        entries[chosen] = mutateEntry(chosen, content, random);
    }
  }
  return zipSync(entries, { level: random.chance(0.5) ? 6 : 0, mtime });
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;

/** Offsets of the fields of a directory entry, with their widths. */
const entryFields: readonly (readonly [number, 2 | 4])[] = [
  [6, 2],
  [8, 2],
  [10, 2],
  [12, 4],
  [16, 4],
  [20, 4],
  [24, 4],
  [28, 2],
  [30, 2],
  [32, 2],
  [38, 4],
  [42, 4],
];
const endFields: readonly (readonly [number, 2 | 4])[] = [
  [4, 2],
  [8, 2],
  [10, 2],
  [12, 4],
  [16, 4],
  [20, 2],
];

/** Lies in the directory: sizes, sums, methods, places, names of the same length, an entry twice. */
function mutateDirectory(bytes: Uint8Array, random: Random): Uint8Array {
  const changed = new Uint8Array(bytes);
  const view = new DataView(changed.buffer);
  const end = changed.length - 22;
  if (end < 0 || view.getUint32(end, true) !== endSignature) return mutateBytes(bytes, random);
  const starts: number[] = [];
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= end && view.getUint32(at, true) === entrySignature) {
    starts.push(at);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const set = (base: number, [offset, width]: readonly [number, 2 | 4]) => {
    const value = random.chance(0.5) ? random.pick(extremeNumbers) : random.below(changed.length);
    if (width === 4) view.setUint32(base + offset, value, true);
    else view.setUint16(base + offset, value & 0xffff, true);
  };
  for (let count = 1 + random.below(2); count > 0; count -= 1) {
    const start = starts.length === 0 ? -1 : random.pick(starts);
    if (start < 0 || random.chance(0.25)) set(end, random.pick(endFields));
    else if (random.chance(0.7)) set(start, random.pick(entryFields));
    else {
      // Another entry's place: two names for one content, or one part in the place of another.
      view.setUint32(start + 42, view.getUint32(random.pick(starts) + 42, true), true);
    }
  }
  return changed;
}

export function mutateZip(bytes: Uint8Array, random: Random, likely: RegExp = /document\.xml$/): Uint8Array {
  const choice = random.below(10);
  if (choice === 0) return mutateBytes(bytes, random);
  return choice === 1 ? mutateDirectory(bytes, random) : mutateParts(bytes, random, likely);
}
