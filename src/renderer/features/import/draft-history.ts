/** Undo and redo of corrections: the states themselves are kept, as they share what an edit does not touch. */
import { applyEdit, type Draft, type Edit } from './import-draft.ts';

export interface DraftHistory {
  present: Draft;
  past: readonly Draft[];
  future: readonly Draft[];
  /** The fact being typed: further keys in the same field belong to the same step. */
  typing: string | null;
}

/** Steps that can be undone. */
const deepest = 500;

export function startHistory(present: Draft): DraftHistory {
  return { present, past: [], future: [], typing: null };
}

export function change(history: DraftHistory, edit: Edit): DraftHistory {
  const present = applyEdit(history.present, edit);
  if (present === history.present) return history;
  const typing = edit.do === 'facts' ? Object.keys(edit.facts).join() : null;
  const sameStep = typing !== null && typing === history.typing;
  const past = sameStep ? history.past : [...history.past, history.present].slice(-deepest);
  return { present, past, future: [], typing };
}

export function undo(history: DraftHistory): DraftHistory {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  return {
    present,
    past: history.past.slice(0, -1),
    future: [history.present, ...history.future],
    typing: null,
  };
}

export function redo(history: DraftHistory): DraftHistory {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { present, past: [...history.past, history.present], future, typing: null };
}
