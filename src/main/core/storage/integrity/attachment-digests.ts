import { hash } from 'node:crypto';
import type Database from 'better-sqlite3';

/** Whether an attachment's bytes are those that were kept. */
export function isWholeAttachment(attachment: { bytes: Uint8Array; sha256: string }): boolean {
  return hash('sha256', attachment.bytes) === attachment.sha256;
}

/** The ids of attachments whose bytes are not those that were kept. None in a file older than attachments. */
export function findDamagedAttachments(connection: Database.Database): string[] {
  const exists = connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'attachment'").get();
  if (exists === undefined) return [];
  const rows = connection.prepare<[], { id: string; sha256: string; bytes: Buffer }>(
    'SELECT id, sha256, bytes FROM attachment',
  );
  const damaged: string[] = [];
  for (const row of rows.iterate()) if (!isWholeAttachment(row)) damaged.push(row.id);
  return damaged;
}
