/** 全文对照: two reports paragraph by paragraph, with what became of each and the changed characters marked. */
import { Button, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { navigate } from '../../app/route.ts';
import { useDelayed } from '../../app/use-delayed.ts';
import { useFreshWorkspace, useWorkspace } from '../../app/workspace.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { PlainHeader } from '../../components/plain-header.tsx';
import { Screen } from '../../components/screen.tsx';
import styles from './compare.module.css';
import { ComparedPairs } from './compared-pairs.tsx';
import { useComparison } from './use-comparison.ts';

export interface CompareScreenProps {
  leftId: string;
  rightId: string;
}

export function CompareScreen({ leftId, rightId }: CompareScreenProps) {
  const { t } = useTranslation(['compare', 'common']);
  useFreshWorkspace();
  const { outcome, again } = useComparison(leftId, rightId);
  const slow = useDelayed(outcome === null, 300);
  return (
    <Screen header={<PlainHeader title={t('title')} />}>
      <div className={styles.screen}>
        <Choices leftId={leftId} rightId={rightId} />
        {slow && <EmptyState title={t('common:loading')} text="" />}
        {outcome && !outcome.ok && (
          <FailureNote failure={outcome.error}>
            <Button mt="xs" size="compact-sm" variant="light" onClick={again}>
              {t('common:retry')}
            </Button>
          </FailureNote>
        )}
        {outcome?.ok && leftId === rightId && <p className={styles.note}>{t('same')}</p>}
        {outcome?.ok && leftId !== rightId && <ComparedPairs pairs={outcome.value.pairs} />}
      </div>
    </Screen>
  );
}

function Choices({ leftId, rightId }: CompareScreenProps) {
  const { t } = useTranslation('compare');
  const reports = useWorkspace((workspace) => workspace.status?.reports);
  const data = (reports ?? []).map(({ id, year, title }) => ({ value: id, label: `${year}　${title}` }));
  const go = (left: string, right: string) => navigate({ screen: 'compare', leftId: left, rightId: right });
  return (
    <div className={styles.choices}>
      <Select
        size="sm"
        aria-label={t('left')}
        data={data}
        value={leftId}
        allowDeselect={false}
        onChange={(id) => id !== null && go(id, rightId)}
      />
      <Button variant="default" size="sm" px="xs" title={t('swap')} onClick={() => go(rightId, leftId)}>
        <span aria-hidden>⇄</span>
        <span className="visually-hidden">{t('swap')}</span>
      </Button>
      <Select
        size="sm"
        aria-label={t('right')}
        data={data}
        value={rightId}
        allowDeselect={false}
        onChange={(id) => id !== null && go(leftId, id)}
      />
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => navigate({ screen: 'report', reportId: rightId, place: 'write' })}
      >
        {t('back')}
      </Button>
    </div>
  );
}
