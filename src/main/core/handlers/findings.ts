/** 校核: the findings of a report, and their dismissals. */
import { checkReport } from '../../../shared/domain/checks/check-report.ts';
import { sortDismissed } from '../../../shared/domain/checks/dismissals.ts';
import { createNumberBook } from '../../../shared/domain/number-book.ts';
import { numberChapters } from '../../../shared/domain/outline.ts';
import { ExpectedFailure } from '../../../shared/errors.ts';
import { readChapters } from '../storage/queries/chapters.ts';
import { readDismissals, restoreFinding, writeDismissal } from '../storage/queries/dismissed-findings.ts';
import { readNumberTables } from '../storage/queries/numbers.ts';
import { readRememberedChoices } from '../storage/queries/remembered-choices.ts';
import { formatOf } from './format-profiles.ts';
import type { CommandHandlers, QueryHandlers } from './kinds.ts';
import { requireReport, templateOf } from './reports.ts';

export const findingQueries = {
  'finding.list': (context, { reportId }) => {
    const { database } = context;
    const report = requireReport(context, reportId);
    const tables = readNumberTables(database);
    const old = report.predecessorId === null ? [] : readChapters(database, report.predecessorId);
    const findings = checkReport({
      year: report.year,
      numbered: numberChapters(readChapters(database, reportId), formatOf(context, report).numbering),
      indicators: tables.indicators,
      book: createNumberBook(tables),
      template: templateOf(context, report),
      remembered: readRememberedChoices(database),
      lastYearHeadings: new Set(old.map(({ heading }) => heading)),
    });
    return sortDismissed(findings, readDismissals(database, reportId));
  },

  'finding.basis': (context, { reportId }) => ({
    template: templateOf(context, requireReport(context, reportId)),
    remembered: readRememberedChoices(context.database),
    dismissals: readDismissals(context.database, reportId),
  }),
} satisfies Partial<QueryHandlers>;

export const findingCommands = {
  'finding.dismiss': (context, { reportId, findingId, reason: written }) => {
    const { database, now } = context;
    requireReport(context, reportId);
    const reason = written.trim();
    if (reason === '') throw new ExpectedFailure('finding.reasonMissing');
    writeDismissal(database, reportId, { findingId, reason, dismissedAt: now });
    return { savedAt: now, dismissals: readDismissals(database, reportId) };
  },

  'finding.restore': (context, { reportId, findingId }) => {
    const { database, now } = context;
    requireReport(context, reportId);
    restoreFinding(database, reportId, findingId, now);
    return { savedAt: now, dismissals: readDismissals(database, reportId) };
  },
} satisfies Partial<CommandHandlers>;
