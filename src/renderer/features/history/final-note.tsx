/** Whether the report still reads as its final version does, found out from the kept bytes. */
import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MethodOutput } from '../../../shared/contract.ts';
import type { KeptState } from '../../../shared/domain/history/report-state.ts';
import type { Outcome } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { momentOfState } from './state-words.ts';

/** Enough to tell two final versions apart by eye; the whole sum stands in the title. */
const shortSum = 12;

/** `states`: read again whenever the list is. */
export function FinalNote({ reportId, states }: { reportId: string; states: readonly KeptState[] }) {
  const { t } = useTranslation('journal');
  const [outcome, setOutcome] = useState<Outcome<MethodOutput<'history.final'>> | null>(null);
  const wasFinal = states.some(({ reason }) => reason === 'final');
  useEffect(() => {
    if (wasFinal && states.length > 0) void call('history.final', { reportId }).then(setOutcome);
  }, [reportId, states, wasFinal]);
  if (outcome === null) return null;
  if (!outcome.ok) return <FailureNote failure={outcome.error} />;
  const { final } = outcome.value;
  if (final === null) return null;
  const { state, sameText, changedNumbers } = final;
  const words = {
    time: momentOfState(state.keptAt),
    sum: state.sha256.slice(0, shortSum),
    count: changedNumbers,
  };
  return (
    <Text fz="sm" mb="sm" title={state.sha256}>
      {!sameText && t('final.text', words)}
      {sameText && (changedNumbers > 0 ? t('final.numbers', words) : t('final.same', words))}
    </Text>
  );
}
