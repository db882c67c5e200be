import type { ReportPromise } from '../../../shared/domain/promise.ts';
import { ExpectedFailure } from '../../../shared/errors.ts';
import { readChapterOwner } from '../storage/queries/chapters.ts';
import { readPromise, readPromises, writePromise } from '../storage/queries/promises.ts';
import { touchReport } from '../storage/queries/reports.ts';
import type { CommandHandlers, QueryHandlers } from './kinds.ts';
import { requireEditableReport, requireReport } from './reports.ts';

export const promiseQueries = {
  'promise.list': (context, { reportId }) => {
    requireReport(context, reportId);
    return { promises: readPromises(context.database, reportId) };
  },
} satisfies Partial<QueryHandlers>;

export const promiseCommands = {
  'promise.answer': (context, { id, state, chapterId, passage, reason }) => {
    const known = readPromise(context.database, id);
    if (known === null) throw new ExpectedFailure('promise.notFound');
    const { reportId, ...before } = known;
    requireEditableReport(context, reportId);
    const unanswered = state === 'postponed' || state === 'dropped';
    if (unanswered && reason.trim() === '') throw new ExpectedFailure('promise.reasonMissing');
    const linked = state === 'answered' ? chapterId : null;
    if (state === 'answered') {
      const owner = linked === null ? null : readChapterOwner(context.database, linked);
      if (owner?.reportId !== reportId) throw new ExpectedFailure('chapter.notFound');
    }
    const promise: ReportPromise = {
      ...before,
      state,
      chapterId: linked,
      passage: state === 'answered' ? passage : '',
      reason: unanswered ? reason.trim() : '',
    };
    writePromise(context.database, reportId, promise, context.now);
    touchReport(context.database, reportId, context.now);
    return { savedAt: context.now, promise };
  },
} satisfies Partial<CommandHandlers>;
