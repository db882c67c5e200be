/** 报送: the elements of the document beside the steps of handing it in. */
import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { reportSession, useReportSession } from '../../app/report-session.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { ReturnedCard } from '../returned/returned-card.tsx';
import { AttachmentsCard } from './attachments-card.tsx';
import { ReportDataForm } from './elements/report-data-form.tsx';
import { HandInCard } from './hand-in/hand-in-card.tsx';
import type { Readiness } from './open-points.ts';
import { OverriddenList } from './overridden-list.tsx';
import styles from './submit.module.css';

export function SubmitPlace() {
  const reportId = useReportSession((session) => session.report.id);
  const [readiness, setReadiness] = useState<Readiness | null>(null);
  /** Whether this computer can make a .pdf; null until that is known. */
  const [pdf, setPdf] = useState<boolean | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const refresh = useCallback(async () => {
    await reportSession.getState().flush();
    const outcome = await call('export.readiness', { reportId });
    if (outcome.ok) setReadiness(outcome.value);
    setFailure(outcome.ok ? null : outcome.error);
    const able = await call('submission.readiness', { reportId });
    if (able.ok) setPdf(able.value.pdfEngine !== null);
  }, [reportId]);

  useEffect(() => {
    void refresh();
  }, [refresh]);

  return (
    <div className={styles.place}>
      <div className={styles.column}>
        <ReportDataForm />
        <AttachmentsCard />
      </div>
      <div className={styles.column}>
        {failure && <FailureNote failure={failure} />}
        {readiness && (
          <>
            <HandInCard readiness={readiness} pdf={pdf} onExported={refresh} />
            <OverriddenList places={readiness.overridden} />
          </>
        )}
        <ReturnedCard />
      </div>
    </div>
  );
}
