/** 历史: earlier states of the report, how each differs from now, and the way back to one. */
import { Button, Group, Modal, Text } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlignedPair } from '../../../shared/domain/alignment.ts';
import type { KeptState } from '../../../shared/domain/history/report-state.ts';
import type { Failure, Outcome } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { reportSession, useReportSession } from '../../app/report-session.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { ComparedPairs } from '../compare/compared-pairs.tsx';
import { FinalNote } from './final-note.tsx';
import styles from './history.module.css';
import { StateList } from './state-list.tsx';
import { momentOfState } from './state-words.ts';

export function HistoryDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(['history', 'common']);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('title')}
      size="78rem"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <HistoryContent />
    </Modal>
  );
}

interface Compared {
  state: KeptState;
  /** Null while it is being read. */
  outcome: Outcome<{ pairs: AlignedPair[] }> | null;
}

function HistoryContent() {
  const { t } = useTranslation('history');
  const reportId = useReportSession((session) => session.report.id);
  const isFinal = useReportSession((session) => session.report.state === 'final');
  const [states, setStates] = useState<KeptState[] | null>(null);
  const [compared, setCompared] = useState<Compared | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [message, setMessage] = useState('');
  const [busy, setBusy] = useState(false);

  const refresh = useCallback(async () => {
    await reportSession.getState().flush();
    const outcome = await call('history.list', { reportId });
    if (outcome.ok) setStates(outcome.value.states);
    else setFailure(outcome.error);
  }, [reportId]);
  useEffect(() => {
    void refresh();
  }, [refresh]);

  const choose = async (state: KeptState) => {
    setMessage('');
    setCompared({ state, outcome: null });
    const outcome = await call('history.compare', { id: state.id });
    setCompared((now) => (now?.state.id === state.id ? { state, outcome } : now));
  };

  const run = async (work: () => Promise<Outcome<string>>) => {
    setBusy(true);
    setFailure(null);
    const outcome = await work();
    setBusy(false);
    setMessage(outcome.ok ? outcome.value : '');
    if (!outcome.ok) setFailure(outcome.error);
    await refresh();
  };

  const keep = () =>
    run(async () => {
      await reportSession.getState().flush();
      const outcome = await call('history.keep', { reportId });
      if (!outcome.ok) return outcome;
      return { ok: true, value: t('kept', { time: momentOfState(outcome.value.state.keptAt) }) };
    });

  const restore = (state: KeptState) =>
    run(async () => {
      const outcome = await reportSession.getState().restoreState(state.id);
      setCompared(null);
      return outcome.ok ? { ok: true, value: t('done', { time: momentOfState(state.keptAt) }) } : outcome;
    });

  return (
    <>
      <Group justify="space-between" align="flex-start" wrap="nowrap" mb="sm">
        <Text fz="sm" c="var(--ink-2)">
          {t('intro')}
        </Text>
        <Button variant="default" size="compact-sm" flex="none" disabled={busy} onClick={() => void keep()}>
          {t('keep')}
        </Button>
      </Group>
      <div aria-live="polite">
        {message !== '' && (
          <Text fz="sm" mb="sm">
            {message}
          </Text>
        )}
        {failure && <FailureNote failure={failure} />}
      </div>
      {states !== null && <FinalNote reportId={reportId} states={states} />}
      {states?.length === 0 && <p className={styles.empty}>{t('none')}</p>}
      {states !== null && states.length > 0 && (
        <div className={styles.sides}>
          <StateList
            states={states}
            chosenId={compared?.state.id ?? null}
            onChoose={(state) => void choose(state)}
          />
          <div className={styles.differences}>
            {compared === null && <p className={styles.empty}>{t('choose')}</p>}
            {compared?.outcome && (
              <StateDifferences
                state={compared.state}
                outcome={compared.outcome}
                busy={busy}
                isFinal={isFinal}
                onRestore={() => void restore(compared.state)}
              />
            )}
          </div>
        </div>
      )}
    </>
  );
}

interface StateDifferencesProps {
  state: KeptState;
  outcome: Outcome<{ pairs: AlignedPair[] }>;
  busy: boolean;
  isFinal: boolean;
  onRestore: () => void;
}

function StateDifferences({ state, outcome, busy, isFinal, onRestore }: StateDifferencesProps) {
  const { t } = useTranslation('history');
  if (!outcome.ok) return <FailureNote failure={outcome.error} />;
  const { pairs } = outcome.value;
  const same = pairs.every(({ kind }) => kind === 'unchanged');
  return (
    <>
      <Group justify="space-between" mb="xs" wrap="nowrap">
        <Text fz="sm" fw={600}>
          {t('then', { time: momentOfState(state.keptAt) })} → {t('now')}
        </Text>
        <Button size="compact-sm" disabled={busy || isFinal} onClick={onRestore}>
          {t('restore')}
        </Button>
      </Group>
      {isFinal && (
        <Text fz="xs" c="var(--ink-2)" mb="xs">
          {t('final')}
        </Text>
      )}
      {same ? (
        <p className={styles.empty}>{t('same')}</p>
      ) : (
        <ComparedPairs key={state.id} pairs={pairs} differencesFirst />
      )}
    </>
  );
}
