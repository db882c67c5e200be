/** Which dialog about an indicator is open. One at a time, from wherever it is asked for. */
import { createStore } from 'zustand/vanilla';

export type IndicatorDialog =
  | { kind: 'add'; topicId: string | null }
  | { kind: 'edit'; id: string; at: 'name' | 'formula' }
  | { kind: 'rename'; id: string }
  | { kind: 'retire'; id: string }
  | { kind: 'remove'; id: string }
  | { kind: 'retired' }
  /** A new topic where `id` is null. */
  | { kind: 'topic'; id: string | null };

export const indicatorDialog = createStore<{ open: IndicatorDialog | null }>()(() => ({ open: null }));

export function openIndicatorDialog(open: IndicatorDialog): void {
  indicatorDialog.setState({ open });
}

export function closeIndicatorDialog(): void {
  indicatorDialog.setState({ open: null });
}
