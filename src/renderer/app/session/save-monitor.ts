/** Folds the fates of all things being saved into the one save state that the header shows. */
import type { Failure } from '../../../shared/errors.ts';

export type SaveState =
  /** `at`: ISO time of the last save; empty when nothing had to be saved since the report was opened. */
  | { kind: 'saved'; at: string }
  | { kind: 'saving' }
  /** `since`: ISO time of the first failure of this row of failures. */
  | { kind: 'failed'; failure: Failure; since: string };

export interface SaveMonitor {
  pending(key: string): void;
  saved(key: string, at: string): void;
  failed(key: string, failure: Failure, at: string): void;
  /** The thing needs no saving any more: it was given up, with the person's knowledge. */
  dropped(key: string): void;
  /** Nothing had to be saved since `at`. */
  rest(at: string): void;
  state(): SaveState;
}

/** A failed thing that is tried again stays failed until it succeeds: red does not flicker. */
export function createSaveMonitor(onChange: (state: SaveState) => void): SaveMonitor {
  const open = new Map<string, { failure: Failure; since: string } | null>();
  let lastSavedAt = '';

  const state = (): SaveState => {
    let worst: { failure: Failure; since: string } | null = null;
    for (const problem of open.values()) {
      if (problem && (worst === null || problem.since < worst.since)) worst = problem;
    }
    if (worst) return { kind: 'failed', ...worst };
    return open.size > 0 ? { kind: 'saving' } : { kind: 'saved', at: lastSavedAt };
  };
  const tell = () => onChange(state());

  return {
    state,
    pending(key) {
      if (open.has(key)) return;
      open.set(key, null);
      tell();
    },
    saved(key, at) {
      open.delete(key);
      lastSavedAt = at;
      tell();
    },
    failed(key, failure, at) {
      open.set(key, { failure, since: open.get(key)?.since ?? at });
      tell();
    },
    dropped(key) {
      if (open.delete(key)) tell();
    },
    rest(at) {
      lastSavedAt = at;
      tell();
    },
  };
}
