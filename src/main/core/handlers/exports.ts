import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createNumberBook } from '../../../shared/domain/number-book.ts';
import { ExpectedFailure } from '../../../shared/errors.ts';
import type { ReadContext } from '../context.ts';
import { exportDocx, readiness, suggestedFileName, type WrittenDocx } from '../export/export-report.ts';
import { keepReturnedBase } from '../returned/keep-base.ts';
import { readChapters } from '../storage/queries/chapters.ts';
import { readNumberTables } from '../storage/queries/numbers.ts';
import type { CommandHandlers, Preparations, QueryHandlers } from './kinds.ts';
import { requireReport } from './reports.ts';

const exportFolderName = '导出';

function readForExport(context: ReadContext, reportId: string) {
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
} satisfies Partial<QueryHandlers>;

type Exported = ReturnType<typeof readForExport> & { path: string; written: WrittenDocx };

/** Written by the preparation, by its input. */
const prepared = new WeakMap<object, Exported>();

export const exportPreparations = {
  'export.docx': async (context, input) => {
    const read = readForExport(context, input.reportId);
    const path = targetPath(context, input.target, suggestedFileName(read.content.report));
    const written = await exportDocx({ ...read, mode: input.mode, look: input.look, path });
    if (!written.ok) throw new ExpectedFailure(written.error.code, written.error.parameters);
    prepared.set(input, { ...read, path, written: written.value });
  },
} satisfies Preparations;

export const exportCommands = {
  'export.docx': (context, input) => {
    const exported = prepared.get(input);
    if (exported === undefined) throw new Error('export.docx was not prepared');
    const { content, book, lastYearHeadings, path, written } = exported;
    const { sha256, size, numbers } = written;
    keepReturnedBase(context, content, book, input.look);
    return {
      file: { grant: context.grants.grant(path), name: basename(path), size },
      path,
      sha256,
      numbers,
      ...readiness(content, book, lastYearHeadings),
    };
  },
} satisfies Partial<CommandHandlers>;
