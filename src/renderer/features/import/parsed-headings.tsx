import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ParsedReport } from '../../../shared/domain/parsed-report.ts';
import styles from './import.module.css';

/** The understood headings as they nest. */
export function ParsedHeadings({ headings }: Pick<ParsedReport, 'headings'>) {
  const { t } = useTranslation('import');
  if (headings.length === 0) {
    return (
      <Text fz="sm" c="var(--amber)">
        {t('noHeadings')}
      </Text>
    );
  }
  return (
    <div>
      <Text fz="sm" fw={500} mb={4}>
        {t('headings', { count: headings.length })}
      </Text>
      <ol className={styles.headings}>
        {headings.map(({ level, marker, text }, index) => (
          // The list never changes while it is shown, so a heading's place is its identity.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={index} data-level={level}>
            {marker}
            {text}
          </li>
        ))}
      </ol>
    </div>
  );
}
