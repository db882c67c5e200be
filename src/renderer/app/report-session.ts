/** The one open report of this window: a hook for components, a store for node views and key handlers. */
import { startTransition, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { call } from '../api/client.ts';
import { translate } from '../i18n/index.ts';
import { numberStepWords, tableStepWords } from './number-step-words.ts';
import { outlineStepWords } from './outline-step-words.ts';
import { createReportSession } from './session/create-report-session.ts';
import type { ReportSession } from './session/session-state.ts';

export type { UndoStep } from './session/undo-journal.ts';

import { systemTimers } from './session/timers.ts';
import { goToPlace, openPlace } from './sight.ts';
import { tellSession } from './tell-session.ts';

export type { SaveState } from './session/save-monitor.ts';
export type {
  ChapterPatch,
  Guidance,
  NewChapter,
  ReportPatch,
  ReportSession,
  WrittenReport,
} from './session/session-state.ts';

/** `getState()` for the moment's data and the actions, `subscribe` for changes (compare `book`). */
export const reportSession = createReportSession({
  call,
  timers: systemTimers,
  tell: tellSession,
  sight: { place: openPlace, go: goToPlace },
  numberWords: (step) => numberStepWords(step, () => reportSession.getState().tables),
  outlineWords: outlineStepWords,
  journalWords: { accepted: () => translate('journal:accepted') },
  newSession: () => crypto.randomUUID(),
  historyWords: { restored: () => translate('history:restored') },
  tableWords: (step) => tableStepWords(step, () => reportSession.getState().tables),
});

/**
 * Selects from the session; the component renders again only when the selected value is another one, so select
 * small and stable values (wrap selectors that build objects in zustand's `useShallow`).
 */
export function useReportSession<T>(selector: (session: ReportSession) => T): T {
  return useStore(reportSession, selector);
}

/**
 * Selects what may follow a moment later: summaries and side panes, which must not hold up the text while somebody
 * types a number. They are rendered after the change itself is painted.
 */
export function useSettledReportSession<T>(selector: (session: ReportSession) => T): T {
  const [value, setValue] = useState(() => selector(reportSession.getState()));
  useEffect(() => {
    let waiting = false;
    const take = () => {
      waiting = false;
      const next = selector(reportSession.getState());
      startTransition(() => setValue(() => next));
    };
    // The task behind the next frame: by then the change itself has been painted.
    const settle = () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => setTimeout(take));
    };
    // What changed between the first render and now was not heard.
    settle();
    return reportSession.subscribe(settle);
  }, [selector]);
  return value;
}

/** Asks before the window is closed over unsaved text, and saves when it is hidden. Called once at start. */
export function guardUnsavedWork(target: Window): void {
  target.addEventListener('beforeunload', (event) => {
    if (!reportSession.getState().isDirty()) return;
    void reportSession.getState().flush();
    event.preventDefault();
  });
  target.document.addEventListener('visibilitychange', () => {
    if (target.document.visibilityState === 'hidden') void reportSession.getState().flush();
  });
}
