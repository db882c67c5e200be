/** What the tour let a person change is told when it ends, with the way back. */
import type { Observation } from '../../../shared/domain/model.ts';
import { call } from '../../api/client.ts';
import { notify } from '../../app/notices.ts';
import { reportSession } from '../../app/report-session.ts';
import { sameJson } from '../../app/session/same-json.ts';
import { errorSentence, translate } from '../../i18n/index.ts';
import type { TourNumber } from './tour-number.ts';

export interface TourTrace {
  reportId: string;
  number: TourNumber | null;
  before: Observation | null;
}

/** Whether the number is another one than the tour found. */
export function isChanged(
  { before }: Pick<TourTrace, 'before'>,
  observations: readonly Observation[],
): boolean {
  if (before === null) return false;
  const now = observations.find(
    ({ indicatorId, year }) => indicatorId === before.indicatorId && year === before.year,
  );
  return !sameJson(now?.entry ?? { kind: 'empty' }, before.entry);
}

/** In the open report one more step that can be undone; after it was closed, straight into the table. */
export async function putBack({ reportId, before }: TourTrace): Promise<void> {
  if (before === null) return;
  const { phase, setObservations } = reportSession.getState();
  const isOpen = phase.kind === 'open' && phase.reportId === reportId;
  const outcome = isOpen
    ? await setObservations([before])
    : await call('numbers.set', { observations: [before] });
  if (!outcome.ok) notify({ tone: 'problem', message: errorSentence(outcome.error) });
}

export function tellChangedNumber(trace: TourTrace): void {
  const { number } = trace;
  if (number === null || !isChanged(trace, reportSession.getState().tables.observations)) return;
  notify({
    tone: 'info',
    key: 'tour',
    message: translate('help:tour.changed', { name: number.indicator.name }),
    actions: [{ label: translate('help:tour.putBack'), run: () => void putBack(trace) }],
  });
}
