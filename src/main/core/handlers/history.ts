import { createNumberBook } from '../../../shared/domain/number-book.ts';
import { compareTexts } from '../../../shared/domain/roll/compare.ts';
import { compareWithFinal, keepState, requireState } from '../history/keep-state.ts';
import { putBack } from '../history/restore-state.ts';
import { readChapters } from '../storage/queries/chapters.ts';
import { readNumberTables } from '../storage/queries/numbers.ts';
import { readStates } from '../storage/queries/report-states.ts';
import { formatOf } from './format-profiles.ts';
import type { CommandHandlers, QueryHandlers } from './kinds.ts';
import { requireEditableReport, requireReport } from './reports.ts';
import { textsOf } from './roll.ts';

export const historyQueries = {
  'history.list': (context, { reportId }) => {
    requireReport(context, reportId);
    return { states: readStates(context.database, reportId) };
  },

  'history.final': (context, { reportId }) => ({
    final: compareWithFinal(context, requireReport(context, reportId)),
  }),

  'history.read': (context, { id }) => {
    const { state, content } = requireState(context, id);
    return { state, content };
  },

  'history.compare': (context, { id }) => {
    const { reportId, content } = requireState(context, id);
    const report = requireReport(context, reportId);
    const book = createNumberBook(readNumberTables(context.database));
    const { numbering } = formatOf(context, report);
    const before = textsOf({ report, chapters: content.chapters }, book, numbering, content.shown);
    const now = textsOf({ report, chapters: readChapters(context.database, reportId) }, book, numbering);
    return { pairs: compareTexts(before, now) };
  },
} satisfies Partial<QueryHandlers>;

export const historyCommands = {
  'history.keep': (context, { reportId }) => {
    requireReport(context, reportId);
    return { savedAt: context.now, state: keepState(context, reportId, 'manual') };
  },

  'history.restore': (context, { id }) => {
    const { reportId, content } = requireState(context, id);
    const report = requireEditableReport(context, reportId);
    const before = keepState(context, reportId, 'restore');
    putBack(context, report, content);
    return {
      savedAt: context.now,
      content: {
        report: requireReport(context, reportId),
        chapters: readChapters(context.database, reportId),
      },
      before: before.id,
    };
  },
} satisfies Partial<CommandHandlers>;
