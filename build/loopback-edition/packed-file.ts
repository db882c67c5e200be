/** A file of a package before it is in an archive or on a disk. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface PackedFile {
  /** Relative, with `/` between its parts. */
  path: string;
  bytes: Uint8Array;
  executable: boolean;
}

export function packedText(path: string, text: string, executable = false): PackedFile {
  return { path, bytes: Buffer.from(text, 'utf8'), executable };
}

/** The order of every archive: by the paths' bytes, whatever the machine's language is. */
export function inOrder(files: readonly PackedFile[]): PackedFile[] {
  return [...files].sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
}

/** All folders that `files` stand in, each before what it holds; without the root. */
export function foldersOf(files: readonly PackedFile[]): string[] {
  const folders = new Set<string>();
  for (const { path } of files) {
    const parts = path.split('/');
    for (let length = 1; length < parts.length; length += 1) folders.add(parts.slice(0, length).join('/'));
  }
  return [...folders].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

/** Writes `files` below `folder`, which need not be there. */
export function writeFiles(folder: string, files: readonly PackedFile[]): void {
  for (const { path, bytes, executable } of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes, { mode: executable ? 0o755 : 0o644 });
  }
}
