import type { ReportCard } from '../../../shared/contract.ts';
import { renderBinding } from '../../../shared/domain/binding-text.ts';
import { bindingsOf } from '../../../shared/domain/document.ts';
import type { NumberState, Report } from '../../../shared/domain/model.ts';
import { createNumberBook, type NumberBook } from '../../../shared/domain/number-book.ts';
import { isAskedFor } from '../../../shared/domain/topic-members.ts';
import type { ReadableDatabase } from '../storage/database.ts';
import { readChapters, readReportsWithOverrides } from '../storage/queries/chapters.ts';
import { readNumberTables } from '../storage/queries/numbers.ts';
import { readOrganization, writeOrganization } from '../storage/queries/organization.ts';
import { readReportSummaries, readReports } from '../storage/queries/reports.ts';
import type { CommandHandlers, QueryHandlers } from './kinds.ts';

/** Places of a report whose number has changed under what a person wrote there. */
function changedPlaces(database: ReadableDatabase, { id, year }: Report, book: NumberBook): number {
  return readChapters(database, id)
    .flatMap(({ body }) => bindingsOf(body))
    .filter(({ override }) => override !== undefined)
    .filter((binding) => renderBinding(binding, year, book).state === 'sourceChanged').length;
}

export const workspaceQueries = {
  'workspace.inspect': async ({ inspection }) => ({ damaged: (await inspection.result()) !== null }),

  'workspace.status': ({ database, workspacePath, templates }) => {
    const tables = readNumberTables(database);
    const book = createNumberBook(tables);
    const typedIndicators = tables.indicators.filter((indicator) => indicator.formula === null);
    const known = new Map(templates.list().map((template) => [template.key, template]));
    const summaries = new Map(readReportSummaries(database).map((summary) => [summary.reportId, summary]));

    // Reports of one template and year share their numbers, so each pair is counted once.
    const counted = new Map<string, ReportCard['numbers']>();
    const countNumbers = (templateKey: string, year: number) => {
      const key = `${templateKey} ${year}`;
      const existing = counted.get(key);
      if (existing !== undefined) return existing;
      const asked = new Set(
        known.get(templateKey)?.topics.flatMap((topic) => topic.indicators.map((indicator) => indicator.key)),
      );
      const numbers: Record<NumberState, number> = { confirmed: 0, carried: 0, missing: 0 };
      for (const indicator of typedIndicators) {
        if (asked.has(indicator.id) && isAskedFor(indicator, year))
          numbers[book.cell(indicator.id, year).state] += 1;
      }
      counted.set(key, numbers);
      return numbers;
    };

    const overridden = readReportsWithOverrides(database);
    return {
      path: workspacePath,
      organization: readOrganization(database),
      reports: readReports(database).map((report) => ({
        ...report,
        templateName: known.get(report.templateKey)?.name ?? report.templateKey,
        numbers: countNumbers(report.templateKey, report.year),
        carriedParagraphs: summaries.get(report.id)?.carriedParagraphs ?? 0,
        emptyChapters: summaries.get(report.id)?.emptyChapters ?? 0,
        changedPlaces: overridden.has(report.id) ? changedPlaces(database, report, book) : 0,
      })),
    };
  },

  'template.list': ({ templates }) => ({
    templates: templates.list().map(({ key, name, subject, version, due, outlines }) => ({
      key,
      name,
      subject,
      version,
      due,
      outlines: outlines.map((outline) => ({
        key: outline.key,
        name: outline.name,
        description: outline.description,
      })),
    })),
  }),

  'numbers.read': ({ database }) => readNumberTables(database),
} satisfies Partial<QueryHandlers>;

export const workspaceCommands = {
  'organization.save': ({ database, now }, organization) => {
    writeOrganization(database, organization);
    return { savedAt: now };
  },
} satisfies Partial<CommandHandlers>;
