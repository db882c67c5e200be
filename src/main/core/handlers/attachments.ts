import { createHash } from 'node:crypto';
import { ExpectedFailure } from '../../../shared/errors.ts';
import type { WriteContext } from '../context.ts';
import type { ImportedFile } from '../import/imported-files.ts';
import { mediaTypeOf } from '../import/media-type.ts';
import { isWholeAttachment } from '../storage/integrity/attachment-digests.ts';
import { insertAttachment, readAttachment, readAttachments } from '../storage/queries/attachments.ts';
import type { QueryHandlers } from './kinds.ts';
import { requireReport } from './reports.ts';

export const attachmentQueries = {
  'report.attachments': ({ database }, { id }) => {
    requireReport({ database }, id);
    return { attachments: readAttachments(database, id) };
  },

  'report.attachment': ({ database }, { id }) => {
    const found = readAttachment(database, id);
    if (found === null) throw new ExpectedFailure('attachment.notFound');
    if (!isWholeAttachment(found)) throw new ExpectedFailure('attachment.damaged', { name: found.name });
    return { name: found.name, mediaType: found.mediaType, base64: found.bytes.toString('base64') };
  },
} satisfies Partial<QueryHandlers>;

/** Keeps the file as it was read, and its pictures, with the report made of it. */
export function writeAttachments(
  { database, newId, now }: Pick<WriteContext, 'database' | 'newId' | 'now'>,
  reportId: string,
  file: ImportedFile,
): void {
  const { name, bytes, pictures } = file;
  [
    { kind: 'original' as const, name, mediaType: mediaTypeOf(name), bytes },
    ...pictures.map((picture) => ({ kind: 'picture' as const, ...picture })),
  ].forEach((attachment, position) => {
    insertAttachment(database, {
      ...attachment,
      id: newId(),
      reportId,
      position,
      sha256: createHash('sha256').update(attachment.bytes).digest('hex'),
      createdAt: now,
    });
  });
}
