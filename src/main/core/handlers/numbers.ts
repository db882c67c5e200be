import { ExpectedFailure } from '../../../shared/errors.ts';
import { readIndicatorFormula, readObservation, writeObservation } from '../storage/queries/numbers.ts';
import type { CommandHandlers } from './kinds.ts';

export const numberCommands = {
  'numbers.set': ({ database, now }, { observations }) => {
    // Read all before writing any: a cell named twice must be undone to what it was before the first.
    const previous = observations.map(({ indicatorId, year }) => {
      const indicator = readIndicatorFormula(database, indicatorId);
      if (indicator === null) throw new ExpectedFailure('indicator.notFound', { name: indicatorId });
      if (indicator.formula !== null) {
        throw new ExpectedFailure('observation.computed', { name: indicator.name });
      }
      return readObservation(database, indicatorId, year);
    });
    for (const observation of observations) writeObservation(database, observation, now);
    return { savedAt: now, previous };
  },
} satisfies Partial<CommandHandlers>;
