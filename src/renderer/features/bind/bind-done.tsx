import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { navigate } from '../../app/route.ts';
import { refreshWorkspace } from '../../app/workspace.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import type { Accepted } from './accepted.ts';

interface BindDoneProps extends Accepted {
  reportId: string;
  year: number;
  onMore: () => void;
}

/** After claiming: this year's report is the obvious next thing. */
export function BindDone({ reportId, year, bound, kept, previous, onMore }: BindDoneProps) {
  const { t } = useTranslation(['bind', 'common']);
  const [failure, setFailure] = useState<Failure | null>(null);
  const takeBack = async () => {
    const outcome = await call('import.takeBack', { id: reportId, ...previous });
    if (!outcome.ok) return setFailure(outcome.error);
    await refreshWorkspace();
    onMore();
  };
  const next = year + 1;
  return (
    <EmptyState
      title={t('done.title', { count: bound })}
      text={t('done.text', { year, next })}
      actions={
        <>
          <Button onClick={() => navigate({ screen: 'start', predecessorId: reportId })}>
            {t('done.start', { next })}
          </Button>
          <Button variant="default" onClick={onMore}>
            {t('done.more')}
          </Button>
          <Button variant="default" onClick={() => void takeBack()}>
            {t('common:undo')}
          </Button>
          <Button variant="subtle" onClick={() => navigate({ screen: 'report', reportId, place: 'write' })}>
            {t('done.open')}
          </Button>
        </>
      }
    >
      {failure && <FailureNote failure={failure} />}
      {kept > 0 && (
        <Text c="var(--amber)" fz="sm">
          {t('done.kept', { count: kept })}
        </Text>
      )}
    </EmptyState>
  );
}
