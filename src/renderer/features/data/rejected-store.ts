/** The rejected texts of this window: they outlive a walk to another place of the report. */
import { createStore } from 'zustand/vanilla';
import type { RejectedText } from './rejected-texts.ts';

export interface RejectedState {
  all: readonly RejectedText[];
}

export const rejectedStore = createStore<RejectedState>()(() => ({ all: [] }));
