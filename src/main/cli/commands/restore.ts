import { resolve } from 'node:path';
import { type Command, dataOption } from '../command.ts';
import { passwordOption, passwordToOpen } from '../password.ts';
import { withSession, workspaceFolder } from '../session.ts';

/** Puts a backup's copy from a stick or another computer in the place of the workspace; the present state is backed up first. */
export const restore: Command = {
  name: 'restore',
  positionals: ['FILE'],
  options: { ...dataOption, ...passwordOption },
  async run(input, surroundings) {
    const password = passwordToOpen(input, surroundings);
    const path = resolve(input.positionals[0] ?? '');
    return withSession(workspaceFolder(input, surroundings), surroundings, async (session) => {
      const grant = session.grants.grant(path);
      const { savedAs, counts } = await session.call('backup.restoreCopy', { grant, password });
      return {
        exitCode: 0,
        json: { savedAs, counts },
        text: surroundings.translate('cli:restore.done', { savedAs, ...counts }),
      };
    });
  },
};
