/** 认领数据: after an import, which of its numbers are which indicators. */
import { Text } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { useDelayed } from '../../app/use-delayed.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { PlainHeader } from '../../components/plain-header.tsx';
import { Screen } from '../../components/screen.tsx';
import type { Accepted } from './accepted.ts';
import styles from './bind.module.css';
import { BindDone } from './bind-done.tsx';
import { BindList } from './bind-list.tsx';
import { type BindView, bindView } from './bind-view.ts';

type Stage =
  | { kind: 'loading' }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'choosing'; view: BindView }
  | { kind: 'done'; year: number; result: Accepted };

async function read(reportId: string): Promise<Stage> {
  const [content, tables, proposals] = await Promise.all([
    call('report.read', { id: reportId }),
    call('numbers.read', {}),
    call('import.propose', { id: reportId }),
  ]);
  for (const outcome of [content, tables, proposals]) {
    if (!outcome.ok) return { kind: 'failed', failure: outcome.error };
  }
  if (!content.ok || !tables.ok || !proposals.ok) return { kind: 'loading' };
  return { kind: 'choosing', view: bindView(content.value, tables.value, proposals.value) };
}

export function BindScreen({ reportId }: { reportId: string }) {
  const { t } = useTranslation('bind');
  const [stage, setStage] = useState<Stage>({ kind: 'loading' });
  const waiting = useDelayed(stage.kind === 'loading', 200);
  const load = useCallback(async () => {
    setStage({ kind: 'loading' });
    setStage(await read(reportId));
  }, [reportId]);
  useEffect(() => void load(), [load]);
  return (
    <Screen header={<PlainHeader title={t('title')} />}>
      {waiting && (
        <Text p="xl" ta="center" role="status">
          {t('loading')}
        </Text>
      )}
      {stage.kind === 'failed' && (
        <div className={styles.page}>
          <FailureNote failure={stage.failure} />
        </div>
      )}
      {stage.kind === 'choosing' && (
        <BindList
          reportId={reportId}
          view={stage.view}
          onDone={(result) => setStage({ kind: 'done', year: stage.view.year, result })}
        />
      )}
      {stage.kind === 'done' && (
        <BindDone reportId={reportId} year={stage.year} {...stage.result} onMore={load} />
      )}
    </Screen>
  );
}
