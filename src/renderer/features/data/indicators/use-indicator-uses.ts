import { useEffect, useState } from 'react';
import type { IndicatorUses } from '../../../../shared/contract/indicator-methods.ts';
import type { Outcome } from '../../../../shared/errors.ts';
import { call } from '../../../api/client.ts';
import { reportSession } from '../../../app/report-session.ts';

/** Everything that hangs on an indicator, with the texts as they stand now; null until it is known. */
export function useIndicatorUses(id: string): Outcome<IndicatorUses> | null {
  const [uses, setUses] = useState<Outcome<IndicatorUses> | null>(null);
  useEffect(() => {
    let wanted = true;
    void reportSession
      .getState()
      .flush()
      .then(() => call('indicator.places', { id }))
      .then((outcome) => wanted && setUses(outcome));
    return () => {
      wanted = false;
    };
  }, [id]);
  return uses;
}
