/** 预览: the pages as they will print, with what is still open above them. */
import { Button } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '../../app/notices.ts';
import { useReportSession } from '../../app/report-session.ts';
import { goToPlace } from '../../app/sight.ts';
import { useDelayed } from '../../app/use-delayed.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { translate } from '../../i18n/index.ts';
import { Desk } from './desk.tsx';
import { FontLine } from './font-line.tsx';
import { OpenLine } from './open-line.tsx';
import styles from './preview.module.css';
import { PreviewBar } from './preview-bar.tsx';
import type { PreviewChoice } from './preview-choice.ts';
import { previewSession, usePreview } from './preview-session.ts';
import { layPaper } from './print-pages.ts';
import type { ShownPage } from './received-pages.ts';
import { screenFonts } from './screen-fonts.ts';
import { useArrival } from './use-arrival.ts';
import { useDesk } from './use-desk.ts';
import { useFontReport } from './use-font-report.ts';
import { useOpenPlaces } from './use-open-places.ts';

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
  const arrived = useArrival(desk);
  const openPlaces = useOpenPlaces() ?? 0;
  const keptBack = (shown?.choice ?? choice).mode === 'formal' && openPlaces > 0;
  const slow = useDelayed(shown === null && failure === null, 300);

  useEffect(() => previewSession.follow(reportId, 'looking'), [reportId]);
  useEffect(() => layPaper(pages.map(({ page }) => page)), [pages]);
  const print = () => (keptBack ? tellKeptBack(openPlaces, choice) : window.print());
  usePrintKey(print);

  return (
    <div className={styles.place} data-print={keptBack ? 'kept-back' : undefined}>
      <PreviewBar choice={choice} desk={desk} onPrint={print} />
      <div className={styles.lines}>
        <OpenLine mode={choice.mode} />
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
      <Desk pages={pages} fonts={fonts} desk={desk} arrived={arrived} />
      {keptBack && <p className="paper-unprinted">{t('preview:print.open', { count: openPlaces })}</p>}
    </div>
  );
}

/** The formal copy does not go out while something is open, on paper as little as in a file. */
function tellKeptBack(count: number, choice: PreviewChoice) {
  notify({
    tone: 'info',
    key: 'print',
    message: translate('preview:print.open', { count }),
    actions: [
      {
        label: translate('preview:print.draft'),
        run: () => previewSession.choose({ ...choice, mode: 'draft' }),
      },
      { label: translate('preview:print.check'), run: () => goToPlace('check') },
    ],
  });
}

/** Ctrl+P prints the pages, and in the desktop window, which has no such key of its own, as well. */
function usePrintKey(print: () => void) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
      if (event.code !== 'KeyP' || event.defaultPrevented) return;
      event.preventDefault();
      print();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  });
}
