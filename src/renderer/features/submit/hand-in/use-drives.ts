import { useEffect, useState } from 'react';
import type { MethodOutput } from '../../../../shared/contract.ts';
import type { Failure } from '../../../../shared/errors.ts';
import { call } from '../../../api/client.ts';
import { sameJson } from '../../../app/session/same-json.ts';

export type Drive = MethodOutput<'drive.list'>['drives'][number];

export interface Drives {
  /** Null until they have been asked for once. */
  list: readonly Drive[] | null;
  failure: Failure | null;
}

const shortestPause = 2000;
/** Some systems need a second of work to answer: no more than a fifth of the time is spent on it. */
const pausePerAnswer = 4;

/**
 * The drives that can be pulled out, looked for again and again while the page is in sight and `active`: one that is
 * plugged in or pulled out shows without a click. An unchanged list is the same object.
 */
export function useDrives(active: boolean): Drives {
  const [drives, setDrives] = useState<Drives>({ list: null, failure: null });
  useEffect(() => {
    if (!active) return;
    let left = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const asked = performance.now();
      if (document.visibilityState === 'visible') {
        const outcome = await call('drive.list', {});
        if (left) return;
        setDrives((known) => {
          const found = outcome.ok
            ? { list: outcome.value.drives, failure: null }
            : { list: known.list, failure: outcome.error };
          return sameJson(known, found) ? known : found;
        });
      }
      const pause = Math.max(shortestPause, (performance.now() - asked) * pausePerAnswer);
      timer = setTimeout(() => void look(), pause);
    };
    void look();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [active]);
  return drives;
}
