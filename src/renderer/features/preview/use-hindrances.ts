import { useEffect, useMemo, useState } from 'react';
import { countOf } from '../../../shared/domain/checks/finding.ts';
import { call } from '../../api/client.ts';
import { useFindings } from '../../app/findings.ts';
import type { Hindrances, MissingElement } from './kept-back.ts';

const none: readonly MissingElement[] = [];

/** What is still in the way of the formal copy; looked up again with each new set of pages, which `shown` stands for. */
export function useHindrances(reportId: string, shown: unknown): Hindrances {
  const places = useFindings(({ checked, open }) => (checked ? countOf(open, 'blocks') : null));
  const [elements, setElements] = useState(none);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other pages may come of other elements
  useEffect(() => {
    let left = false;
    void call('export.readiness', { reportId }).then((outcome) => {
      if (!left && outcome.ok) setElements(outcome.value.imprintMissing);
    });
    return () => {
      left = true;
    };
  }, [reportId, shown]);
  return useMemo(() => ({ places, elements }), [places, elements]);
}
