/** A chapter's heading on the page: its words can be edited, its marker is computed. Fonts: GB/T 9704-2012, 7.3.3. */
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { attachmentLabels } from '../../../../shared/domain/outline.ts';
import { reportSession, useReportSession } from '../../../app/report-session.ts';
import { HeadingField } from '../outline/heading-field.tsx';
import styles from './page.module.css';

export function ChapterHeading({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('write');
  const shown = useReportSession(
    useShallow((session) => {
      const found = session.numbered.find(({ chapter }) => chapter.id === session.selectedChapterId);
      if (!found) return null;
      const { id, kind, heading, runIn } = found.chapter;
      const marker = attachmentLabels(session.numbered).get(id) ?? found.marker;
      return { id, kind, heading, runIn, level: found.level, marker };
    }),
  );
  const isFinal = useReportSession((session) => session.report.state === 'final');
  if (!shown) return null;
  const { id, kind, heading, runIn, level, marker } = shown;
  if (kind === 'preamble' || kind === 'closing')
    return <p className={styles.unprinted}>{t(`page.${kind}`)}</p>;
  return (
    <>
      <div className={styles.heading} data-level={level}>
        <span className={styles.marker}>{marker}</span>
        {isFinal ? (
          <h2 className={styles.headingText}>{heading}</h2>
        ) : (
          <HeadingField
            key={id}
            heading={heading}
            label={t('page.heading')}
            placeholder={t('page.headingPlaceholder')}
            className={styles.headingText}
            onDone={(next, entered) => {
              if (next !== heading) reportSession.getState().updateChapter(id, { heading: next });
              if (entered) onDone();
            }}
          />
        )}
      </div>
      {runIn && <p className={styles.runIn}>{t('page.runIn')}</p>}
    </>
  );
}
