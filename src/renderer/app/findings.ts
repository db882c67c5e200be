/** The findings of this window's open report. */
import { useStore } from 'zustand';
import { call } from '../api/client.ts';
import { reportSession } from './report-session.ts';
import { createFindingsSession, type FindingsState } from './session/findings-session.ts';
import { systemTimers } from './session/timers.ts';
import { tellSession } from './tell-session.ts';

export const findingsSession = createFindingsSession({
  call,
  session: reportSession,
  timers: systemTimers,
  whenIdle: (task) => requestIdleCallback(task, { timeout: 2000 }),
  tell: tellSession,
});

/** Selects from the findings; select small and stable values. */
export function useFindings<T>(selector: (findings: FindingsState) => T): T {
  return useStore(findingsSession.store, selector);
}
