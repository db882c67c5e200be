import { resolve } from 'node:path';
import { type Command, dataOption } from '../command.ts';
import { passwordToProtect, protectOptions } from '../password.ts';
import { withSession, workspaceFolder } from '../session.ts';

/** Makes a backup now, and with `--to` a second copy elsewhere, protected if wanted, that is read back. */
export const backup: Command = {
  name: 'backup',
  positionals: [],
  options: { ...dataOption, to: { type: 'string' }, ...protectOptions },
  async run(input, surroundings) {
    const to = input.text('to');
    const password = passwordToProtect(input, surroundings);
    return withSession(workspaceFolder(input, surroundings), surroundings, async (session) => {
      const { id, counts } = await session.call('backup.make', {});
      const target = to === undefined ? null : session.grants.grant(resolve(to));
      const { path, sha256 } = await session.call('backup.copyTo', { id, target, password });
      return {
        exitCode: 0,
        json: { id, counts, path, sha256 },
        text: surroundings.translate('cli:backup.done', { path, sha256, ...counts }),
      };
    });
  },
};
