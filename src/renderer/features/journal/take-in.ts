/** Takes unsaved work into its report: opens it first, so that the step can be taken back there. */
import type { UnsavedEntry } from '../../../shared/contract.ts';
import type { Outcome } from '../../../shared/errors.ts';
import { reportSession } from '../../app/report-session.ts';
import { navigate } from '../../app/route.ts';

/** Resolves when the report is open, or with why it cannot be. */
function opened(reportId: string): Promise<Outcome<null>> {
  return new Promise((resolve) => {
    let stop = () => {};
    const look = () => {
      const { phase } = reportSession.getState();
      if (phase.kind === 'closed' || phase.reportId !== reportId || phase.kind === 'loading') return;
      stop();
      resolve(phase.kind === 'open' ? { ok: true, value: null } : { ok: false, error: phase.failure });
    };
    stop = reportSession.subscribe(look);
    look();
  });
}

export async function takeIn(entry: UnsavedEntry): Promise<Outcome<null>> {
  navigate({ screen: 'report', reportId: entry.report.id, place: 'write' });
  const report = await opened(entry.report.id);
  return report.ok ? reportSession.getState().acceptUnsaved(entry.id) : report;
}
