import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ReportContent } from '../../../shared/contract.ts';
import type { FormatProfile } from '../../../shared/domain/format-profile.ts';
import { createNumberBook, type NumberBook } from '../../../shared/domain/number-book.ts';
import { ExpectedFailure } from '../../../shared/errors.ts';
import type { ReadContext } from '../context.ts';
import { exportDocx, readiness, suggestedFileName, type WrittenDocx } from '../export/export-report.ts';
import { keepState } from '../history/keep-state.ts';
import { keepReturnedBase } from '../returned/keep-base.ts';
import { readChapters } from '../storage/queries/chapters.ts';
import { insertExportRecord } from '../storage/queries/export-records.ts';
import { readNumberTables } from '../storage/queries/numbers.ts';
import { formatOf } from './format-profiles.ts';
import type { CommandHandlers, Preparations, QueryHandlers } from './kinds.ts';
import { requireReport } from './reports.ts';

const exportFolderName = '导出';

export interface ReportMaterial {
  content: ReportContent;
  book: NumberBook;
  /** Of the report that this one was begun from, without markers. */
  lastYearHeadings: ReadonlySet<string>;
}

/** All that a document is made from. Throws `report.notFound`. */
export function readForExport(context: Pick<ReadContext, 'database'>, reportId: string): ReportMaterial {
  const report = requireReport(context, reportId);
  const content = { report, chapters: readChapters(context.database, reportId) };
  const book = createNumberBook(readNumberTables(context.database));
  const old = report.predecessorId === null ? [] : readChapters(context.database, report.predecessorId);
  return { content, book, lastYearHeadings: new Set(old.map(({ heading }) => heading)) };
}

/** The program's own folder for what leaves it, beside the workspace; made where it is not there. */
export function exportFolder({ workspaceFolder }: Pick<ReadContext, 'workspaceFolder'>): string {
  const folder = join(workspaceFolder, exportFolderName);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new ExpectedFailure('export.writeFailed', {
      name: exportFolderName,
      reason: error instanceof Error ? error.message : '',
    });
  }
  return folder;
}

function targetPath(context: ReadContext, target: string | null, fileName: string): string {
  if (target === null) return join(exportFolder(context), fileName);
  const path = context.grants.path(target);
  if (!path.ok) throw new ExpectedFailure(path.error.code, path.error.parameters);
  return path.value;
}

/** Written files on their way from a command's preparation to its transaction, by the very input of that call. */
const prepared = new WeakMap<
  object,
  { path: string; written: WrittenDocx; material: ReportMaterial; format: FormatProfile }
>();

export const exportPreparations = {
  'export.docx': async (context, input) => {
    const { reportId, mode, look, target } = input;
    const material = readForExport(context, reportId);
    const format = formatOf(context, material.content.report);
    const path = targetPath(context, target, suggestedFileName(material.content.report));
    const written = await exportDocx({
      ...material,
      mode,
      look,
      path,
      format,
    });
    if (!written.ok) throw new ExpectedFailure(written.error.code, written.error.parameters);
    prepared.set(input, { path, written: written.value, material, format });
  },
} satisfies Preparations;

export const exportQueries = {
  'export.readiness': (context, { reportId }) => {
    const { content, book, lastYearHeadings } = readForExport(context, reportId);
    return readiness(content, book, lastYearHeadings);
  },
} satisfies Partial<QueryHandlers>;

export const exportCommands = {
  'export.docx': (context, input) => {
    const done = prepared.get(input);
    if (done === undefined) throw new Error('export.docx was not prepared');
    const { path, written, material, format } = done;
    const { reportId, mode, look } = input;
    const { sha256, size, numbers } = written;
    const name = basename(path);
    const { content, book, lastYearHeadings } = material;
    keepReturnedBase(context, material, look, format);
    keepState(context, reportId, 'export');
    insertExportRecord(context.database, reportId, {
      id: context.newId(),
      exportedAt: context.now,
      look,
      mode,
      destination: basename(join(path, '..')),
      files: [{ name, size, sha256 }],
      failure: null,
    });
    return {
      file: { grant: context.grants.grant(path), name, size },
      path,
      sha256,
      numbers,
      ...readiness(content, book, lastYearHeadings),
    };
  },
} satisfies Partial<CommandHandlers>;
