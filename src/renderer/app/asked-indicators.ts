/** The indicators that the open report's year asks for: all but those retired before it. */
import { useMemo } from 'react';
import type { Indicator } from '../../shared/domain/model.ts';
import { askedIndicators } from '../../shared/domain/topic-members.ts';
import { useReportSession } from './report-session.ts';

export function useAskedIndicators(): Indicator[] {
  const indicators = useReportSession((session) => session.tables.indicators);
  const year = useReportSession((session) => session.report.year);
  return useMemo(() => askedIndicators(indicators, year), [indicators, year]);
}
