/** Writes tar archives (ustar, POSIX.1-1988) whose bytes depend on their files alone. */
import { gzipSync } from 'node:zlib';
import { foldersOf, inOrder, type PackedFile } from './packed-file.ts';

/** 2024-01-01T00:00:00Z: the time of every file, so that the same files give the same archive. */
export const archiveSeconds = 1_704_067_200;

const block = 512;
/** Archives are filled up to twenty blocks, as tar writes them. */
const record = 20 * block;

export interface TarOptions {
  /** Before every name: `xiangbao/`, or `./` as in a .deb. */
  prefix: string;
  /** Links by name, as they will point. */
  links?: Readonly<Record<string, string>>;
}

/** Folders before what they hold, files by name, then links; owned by root. */
export function tarArchive(files: readonly PackedFile[], { prefix, links = {} }: TarOptions): Buffer {
  const linked = Object.entries(links).sort(([a], [b]) => (a < b ? -1 : 1));
  const named = linked.map(([path]) => ({ path, bytes: Buffer.alloc(0), executable: false }));
  const parts: Uint8Array[] = [header({ name: prefix, type: 'folder', mode: 0o755 })];
  for (const folder of foldersOf([...files, ...named])) {
    parts.push(header({ name: `${prefix}${folder}/`, type: 'folder', mode: 0o755 }));
  }
  for (const { path, bytes, executable } of inOrder(files)) {
    const mode = executable ? 0o755 : 0o644;
    parts.push(header({ name: `${prefix}${path}`, type: 'file', mode, size: bytes.byteLength }), bytes);
    parts.push(Buffer.alloc(-bytes.byteLength & (block - 1)));
  }
  for (const [path, target] of linked) {
    parts.push(header({ name: `${prefix}${path}`, type: 'link', mode: 0o777, target }));
  }
  const length = parts.reduce((sum, part) => sum + part.byteLength, 0) + 2 * block;
  parts.push(Buffer.alloc(2 * block + ((record - (length % record)) % record)));
  return Buffer.concat(parts);
}

/** The same bytes on every system: gzip would note which one it ran on. */
export function gzipped(bytes: Uint8Array, level: number): Buffer {
  const packed = gzipSync(bytes, { level });
  packed[9] = 255;
  return packed;
}

interface Entry {
  name: string;
  type: 'file' | 'folder' | 'link';
  mode: number;
  size?: number;
  target?: string;
}

const typeFlags = { file: '0', link: '2', folder: '5' } as const;

function header({ name, type, mode, size = 0, target = '' }: Entry): Buffer {
  const bytes = Buffer.alloc(block);
  const [prefix, rest] = splitName(name);
  bytes.write(rest, 0);
  bytes.write(octal(mode, 8), 100);
  bytes.write(octal(0, 8), 108);
  bytes.write(octal(0, 8), 116);
  bytes.write(octal(size, 12), 124);
  bytes.write(octal(archiveSeconds, 12), 136);
  bytes.write(' '.repeat(8), 148);
  bytes.write(typeFlags[type], 156);
  if (Buffer.byteLength(target) > 100) throw new Error(`a link target too long for tar: ${target}`);
  bytes.write(target, 157);
  bytes.write('ustar\x0000', 257);
  bytes.write('root', 265);
  bytes.write('root', 297);
  bytes.write(octal(0, 8), 329);
  bytes.write(octal(0, 8), 337);
  bytes.write(prefix, 345);
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return bytes;
}

/** A name of more than 100 bytes is told in two parts, of up to 155 and 100 bytes. */
function splitName(name: string): [prefix: string, rest: string] {
  if (Buffer.byteLength(name) <= 100) return ['', name];
  for (let slash = name.indexOf('/'); slash !== -1; slash = name.indexOf('/', slash + 1)) {
    const prefix = name.slice(0, slash);
    const rest = name.slice(slash + 1);
    const fits = Buffer.byteLength(prefix) <= 155 && Buffer.byteLength(rest) <= 100;
    if (fits && prefix !== '' && rest !== '') return [prefix, rest];
  }
  throw new Error(`a name too long for tar: ${name}`);
}

function octal(value: number, width: number): string {
  return `${value.toString(8).padStart(width - 1, '0')}\0`;
}
