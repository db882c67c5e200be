/** «共 12 页» beside the outline: how long the document has become, counted when somebody pauses. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useReportSession } from '../../app/report-session.ts';
import { goToPlace } from '../../app/sight.ts';
import styles from './page-count.module.css';
import { previewSession, usePreview } from './preview-session.ts';

export function PageCount() {
  const { t } = useTranslation('preview');
  const reportId = useReportSession((session) => session.report.id);
  const count = usePreview((preview) =>
    preview.reportId === reportId ? (preview.shown?.pages.length ?? 0) : 0,
  );
  useEffect(() => previewSession.follow(reportId, 'counting'), [reportId]);
  return (
    <span className={styles.place}>
      {count > 0 && (
        <button
          type="button"
          className={styles.count}
          title={t('page.countHint')}
          onClick={() => goToPlace('preview')}
        >
          {t('page.count', { count })}
        </button>
      )}
    </span>
  );
}
