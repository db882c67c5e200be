import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { reportSession, useReportSession } from '../../app/report-session.ts';
import type { Readiness } from './open-points.ts';

export interface ReadReadiness {
  readiness: Readiness | null;
  /** Whether this computer can make a .pdf; null until that is known. */
  pdf: boolean | null;
  failure: Failure | null;
  /** Saves what was typed last, and reads anew. */
  refresh(): Promise<void>;
}

/** What stands between the open report and a formal document, read when the place opens and after each save. */
export function useReadiness(): ReadReadiness {
  const reportId = useReportSession((session) => session.report.id);
  const savedAt = useReportSession((session) => session.lastSavedAt);
  const [readiness, setReadiness] = useState<Readiness | null>(null);
  const [pdf, setPdf] = useState<boolean | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const asked = useRef(0);

  const read = useCallback(async () => {
    asked.current += 1;
    const mine = asked.current;
    const outcome = await call('export.readiness', { reportId });
    // A later question has a newer answer.
    if (mine !== asked.current) return;
    if (outcome.ok) setReadiness(outcome.value);
    setFailure(outcome.ok ? null : outcome.error);
  }, [reportId]);

  const refresh = useCallback(async () => {
    await reportSession.getState().flush();
    await read();
  }, [read]);

  useEffect(() => {
    void refresh();
    void call('submission.readiness', { reportId }).then((outcome) => {
      if (outcome.ok) setPdf(outcome.value.pdfEngine !== null);
    });
  }, [refresh, reportId]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was saved last may have been what was missing.
  useEffect(() => {
    void read();
  }, [read, savedAt]);

  return { readiness, pdf, failure, refresh };
}
