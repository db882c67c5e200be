/** Opening what is left of a workspace, always a copy: the original is never opened, so that it stays as it is. */
import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { readTables } from '../integrity/tables.ts';

const magic = Buffer.from('SQLite format 3\0', 'latin1');
/** sqlite.org/fileformat2.html: 1.3 header, 1.6 b-tree pages. */
const pageSizeAt = 16;
const headerBytes = 100;
const interiorTablePage = 0x05;

function pageSizeOf(file: number): number {
  const header = Buffer.alloc(headerBytes);
  readSync(file, header, 0, headerBytes, 0);
  const size = header.readUInt16BE(pageSizeAt);
  return size === 1 ? 65_536 : size;
}

/** The pages of a whole file on which its tables are declared: the first and those below it. */
function declarationPages(file: number, pageSize: number): number[] {
  const first = Buffer.alloc(pageSize);
  readSync(file, first, 0, pageSize, 0);
  if (first[headerBytes] !== interiorTablePage) return [1];
  const cells = first.readUInt16BE(headerBytes + 3);
  const pointers = Array.from({ length: cells }, (_, index) =>
    first.readUInt16BE(headerBytes + 12 + 2 * index),
  );
  return [1, ...pointers.map((at) => first.readUInt32BE(at)), first.readUInt32BE(headerBytes + 8)];
}

/** Tables keep their places from backup to backup, so a backup's declarations fit the damaged file of its version. */
function takeDeclarationsFrom(backup: string, copy: string): void {
  const from = openSync(backup, 'r');
  const to = openSync(copy, 'r+');
  try {
    const pageSize = pageSizeOf(from);
    for (const page of declarationPages(from, pageSize)) {
      const bytes = Buffer.alloc(pageSize);
      readSync(from, bytes, 0, pageSize, (page - 1) * pageSize);
      // How many pages there are is the damaged file's own matter.
      if (page === 1) bytes.writeUInt32BE(Math.floor(statSync(copy).size / pageSize), 28);
      writeSync(to, bytes, 0, pageSize, (page - 1) * pageSize);
    }
  } finally {
    closeSync(from);
    closeSync(to);
  }
}

function restoreMagic(copy: string): void {
  const file = openSync(copy, 'r+');
  try {
    writeSync(file, magic, 0, magic.byteLength, 0);
  } finally {
    closeSync(file);
  }
}

/** Null where not even the declarations of the tables `expected` can be read. */
function openIfDeclared(copy: string, expected: readonly string[]): Database.Database | null {
  let connection: Database.Database | undefined;
  try {
    connection = new Database(copy, { fileMustExist: true });
    const names = new Set(readTables(connection).map(({ name }) => name));
    if (expected.every((name) => names.has(name))) return connection;
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  }
  connection?.close();
  return null;
}

/**
 * Opens `copy`, mending its first bytes if need be and, where its tables' declarations are gone, taking those of
 * `backup` (a whole file of the same version). `expected` are tables that every version has. Null where all is in vain.
 */
export function openDamaged(
  copy: string,
  backup: string | null,
  expected: readonly string[],
): Database.Database | null {
  if (statSync(copy).size < headerBytes) return null;
  restoreMagic(copy);
  const opened = openIfDeclared(copy, expected);
  if (opened !== null || backup === null) return opened;
  takeDeclarationsFrom(backup, copy);
  return openIfDeclared(copy, expected);
}
