import { ExpectedFailure } from '../../../shared/errors.ts';
import type { QueryHandlers } from './kinds.ts';

/** The answers of a workspace that is open; one that is not is the door's matter (see node/recovering-app.ts). */
export const recoveryQueries = {
  'recovery.plan': () => ({ choice: null }),
  'recovery.use': ({ workspacePath }) => {
    throw new ExpectedFailure('recovery.notNeeded', { path: workspacePath });
  },
} satisfies Partial<QueryHandlers>;
