/** How a step in the number tables is told of when it is taken back or done again, and where it is seen. */
import type { NumberTables } from '../../shared/contract.ts';
import { entryText } from '../../shared/domain/cell-input.ts';
import type { Indicator, Observation } from '../../shared/domain/model.ts';
import { dataView, showIndicator, shownView } from '../features/data/data-view.ts';
import { isInView } from '../features/data/number-rows.ts';
import { translate } from '../i18n/index.ts';
import type { TableStep } from './session/number-actions.ts';
import type { NumberStep } from './session/number-history.ts';
import type { UndoStep } from './session/undo-journal.ts';
import { goToPlace, openPlace } from './sight.ts';

/** «数据 · 调解纠纷 58 → 60»; for several cells the first and their number; without change of the value what else was changed. */
export function describeNumberStep({ before, after }: NumberStep, indicators: readonly Indicator[]): string {
  const [now, then] = [after[0], before[0]];
  const indicator = indicators.find(({ id }) => id === now?.indicatorId);
  const name = indicator?.name ?? '';
  if (after.length !== 1 || !now || !then) {
    return translate('common:undone.cells', { name, count: after.length });
  }
  const shown = ({ entry }: Observation) => {
    if (entry.kind === 'empty') return translate('common:undone.empty');
    return entryText(entry, { kind: 'amount', precision: 0, ...indicator }, translate('data:notApplicable'));
  };
  const [from, to] = [shown(then), shown(now)];
  return from === to
    ? translate('common:undone.remarks', { name, year: now.year })
    : translate('common:undone.cell', { name, from, to });
}

/** Where these indicators are seen: in 数据, as long as the view that is chosen there has all of them. */
export function indicatorSight(
  tables: () => NumberTables,
  isMeant: (indicator: Indicator) => boolean,
): Required<Pick<UndoStep, 'isInSight' | 'show'>> {
  const meant = () => tables().indicators.filter(isMeant);
  return {
    isInSight() {
      const view = shownView(dataView.getState().view, tables().topics);
      return openPlace() === 'data' && meant().every((indicator) => isInView(indicator, view));
    },
    show() {
      const [first] = meant();
      if (first) showIndicator(first);
      goToPlace('data');
    },
  };
}

export function numberStepWords(
  step: NumberStep,
  tables: () => NumberTables,
): Pick<UndoStep, 'describe' | 'isInSight' | 'show'> {
  const ids = new Set(step.after.map(({ indicatorId }) => indicatorId));
  return {
    describe: () => describeNumberStep(step, tables().indicators),
    ...indicatorSight(tables, ({ id }) => ids.has(id)),
  };
}

/** «数据 · 指标“调解纠纷”»; for several their number, for a topic its name. */
export function describeTableStep({ before, after }: TableStep): string {
  const indicators = after.indicators.length > 0 ? after.indicators : before.indicators;
  const topic = after.topics[0] ?? before.topics[0];
  if (indicators.length === 0 && topic) return translate('common:undone.topic', { name: topic.topic.name });
  const [only] = indicators;
  return indicators.length === 1 && only
    ? translate('common:undone.indicator', { name: only.indicator.name })
    : translate('common:undone.indicators', { count: indicators.length });
}

export function tableStepWords(
  step: TableStep,
  tables: () => NumberTables,
): Pick<UndoStep, 'describe' | 'isInSight' | 'show'> {
  const ids = new Set(step.after.indicators.map(({ indicator }) => indicator.id));
  return {
    describe: () => describeTableStep(step),
    ...indicatorSight(tables, ({ id }) => ids.has(id)),
  };
}
