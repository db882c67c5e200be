import { reportSession } from '../../../app/report-session.ts';
import { navigate, parseRoute } from '../../../app/route.ts';

/** Goes to a chapter's text, of the open report or of another one, which is then opened. */
export function goToChapter({ reportId, chapterId }: { reportId: string; chapterId: string }): void {
  navigate({ screen: 'report', reportId, place: 'write' });
  const { phase, selectChapter } = reportSession.getState();
  if (phase.kind === 'open' && phase.reportId === reportId) {
    selectChapter(chapterId);
    return;
  }
  // The report's screen opens it and stands on its first chapter; until then there is none to choose.
  const stop = reportSession.subscribe((session) => {
    const route = parseRoute(window.location.hash);
    const there = route.screen === 'report' && route.reportId === reportId;
    const opened = session.phase.kind === 'open' && session.phase.reportId === reportId;
    if (there && !opened && session.phase.kind !== 'failed') return;
    stop();
    if (there && opened) session.selectChapter(chapterId);
  });
}
