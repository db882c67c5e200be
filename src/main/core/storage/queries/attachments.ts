import { z } from 'zod';
import { type AttachmentEntry, attachmentEntrySchema } from '../../../../shared/contract.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

export interface AttachmentRecord extends Omit<AttachmentEntry, 'size'> {
  reportId: string;
  position: number;
  /** Of `bytes`, in hexadecimal. */
  sha256: string;
  bytes: Uint8Array;
  createdAt: string;
}

/** A report's attachments without their bytes: the original first, then the pictures as the file shows them. */
export function readAttachments(database: ReadableDatabase, reportId: string): AttachmentEntry[] {
  const rows = database
    .prepare(
      `SELECT id, kind, name, media_type AS mediaType, length(bytes) AS size
         FROM attachment WHERE report_id = ? ORDER BY position, id`,
    )
    .all(reportId);
  return z.array(attachmentEntrySchema).parse(rows);
}

const contentRow = z.object({
  name: z.string(),
  mediaType: z.string(),
  sha256: z.string(),
  bytes: z.instanceof(Buffer),
});

/** One attachment with its bytes, or null. */
export function readAttachment(database: ReadableDatabase, id: string): z.infer<typeof contentRow> | null {
  const row = database
    .prepare('SELECT name, media_type AS mediaType, sha256, bytes FROM attachment WHERE id = ?')
    .get(id);
  return row === undefined ? null : contentRow.parse(row);
}

export function insertAttachment(database: WritableDatabase, record: AttachmentRecord): void {
  database
    .prepare(
      `INSERT INTO attachment (id, report_id, position, kind, name, media_type, sha256, bytes, created_at)
       VALUES (:id, :reportId, :position, :kind, :name, :mediaType, :sha256, :bytes, :createdAt)`,
    )
    .run(record);
}
