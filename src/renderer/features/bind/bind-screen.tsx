/** 认领数据: after an import, which of its chapters are which of the template, and which of its numbers which indicators. */
import { Tabs, Text } from '@mantine/core';
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
import { MappingList } from './mapping-list.tsx';
import { doubtfulChapters, type MappingView, mappingView } from './mapping-view.ts';

type Stage =
  | { kind: 'loading' }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'choosing'; view: BindView; mapping: MappingView }
  | { kind: 'done'; year: number; result: Accepted };

async function read(reportId: string): Promise<Stage> {
  const [content, tables, proposals, mapping] = await Promise.all([
    call('report.read', { id: reportId }),
    call('numbers.read', {}),
    call('import.propose', { id: reportId }),
    call('import.mapping', { id: reportId }),
  ]);
  for (const outcome of [content, tables, proposals, mapping]) {
    if (!outcome.ok) return { kind: 'failed', failure: outcome.error };
  }
  if (!content.ok || !tables.ok || !proposals.ok || !mapping.ok) return { kind: 'loading' };
  return {
    kind: 'choosing',
    view: bindView(content.value, tables.value, proposals.value),
    mapping: mappingView(content.value, mapping.value),
  };
}

export function BindScreen({ reportId }: { reportId: string }) {
  const { t } = useTranslation('bind');
  const [stage, setStage] = useState<Stage>({ kind: 'loading' });
  const [tab, setTab] = useState<string | null>(null);
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
        <Choosing
          reportId={reportId}
          view={stage.view}
          mapping={stage.mapping}
          tab={tab}
          onTab={setTab}
          onChanged={async () => {
            // The last doubt decided must not turn the page away from under the person.
            setTab('chapters');
            setStage(await read(reportId));
          }}
          onDone={(result) => setStage({ kind: 'done', year: stage.view.year, result })}
        />
      )}
      {stage.kind === 'done' && (
        <BindDone reportId={reportId} year={stage.year} {...stage.result} onMore={load} />
      )}
    </Screen>
  );
}

interface ChoosingProps {
  reportId: string;
  view: BindView;
  mapping: MappingView;
  /** Null until a person has turned to one. */
  tab: string | null;
  onTab: (tab: string | null) => void;
  onChanged: () => Promise<void>;
  onDone: (result: Accepted) => void;
}

/** Chapters first where one is in doubt: what a chapter is helps to tell its numbers. */
function Choosing({ reportId, view, mapping, tab, onTab, onChanged, onDone }: ChoosingProps) {
  const { t } = useTranslation('bind');
  const shown = tab ?? (doubtfulChapters(mapping).length > 0 ? 'chapters' : 'numbers');
  return (
    <Tabs
      value={shown}
      onChange={onTab}
      classNames={{ root: styles.tabs ?? '', list: styles.tabList ?? '', panel: styles.panel ?? '' }}
    >
      <Tabs.List aria-label={t('title')}>
        <Tabs.Tab value="chapters">{t('tabs.chapters', { count: mapping.rows.length })}</Tabs.Tab>
        <Tabs.Tab value="numbers">{t('tabs.numbers', { count: view.items.length })}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="chapters">
        <MappingList
          reportId={reportId}
          view={mapping}
          onChanged={onChanged}
          onContinue={() => onTab('numbers')}
        />
      </Tabs.Panel>
      <Tabs.Panel value="numbers">
        <BindList reportId={reportId} view={view} onDone={onDone} />
      </Tabs.Panel>
    </Tabs>
  );
}
