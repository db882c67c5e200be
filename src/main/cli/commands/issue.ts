import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { askedOfOffice } from '../../../shared/domain/exchange/asked-indicators.ts';
import { type Command, CommandFailure, dataOption, parseYear, requireText } from '../command.ts';
import { withSession, workspaceFolder } from '../session.ts';

/** Sheets for every office that is asked for anything in the year. */
export const issue: Command = {
  name: 'issue',
  positionals: [],
  options: { ...dataOption, year: { type: 'string' }, to: { type: 'string' } },
  async run(input, surroundings) {
    const year = parseYear(requireText(input, 'year'));
    const to = input.text('to');
    return withSession(workspaceFolder(input, surroundings), surroundings, async (session) => {
      const { offices, indicators } = await session.call('numbers.read', {});
      const officeIds = offices.flatMap(({ id }) =>
        askedOfOffice(indicators, id, year).length > 0 ? [id] : [],
      );
      if (officeIds.length === 0) {
        throw new CommandFailure({ code: 'exchange.nothingToAsk', parameters: { year } });
      }
      const folder = to === undefined ? null : session.grants.grant(existingFolder(to));
      const { folder: written, files } = await session.call('exchange.issue', { year, officeIds, folder });
      const paths = files.map(({ file }) => join(written, file.name));
      return {
        exitCode: 0,
        json: {
          year,
          files: files.map(({ officeId, number }, at) => ({ officeId, number, path: paths[at] })),
        },
        text: [surroundings.translate('cli:issue.done', { year, count: files.length }), ...paths].join('\n'),
      };
    });
  },
};

function existingFolder(to: string): string {
  const path = resolve(to);
  try {
    mkdirSync(path, { recursive: true });
  } catch {
    throw new CommandFailure({ code: 'file.writeFailed', parameters: { name: path } });
  }
  return path;
}
