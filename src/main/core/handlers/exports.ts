import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createNumberBook } from '../../../shared/domain/number-book.ts';
import { ExpectedFailure } from '../../../shared/errors.ts';
import type { ReadContext } from '../context.ts';
import { exportDocx, readiness, suggestedFileName } from '../export/export-report.ts';
import { readChapters } from '../storage/queries/chapters.ts';
import { readNumberTables } from '../storage/queries/numbers.ts';
import { formatOf } from './format-profiles.ts';
import type { QueryHandlers } from './kinds.ts';
import { requireReport } from './reports.ts';

const exportFolderName = '导出';

/** All that a document is made from. Throws `report.notFound`. */
export function readForExport(context: ReadContext, reportId: string) {
  const report = requireReport(context, reportId);
  const content = { report, chapters: readChapters(context.database, reportId) };
  const book = createNumberBook(readNumberTables(context.database));
  const old = report.predecessorId === null ? [] : readChapters(context.database, report.predecessorId);
  return { content, book, lastYearHeadings: new Set(old.map(({ heading }) => heading)) };
}

function targetPath(context: ReadContext, target: string | null, fileName: string): string {
  if (target !== null) {
    const path = context.grants.path(target);
    if (!path.ok) throw new ExpectedFailure(path.error.code, path.error.parameters);
    return path.value;
  }
  const folder = join(context.workspaceFolder, exportFolderName);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new ExpectedFailure('export.writeFailed', {
      name: fileName,
      reason: error instanceof Error ? error.message : '',
    });
  }
  return join(folder, fileName);
}

export const exportQueries = {
  'export.readiness': (context, { reportId }) => {
    const { content, book, lastYearHeadings } = readForExport(context, reportId);
    return readiness(content, book, lastYearHeadings);
  },

  'export.docx': async (context, { reportId, mode, look, target }) => {
    const { content, book, lastYearHeadings } = readForExport(context, reportId);
    const format = formatOf(context, content.report);
    const path = targetPath(context, target, suggestedFileName(content.report));
    const written = await exportDocx({ content, book, lastYearHeadings, mode, look, path, format });
    if (!written.ok) throw new ExpectedFailure(written.error.code, written.error.parameters);
    const { sha256, size, numbers } = written.value;
    return {
      file: { grant: context.grants.grant(path), name: basename(path), size },
      path,
      sha256,
      numbers,
      ...readiness(content, book, lastYearHeadings),
    };
  },
} satisfies Partial<QueryHandlers>;
