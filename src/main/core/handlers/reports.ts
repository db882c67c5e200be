import { renderBinding } from '../../../shared/domain/binding-text.ts';
import { emptyImprint } from '../../../shared/domain/imprint.ts';
import type { Report } from '../../../shared/domain/model.ts';
import { createNumberBook } from '../../../shared/domain/number-book.ts';
import { extractPromises } from '../../../shared/domain/roll/promises.ts';
import { type Predecessor, startingChapters } from '../../../shared/domain/start-report.ts';
import type { Template } from '../../../shared/domain/template.ts';
import { ExpectedFailure } from '../../../shared/errors.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { readChapters, writeChapter } from '../storage/queries/chapters.ts';
import { readNumberTables } from '../storage/queries/numbers.ts';
import { readOrganization } from '../storage/queries/organization.ts';
import { writePromise } from '../storage/queries/promises.ts';
import {
  findReport,
  insertReport,
  readRemovedReport,
  readReport,
  readTemplateVersion,
  setReportRemoved,
  updateReport,
} from '../storage/queries/reports.ts';
import { writeRollBase } from '../storage/queries/roll-base.ts';
import { installTemplate, readTemplate } from '../storage/queries/templates.ts';
import { requireFormat } from './format-profiles.ts';
import type { CommandHandlers, QueryHandlers } from './kinds.ts';

/** The report in sight of that id. Throws `report.notFound`. */
export function requireReport(context: Pick<ReadContext, 'database'>, id: string): Report {
  const report = readReport(context.database, id);
  if (report === null) throw new ExpectedFailure('report.notFound');
  return report;
}

/** A final report is frozen: its text and head change no more. */
export function requireEditableReport(context: Pick<ReadContext, 'database'>, id: string): Report {
  const report = requireReport(context, id);
  if (report.state === 'final') {
    throw new ExpectedFailure('report.final', { name: report.title, year: report.year });
  }
  return report;
}

/** Throws `report.exists` where the template has a report of that year in sight. */
export function requireNoReport(
  context: Pick<ReadContext, 'database'>,
  template: Template,
  year: number,
): void {
  const existing = findReport(context.database, template.key, year);
  if (existing !== null) throw new ExpectedFailure('report.exists', { year, name: existing.title });
}

/** The title that a report of the template is begun with. */
export function titleFor(template: Template, organization: string, year: number): string {
  return template.titlePattern.replace('{organization}', organization).replace('{year}', String(year));
}

/** The template as it was when the report was begun. */
export function templateOf(context: ReadContext | WriteContext, report: Report): Template {
  const version = readTemplateVersion(context.database, report.id);
  return (
    readTemplate(context.database, report.templateKey, version) ??
    context.templates.require(report.templateKey)
  );
}

export const reportQueries = {
  'report.read': (context, { id }) => ({
    report: requireReport(context, id),
    chapters: readChapters(context.database, id),
  }),

  'report.readPredecessor': (context, { id }) => {
    const { predecessorId } = requireReport(context, id);
    const report = predecessorId === null ? null : readReport(context.database, predecessorId);
    return {
      content: report === null ? null : { report, chapters: readChapters(context.database, report.id) },
    };
  },

  'report.guidance': (context, { id }) => {
    const template = templateOf(context, requireReport(context, id));
    return { usualLength: template.usualLength, chapters: template.chapters };
  },
} satisfies Partial<QueryHandlers>;

/** Keeps last year's next steps, each to be answered by this report. */
export function writePromises(
  context: WriteContext,
  reportId: string,
  template: Template,
  old: Predecessor,
): void {
  const book = createNumberBook(readNumberTables(context.database));
  const texts = extractPromises(
    old.chapters,
    template,
    (binding) => renderBinding(binding, old.year, book).text,
  );
  texts.forEach((text, position) => {
    const promise = { id: context.newId(), position, text: text.slice(0, 2000), state: 'open' } as const;
    writePromise(
      context.database,
      reportId,
      { ...promise, chapterId: null, passage: '', reason: '' },
      context.now,
    );
  });
}

function createReport(
  context: WriteContext,
  input: { templateKey: string; outlineKey: string | null; year: number; predecessorId: string | null },
): { id: string } {
  const { database, newId, now } = context;
  const template = context.templates.require(input.templateKey);
  const organization = readOrganization(database);
  if (organization === null) throw new ExpectedFailure('organization.missing');
  requireNoReport(context, template, input.year);

  const outline = template.outlines.find((candidate) => candidate.key === input.outlineKey);
  if (outline === undefined && (input.outlineKey !== null || input.predecessorId === null)) {
    throw new ExpectedFailure('outline.notFound', { name: input.outlineKey ?? '' });
  }
  const predecessor = input.predecessorId === null ? null : readReport(database, input.predecessorId);
  if (input.predecessorId !== null && predecessor === null) {
    throw new ExpectedFailure('report.previousNotFound');
  }

  installTemplate(database, template);
  const id = newId();
  insertReport(database, {
    id,
    templateKey: template.key,
    templateVersion: template.version,
    year: input.year,
    title: titleFor(template, organization.name, input.year),
    documentNumber: '',
    addressee: predecessor?.addressee || organization.addressee,
    signature: organization.name,
    issuedOn: null,
    // Who it is copied to, how it is headed and formatted seldom changes; who signed it and when does.
    imprint: predecessor === null ? emptyImprint : { ...predecessor.imprint, signer: '', printedOn: null },
    formatProfileId: predecessor?.formatProfileId ?? null,
    state: 'draft',
    origin: predecessor === null ? 'template' : 'rolled',
    predecessorId: predecessor?.id ?? null,
    updatedAt: now,
  });
  const old =
    predecessor === null
      ? null
      : { year: predecessor.year, chapters: readChapters(database, predecessor.id) };
  const chapters = startingChapters({
    template,
    outline: outline?.nodes ?? null,
    predecessor: old,
    newId,
  });
  for (const { chapter, source } of chapters) {
    writeChapter(database, id, chapter, now);
    if (source !== null) {
      writeRollBase(database, {
        chapterId: chapter.id,
        predecessorChapterId: source.id,
        body: source.body,
      });
    }
  }
  if (old !== null) writePromises(context, id, template, old);
  return { id };
}

export const reportCommands = {
  'report.create': createReport,

  'report.update': (context, { id, state, ...patch }) => {
    const report = requireReport(context, id);
    if (patch.formatProfileId) requireFormat(context, patch.formatProfileId);
    // Taking a final report back to draft is a change of state alone; its text opens only with the next call.
    if (report.state === 'final' && Object.keys(patch).length > 0) requireEditableReport(context, id);
    updateReport(context.database, {
      ...report,
      title: patch.title ?? report.title,
      documentNumber: patch.documentNumber ?? report.documentNumber,
      addressee: patch.addressee ?? report.addressee,
      signature: patch.signature ?? report.signature,
      issuedOn: patch.issuedOn === undefined ? report.issuedOn : patch.issuedOn,
      imprint: patch.imprint ?? report.imprint,
      formatProfileId: patch.formatProfileId === undefined ? report.formatProfileId : patch.formatProfileId,
      state: state ?? report.state,
      updatedAt: context.now,
    });
    return { savedAt: context.now };
  },

  'report.remove': (context, { id }) => {
    requireReport(context, id);
    setReportRemoved(context.database, id, context.now);
    return { savedAt: context.now };
  },

  'report.restore': (context, { id }) => {
    const removed = readRemovedReport(context.database, id);
    if (removed === null) throw new ExpectedFailure('report.notFound');
    const successor = findReport(context.database, removed.templateKey, removed.year);
    if (successor !== null) {
      throw new ExpectedFailure('report.exists', { year: removed.year, name: successor.title });
    }
    setReportRemoved(context.database, id, null);
    return { savedAt: context.now };
  },
} satisfies Partial<CommandHandlers>;
