import { ExpectedFailure, type Outcome } from '../../../shared/errors.ts';
import { acceptUnsaved } from '../journal/accept-unsaved.ts';
import { compareUnsaved, describeUnsaved } from '../journal/describe-unsaved.ts';
import type { CommandHandlers, QueryHandlers } from './kinds.ts';

function succeeded<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new ExpectedFailure(outcome.error.code, outcome.error.parameters);
  return outcome.value;
}

export const journalQueries = {
  'journal.keep': ({ journal }, { session, report, items }) =>
    succeeded(journal.keep(session, report, items)),

  'journal.settle': ({ journal }, { session, reportId, keys }) => {
    journal.settle(session, reportId, keys);
    return {};
  },

  'journal.list': (context) => {
    const entries = context.journal.list().flatMap((work) => {
      const entry = describeUnsaved(context, work);
      // Saved after all before the program ended: the workspace holds it word for word.
      if (entry === null) context.journal.drop(work.id);
      return entry === null ? [] : [entry];
    });
    return { entries };
  },

  'journal.compare': (context, { id }) => ({ pairs: compareUnsaved(context, id) }),

  'journal.putAside': ({ journal }, { id }) => {
    succeeded(journal.putAside(id));
    return {};
  },
} satisfies Partial<QueryHandlers>;

export const journalCommands = {
  'journal.accept': (context, { id }) => acceptUnsaved(context, id),
} satisfies Partial<CommandHandlers>;
