/** The rejected texts of this window: they outlive a walk to another place of the report. */
import { createStore } from 'zustand/vanilla';
import type { RejectedText } from './rejected-texts.ts';

export interface RejectedState {
  all: readonly RejectedText[];
  /** The list before the latest act, and whether that act changed numbers too; null when there is none to take back. */
  latest: { before: readonly RejectedText[]; changedNumbers: boolean } | null;
}

export const rejectedStore = createStore<RejectedState>()(() => ({ all: [], latest: null }));
