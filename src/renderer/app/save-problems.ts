/** The last failure of saving in this window, kept after it is over: by then the header is quiet again. */
import type { ErrorCode } from '../../shared/errors.ts';
import { reportSession } from './report-session.ts';

export interface SaveProblem {
  /** ISO. */
  at: string;
  code: ErrorCode;
}

let last: SaveProblem | null = null;

export function lastSaveProblem(): SaveProblem | null {
  return last;
}

/** Listens until the returned function is called. */
export function watchSaveProblems(): () => void {
  return reportSession.subscribe(({ saveState }, before) => {
    if (saveState === before.saveState || saveState.kind !== 'failed') return;
    last = { at: saveState.since, code: saveState.failure.code };
  });
}
