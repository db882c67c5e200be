import { createHash } from 'node:crypto';
import type { DocumentPage } from '../../../shared/domain/paged-document.ts';
import { layOutReport } from '../export/layout.ts';
import { readForExport } from './exports.ts';
import { formatOf } from './format-profiles.ts';
import type { CommandHandlers, QueryHandlers } from './kinds.ts';

function hashOf(page: DocumentPage): string {
  return createHash('sha256').update(JSON.stringify(page)).digest('hex');
}

export const previewQueries = {
  'preview.pages': async (context, { reportId, look, mode, known }) => {
    const { content, book } = readForExport(context, reportId);
    const format = formatOf(context, content.report);
    const layout = layOutReport(content, book, { mode, look, format });
    const { title, pages } = await context.pageComposer.compose(layout, format);
    const isKnown = new Set(known);
    const { fonts, westernFont } = format;
    return {
      title,
      format: { fonts, westernFont },
      pages: pages.map((page) => {
        const hash = hashOf(page);
        return { hash, page: isKnown.has(hash) ? null : page };
      }),
    };
  },
} satisfies Partial<QueryHandlers>;

export const previewCommands = {} satisfies Partial<CommandHandlers>;
