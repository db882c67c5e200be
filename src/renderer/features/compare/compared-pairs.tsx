/** The pairs of a comparison: how many of each kind, and every one of them, or only where the two differ. */
import { Checkbox } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlignedPair } from '../../../shared/domain/alignment.ts';
import styles from './compare.module.css';
import { CompareRowView } from './compare-row-view.tsx';
import { compareRows, countKinds } from './compare-rows.ts';

interface ComparedPairsProps {
  pairs: readonly AlignedPair[];
  /** Begins with the differences alone. */
  differencesFirst?: boolean;
}

export function ComparedPairs({ pairs, differencesFirst = false }: ComparedPairsProps) {
  const { t } = useTranslation('compare');
  const [differencesOnly, setDifferencesOnly] = useState(differencesFirst);
  const counts = useMemo(() => countKinds(pairs), [pairs]);
  const rows = useMemo(() => compareRows(pairs, differencesOnly), [pairs, differencesOnly]);
  if (pairs.length === 0) return <p className={styles.note}>{t('blank')}</p>;
  const equal = counts.length === 1 && counts[0]?.kind === 'unchanged';
  return (
    <>
      <div className={styles.summary}>
        <span className={styles.counts}>
          {counts.map(({ kind, count }) => (
            <span key={kind} className={styles.kind} data-kind={kind}>
              {t(`count.${kind}`, { count })}
            </span>
          ))}
        </span>
        <Checkbox
          size="xs"
          label={t('differencesOnly')}
          checked={differencesOnly}
          onChange={(event) => setDifferencesOnly(event.currentTarget.checked)}
        />
      </div>
      {equal && <p className={styles.note}>{t('equal')}</p>}
      <ol className={styles.rows}>
        {rows.map((row) =>
          'hidden' in row ? (
            <li key={row.index} className={styles.hidden}>
              {t('hidden', { count: row.hidden })}
            </li>
          ) : (
            <CompareRowView key={row.index} pair={row.pair} />
          ),
        )}
      </ol>
    </>
  );
}
