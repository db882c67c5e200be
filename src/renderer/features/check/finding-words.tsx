/** A finding in words. */
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../shared/domain/checks/finding.ts';
import styles from './check.module.css';

/** What stands in a shown text for a number that is missing. */
const missingNumber = /\ufffc/g;

/** The one sentence that explains it; a missing number reads as in the text, «待填». */
export function useFindingSentence({ rule, parameters }: Finding): string {
  const { t } = useTranslation(['check', 'write']);
  return t(`rule.${rule}`, parameters).replace(missingNumber, t('write:binding.missing'));
}

/** The sentence of the report, the words marked. */
export function FindingExcerpt({ finding: { excerpt, severity } }: { finding: Finding }) {
  const { t } = useTranslation('write');
  if (excerpt === null) return null;
  const { text, start, end } = excerpt;
  const shown = (from: number, to?: number) =>
    text.slice(from, to).replace(missingNumber, t('binding.missing'));
  return (
    <div className={styles.excerpt}>
      {shown(0, start)}
      <mark className={styles.mark} data-severity={severity}>
        {shown(start, end)}
      </mark>
      {shown(end)}
    </div>
  );
}
