/** The one desk of this window: a change that cannot be saved yet is still there when the screen is opened again. */
import { useStore } from 'zustand';
import { call } from '../../api/client.ts';
import { systemTimers } from '../../app/session/timers.ts';
import { createFormatStore, type FormatStore } from './format-store.ts';

export const formatDesk = createFormatStore({ call, timers: systemTimers });

export function useFormats<T>(selector: (state: FormatStore) => T): T {
  return useStore(formatDesk.store, selector);
}
