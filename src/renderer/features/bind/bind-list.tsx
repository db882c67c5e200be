/** The numbers by chapter, each to be ticked, chosen or left; one button claims all that are ticked. */
import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { navigate } from '../../app/route.ts';
import { refreshWorkspace } from '../../app/workspace.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import type { Accepted } from './accepted.ts';
import styles from './bind.module.css';
import {
  acceptedQuantities,
  type Choices,
  declinedQuantities,
  noneTicked,
  onlySafe,
} from './bind-choices.ts';
import { BindSentenceView } from './bind-sentence.tsx';
import type { BindSentence, BindView } from './bind-view.ts';

interface BindListProps {
  reportId: string;
  view: BindView;
  onDone: (result: Accepted) => void;
}

function hasProposal({ items }: BindSentence): boolean {
  return items.some(({ proposal }) => proposal.indicatorId !== null);
}

export function BindList({ reportId, view, onDone }: BindListProps) {
  const { t } = useTranslation('bind');
  const [choices, setChoices] = useState<Choices>(new Map());
  const proposed = view.items.filter(({ proposal }) => proposal.indicatorId !== null).length;
  const [all, setAll] = useState(proposed === 0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const accepted = acceptedQuantities(view, choices);
  const next = view.year + 1;
  const startNext = () => navigate({ screen: 'start', predecessorId: reportId });

  const accept = async () => {
    setBusy(true);
    const outcome = await call('import.accept', {
      id: reportId,
      accepted,
      declined: declinedQuantities(view, choices),
    });
    setBusy(false);
    if (!outcome.ok) return setFailure(outcome.error);
    await refreshWorkspace();
    const { bound, previous } = outcome.value;
    onDone({ bound, kept: accepted.length - bound, previous });
  };

  if (view.items.length === 0) {
    return (
      <EmptyState
        title={t('empty.title')}
        text={t('empty.text')}
        actions={<Button onClick={startNext}>{t('done.start', { next })}</Button>}
      />
    );
  }
  return (
    <div className={styles.screen}>
      <div className={styles.scroll}>
        <div className={styles.page}>
          <Text fz="sm" c="var(--ink-2)">
            {t('intro', { year: view.year })}
          </Text>
          <SegmentedControl
            className={styles.filter ?? ''}
            size="xs"
            aria-label={t('filter.label')}
            value={all ? 'all' : 'proposed'}
            onChange={(value) => setAll(value === 'all')}
            data={[
              { value: 'proposed', label: t('filter.proposed', { count: proposed }) },
              { value: 'all', label: t('filter.all', { count: view.items.length }) },
            ]}
          />
          {view.groups.map(({ chapterId, title, sentences }) => {
            const shown = all ? sentences : sentences.filter(hasProposal);
            if (shown.length === 0) return null;
            return (
              <section key={chapterId} aria-label={title}>
                <h2 className={styles.chapter}>{title}</h2>
                {shown.map((sentence) => (
                  <BindSentenceView
                    key={sentence.key}
                    view={view}
                    sentence={sentence}
                    all={all}
                    choices={choices}
                    onChoices={setChoices}
                  />
                ))}
              </section>
            );
          })}
        </div>
      </div>
      <footer className={styles.actions}>
        {failure && <FailureNote failure={failure} />}
        <Group justify="space-between">
          <Group gap="xs">
            <Button variant="subtle" size="compact-sm" onClick={() => setChoices(new Map())}>
              {t('onlySafe')}
            </Button>
            <Button variant="subtle" size="compact-sm" onClick={() => setChoices(noneTicked(view, choices))}>
              {t('clear')}
            </Button>
          </Group>
          <Group gap="sm">
            <Button variant={accepted.length === 0 ? 'filled' : 'default'} onClick={startNext}>
              {t('skip', { next })}
            </Button>
            <Button disabled={accepted.length === 0} loading={busy} onClick={accept}>
              {accepted.length === 0
                ? t('acceptNone')
                : t(onlySafe(view, choices) ? 'acceptSafe' : 'accept', { count: accepted.length })}
            </Button>
          </Group>
        </Group>
      </footer>
    </div>
  );
}
