/** What of this window is not in the workspace yet, and its way into the recovery journal. */
import type { Observation } from '../../../shared/domain/model.ts';
import type { UnsavedReport } from '../../../shared/domain/unsaved.ts';
import { createUnsavedKeeper, type UnsavedKeeperOptions, type UnsavedOfReport } from './unsaved-keeper.ts';

export interface SessionUnsavedOptions
  extends Pick<UnsavedKeeperOptions, 'call' | 'timers' | 'newSession' | 'onChange'> {
  texts: () => UnsavedOfReport[];
  cells: () => Observation[];
  /** The report that is open. */
  report: () => UnsavedReport;
}

export function createSessionUnsaved({ texts, cells, report, ...keeping }: SessionUnsavedOptions) {
  /** The reports that this window has shown, by their names then. */
  const shown = new Map<string, UnsavedReport>();
  const remember = ({ id, title, year }: UnsavedReport) => shown.set(id, { id, title, year });

  const unsaved = (): UnsavedOfReport[] => {
    const observations = cells();
    const written = texts();
    return observations.length === 0
      ? written
      : [...written, { reportId: report().id, item: { kind: 'numbers', observations } }];
  };

  const keeper = createUnsavedKeeper({
    ...keeping,
    unsaved,
    report(id) {
      const open = report();
      if (open.id === id) remember(open);
      return shown.get(id) ?? null;
    },
  });

  return { unsaved, remember, hear: keeper.hear };
}
