/** The comparison of two reports, read anew whenever another one is chosen. */
import { useCallback, useEffect, useState } from 'react';
import type { AlignedPair } from '../../../shared/domain/alignment.ts';
import type { Outcome } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';

interface Answered {
  key: string;
  outcome: Outcome<{ pairs: AlignedPair[] }>;
}

/** Null while it is being read. `again` reads it once more, after a failure. */
export function useComparison(leftId: string, rightId: string) {
  const key = `${leftId} ${rightId}`;
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is what must be read
  useEffect(() => {
    let current = true;
    void call('report.compare', { leftId, rightId }).then((outcome) => {
      if (current) setAnswered({ key: `${leftId} ${rightId}`, outcome });
    });
    return () => {
      current = false;
    };
  }, [leftId, rightId, attempt]);
  const again = useCallback(() => setAttempt((times) => times + 1), []);
  return { outcome: answered?.key === key ? answered.outcome : null, again };
}
