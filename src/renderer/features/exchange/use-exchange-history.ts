import { useEffect, useState } from 'react';
import type { MethodOutput } from '../../../shared/contract.ts';
import type { Failure } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { useReportSession } from '../../app/report-session.ts';

export type ExchangeHistory = MethodOutput<'exchange.history'>;

/** What was sent and taken in for the report's year; `refresh` reads it again. */
export function useExchangeHistory() {
  const year = useReportSession((session) => session.report.year);
  const [history, setHistory] = useState<ExchangeHistory>({ issues: [], supplies: [] });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [turn, setTurn] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks for another reading.
  useEffect(() => {
    let left = false;
    void call('exchange.history', { year }).then((outcome) => {
      if (left) return;
      if (outcome.ok) setHistory(outcome.value);
      setFailure(outcome.ok ? null : outcome.error);
    });
    return () => {
      left = true;
    };
  }, [year, turn]);

  return { history, failure, refresh: () => setTurn((count) => count + 1) };
}
