import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { countCharacters, countNonBlank, sameCharacters } from '../../../shared/domain/edit-parsed.ts';
import type { ParsedReport } from '../../../shared/domain/parsed-report.ts';
import styles from './import.module.css';
import type { Draft } from './import-draft.ts';
import { isYear } from './report-facts.tsx';

interface PreviewFootProps {
  source: ParsedReport;
  draft: Draft;
  keeping: boolean;
  /** There are other files beside this one. */
  many: boolean;
  onCommit: () => void;
  onOther: () => void;
}

/** Whether every character is there, and the one next step. */
export function PreviewFoot({ source, draft, keeping, many, onCommit, onOther }: PreviewFootProps) {
  const { t, i18n } = useTranslation('import');
  const { paragraphs, dropped, year } = draft.parsed;
  const counts = useMemo(() => {
    const left = dropped.reduce((sum, { text }) => sum + countNonBlank(text), 0);
    const difference = sameCharacters(source, { paragraphs, dropped });
    const total = countCharacters(source);
    return { total, kept: countCharacters({ paragraphs, dropped }) - left, left, difference };
  }, [source, paragraphs, dropped]);
  const written = (count: number) => count.toLocaleString(i18n.language);
  return (
    <div className={styles.foot}>
      <p className={styles.count} data-wrong={counts.difference > 0 || undefined} role="status">
        {counts.difference === 0
          ? t('counter.all', {
              total: written(counts.total),
              kept: written(counts.kept),
              left: written(counts.left),
            })
          : t('counter.wrong', { total: written(counts.total), count: counts.difference })}
      </p>
      <Button variant="default" onClick={onOther}>
        {t(many ? 'notThis' : 'chooseAgain')}
      </Button>
      <Button onClick={onCommit} loading={keeping} disabled={!isYear(year)}>
        {isYear(year) ? t('commit', { year }) : t('commitUnknown')}
      </Button>
    </div>
  );
}
