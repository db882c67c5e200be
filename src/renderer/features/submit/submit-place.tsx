/** 报送: the document's data, what is still in the way of a formal document, and the export itself. */
import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { reportSession, useReportSession } from '../../app/report-session.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { ReturnedCard } from '../returned/returned-card.tsx';
import { AttachmentsCard } from './attachments-card.tsx';
import { ExportForm } from './export-form.tsx';
import type { Readiness } from './open-points.ts';
import { OverriddenList } from './overridden-list.tsx';
import { ReadinessList } from './readiness-list.tsx';
import { ReportDataForm } from './report-data-form.tsx';
import styles from './submit.module.css';

export function SubmitPlace() {
  const reportId = useReportSession((session) => session.report.id);
  const [readiness, setReadiness] = useState<Readiness | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const refresh = useCallback(async () => {
    await reportSession.getState().flush();
    const outcome = await call('export.readiness', { reportId });
    if (outcome.ok) setReadiness(outcome.value);
    setFailure(outcome.ok ? null : outcome.error);
  }, [reportId]);

  useEffect(() => {
    void refresh();
  }, [refresh]);

  return (
    <div className={styles.place}>
      <div className={styles.column}>
        <ReportDataForm />
        <AttachmentsCard />
        <ReturnedCard />
      </div>
      <div className={styles.column}>
        {failure && <FailureNote failure={failure} />}
        {readiness && (
          <>
            <ReadinessList readiness={readiness} />
            <OverriddenList places={readiness.overridden} />
            <ExportForm readiness={readiness} onExported={refresh} />
          </>
        )}
      </div>
    </div>
  );
}
