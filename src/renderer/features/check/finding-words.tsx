/** A finding in words. */
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../shared/domain/checks/finding.ts';
import styles from './check.module.css';

/** What stands in a shown text for a number that is missing. */
const missingNumber = /\ufffc/g;
/** As a reader sees it: an empty box. */
const emptyBox = '□';

/** The one sentence that explains it. */
export function useFindingSentence({ rule, parameters }: Finding): string {
  const { t } = useTranslation('check');
  return t(`rule.${rule}`, parameters).replace(missingNumber, emptyBox);
}

/** The sentence of the report, the words marked. */
export function FindingExcerpt({ finding: { excerpt, severity } }: { finding: Finding }) {
  if (excerpt === null) return null;
  const text = excerpt.text.replace(missingNumber, emptyBox);
  return (
    <div className={styles.excerpt}>
      {text.slice(0, excerpt.start)}
      <mark className={styles.mark} data-severity={severity}>
        {text.slice(excerpt.start, excerpt.end)}
      </mark>
      {text.slice(excerpt.end)}
    </div>
  );
}
