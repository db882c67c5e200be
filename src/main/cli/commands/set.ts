import type { NumberTables } from '../../../shared/contract.ts';
import { parseCellInput } from '../../../shared/domain/cell-input.ts';
import type { Indicator, Observation } from '../../../shared/domain/model.ts';
import { type Command, CommandFailure, dataOption, parseYear, requireText, UsageError } from '../command.ts';
import { withSession, workspaceFolder } from '../session.ts';

function findIndicator(tables: NumberTables, word: string): Indicator {
  const found = tables.indicators.find((indicator) => indicator.id === word || indicator.name === word);
  if (found === undefined)
    throw new CommandFailure({ code: 'indicator.notFound', parameters: { name: word } });
  return found;
}

function observationOf(tables: NumberTables, year: number, assignment: string): Observation {
  const separator = assignment.indexOf('=');
  if (separator < 1) throw new UsageError('assignment', { text: assignment });
  const indicator = findIndicator(tables, assignment.slice(0, separator).trim());
  const entry = parseCellInput(assignment.slice(separator + 1), indicator);
  if (!entry.ok) throw new CommandFailure(entry.error);
  const current = tables.observations.find((one) => one.indicatorId === indicator.id && one.year === year);
  const { source, note, evidence } = current ?? { source: '', note: '', evidence: '' };
  return { indicatorId: indicator.id, year, entry: entry.value, state: 'confirmed', source, note, evidence };
}

export const set: Command = {
  name: 'set',
  positionals: ['INDICATOR=VALUE'],
  repeatable: true,
  options: { ...dataOption, year: { type: 'string' } },
  async run(input, surroundings) {
    const year = parseYear(requireText(input, 'year'));
    return withSession(workspaceFolder(input, surroundings), surroundings, async (session) => {
      const tables = await session.call('numbers.read', {});
      const observations = input.positionals.map((assignment) => observationOf(tables, year, assignment));
      await session.call('numbers.set', { observations });
      return {
        exitCode: 0,
        json: { year, observations },
        text: surroundings.translate('cli:set.done', { year, count: observations.length }),
      };
    });
  },
};
