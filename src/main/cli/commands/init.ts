import { type Command, dataOption, requireText } from '../command.ts';
import { withSession, workspaceFolder } from '../session.ts';

export const init: Command = {
  name: 'init',
  positionals: [],
  options: {
    ...dataOption,
    name: { type: 'string' },
    abbreviation: { type: 'string' },
    county: { type: 'string' },
    addressee: { type: 'string' },
  },
  async run(input, surroundings) {
    const folder = workspaceFolder(input, surroundings);
    const organization = {
      name: requireText(input, 'name'),
      abbreviation: input.text('abbreviation') ?? '',
      county: input.text('county') ?? '',
      addressee: input.text('addressee') ?? '',
    };
    return withSession(folder, surroundings, async (session) => {
      await session.call('organization.save', organization);
      const { path } = await session.call('workspace.status', {});
      return {
        exitCode: 0,
        json: { path, organization },
        text: surroundings.translate('cli:init.done', { path, name: organization.name }),
      };
    });
  },
};
