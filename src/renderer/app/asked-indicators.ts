/** The indicators that the open report's year asks for: all but those retired before it. */
import { useMemo } from 'react';
import type { Indicator } from '../../shared/domain/model.ts';
import { isAskedFor } from '../../shared/domain/topic-members.ts';
import { useReportSession } from './report-session.ts';

export function useAskedIndicators(): Indicator[] {
  const indicators = useReportSession((session) => session.tables.indicators);
  const year = useReportSession((session) => session.report.year);
  return useMemo(() => indicators.filter((indicator) => isAskedFor(indicator, year)), [indicators, year]);
}
