import { readProgramVersion } from '../../node/program-folders.ts';
import type { SelfCheck } from '../../node/update/try-version.ts';
import { type Command, dataOption } from '../command.ts';
import { withSession, workspaceFolder } from '../session.ts';

/**
 * Opens, migrates and reads a workspace and says what it found: how an update tries this version on a copy before taking
 * it into use. The form of its `--json` is a promise to earlier versions (`selfCheckSchema`).
 */
export const selfCheck: Command = {
  name: 'self-check',
  positionals: [],
  options: dataOption,
  async run(input, surroundings) {
    const { folders, translate } = surroundings;
    const folder = workspaceFolder(input, surroundings);
    return withSession(folder, surroundings, async ({ call }) => {
      const { present } = await call('backup.list', {});
      const { reports } = await call('workspace.status', {});
      for (const { id } of reports) await call('report.read', { id });
      const { reports: count, chapters, observations } = present;
      const checked: SelfCheck = {
        version: readProgramVersion(folders),
        counts: { reports: count, chapters, observations },
      };
      return {
        exitCode: 0,
        json: checked,
        text: translate('cli:self-check.done', { version: checked.version, ...checked.counts }),
      };
    });
  },
};
