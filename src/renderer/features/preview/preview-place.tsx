/** 预览: the pages as they will print, with what is still open above them. */
import { Button } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReportSession } from '../../app/report-session.ts';
import { useDelayed } from '../../app/use-delayed.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { Desk } from './desk.tsx';
import { FindBar } from './find-bar.tsx';
import { FontLine } from './font-line.tsx';
import { keptBackBy, keptBackSentence, tellKeptBack } from './kept-back.ts';
import { OpenLine } from './open-line.tsx';
import styles from './preview.module.css';
import { PreviewBar } from './preview-bar.tsx';
import { previewSession, usePreview } from './preview-session.ts';
import { layPaper } from './print-pages.ts';
import type { ShownPage } from './received-pages.ts';
import { screenFonts } from './screen-fonts.ts';
import { useArrival } from './use-arrival.ts';
import { useDesk } from './use-desk.ts';
import { useFontReport } from './use-font-report.ts';
import { useHindrances } from './use-hindrances.ts';
import { usePageKeys } from './use-page-keys.ts';

const none: readonly ShownPage[] = [];

export function PreviewPlace() {
  const { t } = useTranslation(['preview', 'common']);
  const reportId = useReportSession((session) => session.report.id);
  const choice = usePreview((preview) => preview.choice);
  const shown = usePreview((preview) => (preview.reportId === reportId ? preview.shown : null));
  const failure = usePreview((preview) => preview.failure);
  const fontReport = useFontReport(reportId);
  const format = shown?.format;
  // In their own fonts from the first moment: nothing flashes.
  const fonts = useMemo(
    () => (format && fontReport ? screenFonts(format, fontReport) : null),
    [format, fontReport],
  );
  const pages = (fonts && shown?.pages) || none;
  const desk = useDesk(pages);
  const arrived = useArrival(
    desk,
    usePreview((preview) => preview.isCurrent),
  );
  const hindrances = useHindrances(reportId, shown);
  const keptBack = keptBackBy(shown?.choice ?? choice, hindrances);
  const slow = useDelayed(shown === null && failure === null, 300);

  useEffect(() => previewSession.follow(reportId, 'looking'), [reportId]);
  useEffect(() => layPaper(pages.map(({ page }) => page)), [pages]);
  const print = () => (keptBack ? tellKeptBack(keptBack, choice) : window.print());
  const [finding, setFinding] = useState(false);
  const closeFind = () => {
    setFinding(false);
    desk.desk?.focus({ preventScroll: true });
  };
  usePageKeys(print, () => setFinding(true));

  return (
    <div className={styles.place} data-print={keptBack ? 'kept-back' : undefined}>
      <PreviewBar choice={choice} desk={desk} onFind={() => setFinding(true)} onPrint={print} />
      <div className={styles.lines}>
        <OpenLine choice={choice} hindrances={hindrances} />
        {fontReport && <FontLine report={fontReport} />}
      </div>
      {failure && (
        <div className={styles.failure}>
          <FailureNote failure={failure}>
            {shown && <p>{t('preview:old')}</p>}
            <Button mt="xs" size="compact-sm" variant="light" onClick={previewSession.retry}>
              {t('common:retry')}
            </Button>
          </FailureNote>
        </div>
      )}
      {slow && <p className={styles.composing}>{t('preview:composing')}</p>}
      <div className={styles.deskAround}>
        {finding && <FindBar desk={desk.desk} onShown={desk.look} onClose={closeFind} />}
        <Desk pages={pages} fonts={fonts} desk={desk} arrived={arrived} />
      </div>
      {keptBack && <p className="paper-unprinted">{keptBackSentence(keptBack)}</p>}
    </div>
  );
}
