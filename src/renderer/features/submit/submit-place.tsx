/** 报送: the elements of the document beside the steps of handing it in. */
import { FailureNote } from '../../components/failure-note.tsx';
import { ReturnedCard } from '../returned/returned-card.tsx';
import { AttachmentsCard } from './attachments-card.tsx';
import { ReportDataForm } from './elements/report-data-form.tsx';
import { HandInCard } from './hand-in/hand-in-card.tsx';
import { OverriddenList } from './overridden-list.tsx';
import styles from './submit.module.css';
import { useReadiness } from './use-readiness.ts';

export function SubmitPlace() {
  const { readiness, pdf, failure, refresh } = useReadiness();
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
