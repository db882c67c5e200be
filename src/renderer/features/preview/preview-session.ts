/** The pages of this window's open report. */
import { useStore } from 'zustand';
import { call } from '../../api/client.ts';
import { keepChoice, keptChoice } from '../../app/kept-choice.ts';
import { reportSession } from '../../app/report-session.ts';
import { systemTimers } from '../../app/session/timers.ts';
import { createPreviewSession, type PreviewState } from './create-preview-session.ts';
import { choiceFor, withChoice } from './preview-choice.ts';

const choicesKey = 'xiangbao.preview';

export const previewSession = createPreviewSession({
  call,
  session: reportSession,
  timers: systemTimers,
  keepChoice: (reportId, choice) =>
    keepChoice(choicesKey, withChoice(keptChoice(choicesKey), reportId, choice)),
  keptChoice: (reportId) => choiceFor(keptChoice(choicesKey), reportId),
});

/** Selects from the preview; select small and stable values. */
export function usePreview<T>(selector: (preview: PreviewState) => T): T {
  return useStore(previewSession.store, selector);
}
