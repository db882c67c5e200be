/** Files whose bytes a page handed over: kept in a private temporary folder, granted, and gone when the door closes. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GrantedFile, maximumFileBytes } from '../../shared/contract.ts';
import { done, failed, type Outcome } from '../../shared/errors.ts';
import type { FileGrants } from '../core/ports.ts';
import { safeFileName } from './safe-file-name.ts';

export interface ReceivedFiles {
  /** Keeps `bytes`. Errors: file.tooLarge, file.diskFull, file.writeFailed. */
  receive(name: string, bytes: Uint8Array): Outcome<GrantedFile>;
  /** Removes everything received. */
  close(): void;
}

export interface ReceivedFilesOptions {
  grants: FileGrants;
  /** The system's temporary folder; the private folder (mode 0700) is made inside at the first file. */
  temporaryRoot: string;
  /** Bytes kept together; beyond them the oldest files make room. */
  maximumTotalBytes?: number;
}

export function createReceivedFiles(options: ReceivedFilesOptions): ReceivedFiles {
  const { grants, temporaryRoot, maximumTotalBytes = 8 * maximumFileBytes } = options;
  const kept: { folder: string; size: number }[] = [];
  let privateFolder: string | null = null;
  let received = 0;

  function makeRoom(size: number): void {
    while (kept.length > 0 && kept.reduce((sum, file) => sum + file.size, size) > maximumTotalBytes) {
      const oldest = kept.shift();
      if (oldest) {
        rmSync(oldest.folder, { recursive: true, force: true });
      }
    }
  }

  return {
    receive(name, bytes) {
      if (bytes.byteLength > maximumFileBytes) {
        return failed('file.tooLarge', { name, maximum: maximumFileBytes });
      }
      try {
        makeRoom(bytes.byteLength);
        privateFolder ??= mkdtempSync(join(temporaryRoot, 'xiangbao-'));
        received += 1;
        // A folder per file keeps the name people know, however often it comes.
        const folder = join(privateFolder, String(received));
        mkdirSync(folder, { mode: 0o700 });
        kept.push({ folder, size: bytes.byteLength });
        const path = join(folder, safeFileName(name));
        writeFileSync(path, bytes, { mode: 0o600 });
        return done({ grant: grants.grant(path), name, size: bytes.byteLength });
      } catch (error) {
        return failed(isDiskFull(error) ? 'file.diskFull' : 'file.writeFailed', { name });
      }
    },
    close() {
      if (privateFolder !== null) {
        rmSync(privateFolder, { recursive: true, force: true });
        privateFolder = null;
        kept.length = 0;
      }
    },
  };
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}
