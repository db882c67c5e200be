import { ExpectedFailure } from '../../../shared/errors.ts';
import { insertIndicator, readNumberTables } from '../storage/queries/numbers.ts';
import type { CommandHandlers } from './kinds.ts';

export const indicatorCreateCommands = {
  'indicator.create': ({ database, newId, now }, { indicator }) => {
    const { topics, offices, indicators } = readNumberTables(database);
    const topic = topics.find(({ id }) => id === indicator.topicId);
    if (topic === undefined) throw new ExpectedFailure('indicator.topicNotFound', { name: indicator.name });
    const namesake = indicators.find(({ name }) => name === indicator.name);
    if (namesake !== undefined) {
      const place = topics.find(({ id }) => id === namesake.topicId);
      throw new ExpectedFailure('indicator.nameTaken', { name: indicator.name, topic: place?.name ?? '' });
    }
    const known = offices.some(({ id }) => id === indicator.officeId);
    const created = { ...indicator, id: newId(), officeId: known ? indicator.officeId : null };
    insertIndicator(database, created);
    return { savedAt: now, id: created.id };
  },
} satisfies Partial<CommandHandlers>;
