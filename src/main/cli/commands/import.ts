import { resolve } from 'node:path';
import { type Command, CommandFailure, dataOption, parseYear } from '../command.ts';
import { chooseTemplate } from '../find-report.ts';
import { withSession, workspaceFolder } from '../session.ts';

export const importCommand: Command = {
  name: 'import',
  positionals: ['FILE'],
  options: {
    ...dataOption,
    year: { type: 'string' },
    template: { type: 'string' },
    title: { type: 'string' },
  },
  async run(input, surroundings) {
    const file = resolve(input.positionals[0] ?? '');
    return withSession(
      workspaceFolder(input, surroundings),
      surroundings,
      async (session) => {
        const grant = session.grants.grant(file);
        const { parsed } = await session.call('import.preview', { grant });
        const givenYear = input.text('year');
        const year = givenYear === undefined ? parsed.year : parseYear(givenYear);
        if (year === null)
          throw new CommandFailure({ code: 'import.yearUnknown', parameters: { name: file } });
        const template = await chooseTemplate(session, input.text('template'));
        const title = input.text('title');
        const { id } = await session.call('import.commit', {
          grant,
          templateKey: template.key,
          year,
          ...(title === undefined ? {} : { title }),
        });
        return {
          exitCode: 0,
          json: {
            id,
            year,
            title: title ?? parsed.title,
            headings: parsed.headings.length,
            paragraphs: parsed.paragraphs.length,
            dropped: parsed.dropped.length,
            warnings: parsed.warnings,
          },
          text: surroundings.translate('cli:import.done', {
            year,
            headings: parsed.headings.length,
            paragraphs: parsed.paragraphs.length,
            dropped: parsed.dropped.length,
          }),
        };
      },
      { backUpFirst: true },
    );
  },
};
