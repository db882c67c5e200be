/** Remembers the report as it was printed, for the day when the exported file comes back edited. */
import { createHash } from 'node:crypto';
import type { ReportContent } from '../../../shared/contract.ts';
import type { FormatProfile } from '../../../shared/domain/format-profile.ts';
import type { Look } from '../../../shared/domain/look.ts';
import type { NumberBook } from '../../../shared/domain/number-book.ts';
import type { WriteContext } from '../context.ts';
import { writeReturnedBase } from '../storage/queries/returned.ts';
import { printedBlocks } from './printed-blocks.ts';

/** To be called in the transaction of every command that has written a document, with the content it was written from. */
export function keepReturnedBase(
  { database, now }: Pick<WriteContext, 'database' | 'now'>,
  { content, book }: { content: ReportContent; book: NumberBook },
  look: Look,
  format: FormatProfile,
): void {
  const blocks = JSON.stringify(printedBlocks(content, book, look, format));
  const sha256 = createHash('sha256').update(`${look} ${blocks}`).digest('hex');
  writeReturnedBase(database, content.report.id, { sha256, look, blocks, exportedAt: now });
}
