/** What can be done with an indicator without asking anything; a refusal is told as a notice. */
import type { Indicator } from '../../../../shared/domain/model.ts';
import { isAskedFor } from '../../../../shared/domain/topic-members.ts';
import type { Outcome } from '../../../../shared/errors.ts';
import { notify } from '../../../app/notices.ts';
import { reportSession } from '../../../app/report-session.ts';
import { errorSentence } from '../../../i18n/index.ts';
import { placeBeside } from './move-indicator.ts';

/** Whether the indicator stands elsewhere now. */
export async function moveBeside(indicator: Indicator, direction: 'up' | 'down'): Promise<boolean> {
  const place = placeNow(indicator, direction);
  if (place === null) return false;
  const { changeTables } = reportSession.getState();
  return told(
    await changeTables('indicator.move', { id: indicator.id, topicId: indicator.topicId, position: place }),
  );
}

export function canMoveBeside(indicator: Indicator, direction: 'up' | 'down'): boolean {
  return placeNow(indicator, direction) !== null;
}

function placeNow(indicator: Indicator, direction: 'up' | 'down'): number | null {
  const { tables, report } = reportSession.getState();
  const shown = tables.indicators.filter((one) => isAskedFor(one, report.year)).map(({ id }) => id);
  return placeBeside(tables.indicators, new Set(shown), indicator, direction);
}

/** Retires after a year, or takes back into use with null. */
export async function retire(id: string, after: number | null): Promise<boolean> {
  return told(await reportSession.getState().changeTables('indicator.retire', { id, after }));
}

export async function remove(id: string): Promise<boolean> {
  return told(await reportSession.getState().changeTables('indicator.remove', { id }));
}

function told(outcome: Outcome<unknown>): boolean {
  if (!outcome.ok) notify({ tone: 'problem', message: errorSentence(outcome.error) });
  return outcome.ok;
}
