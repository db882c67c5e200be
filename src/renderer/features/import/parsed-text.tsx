import { useTranslation } from 'react-i18next';
import type { ParsedReport } from '../../../shared/domain/parsed-report.ts';
import styles from './import.module.css';

/** Every kept paragraph with its kind, then every piece left out with the reason: together, the whole file. */
export function ParsedText({ paragraphs, dropped }: Pick<ParsedReport, 'paragraphs' | 'dropped'>) {
  const { t } = useTranslation('import');
  return (
    <>
      <ol className={styles.paragraphs}>
        {paragraphs.map(({ kind, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown
          <li key={index} data-kind={kind}>
            <span className={styles.kind}>{t(`kind.${kind}`)}</span>
            <span className={styles.text}>{text}</span>
          </li>
        ))}
      </ol>
      {dropped.length === 0 ? (
        <p className={styles.kept}>✓ {t('droppedNone')}</p>
      ) : (
        <details className={styles.dropped} open={dropped.length <= 12}>
          <summary>{t('dropped', { count: dropped.length })}</summary>
          <ol className={styles.paragraphs}>
            {dropped.map(({ text, reason }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown
              <li key={index} data-kind="dropped">
                <span className={styles.kind}>{t(`reason.${reason}`)}</span>
                <span className={styles.text}>{text}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}
