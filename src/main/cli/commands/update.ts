import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { done, type Outcome } from '../../../shared/errors.ts';
import { createApp } from '../../core/app.ts';
import { workspaceFileName } from '../../core/storage/open.ts';
import { nodeDependencies } from '../../node/dependencies.ts';
import { failureSentence } from '../../node/translate.ts';
import { findUpdates } from '../../node/update/find-updates.ts';
import { takeUpdate } from '../../node/update/take-update.ts';
import { undoUpdate } from '../../node/update/undo-update.ts';
import { describeCopy, refusalOf, type UpdatableCopy } from '../../node/update/update-manner.ts';
import { backUpOf } from '../../node/update/update-methods.ts';
import {
  type Command,
  CommandFailure,
  type CommandResult,
  type CommandSurroundings,
  dataOption,
  UsageError,
} from '../command.ts';
import { workspaceFolder } from '../session.ts';

/** Updates this copy from a file; without one says what is on the sticks; with `--undo` goes back to the version before. */
export const update: Command = {
  name: 'update',
  positionals: ['[FILE]'],
  options: { ...dataOption, undo: { type: 'boolean' } },
  async run(input, surroundings) {
    const [file] = input.positionals;
    const isUndo = input.flag('undo');
    if (isUndo && file !== undefined) throw new UsageError('updateOrUndo');
    const described = describeCopy(surroundings.folders);
    if (described.manner !== 'stick') return succeeded(refusalOf(described.manner));
    const folder = workspaceFolder(input, surroundings);
    if (isUndo) return undo(described.copy, folder, surroundings);
    if (file === undefined) return look(described.copy, folder, surroundings);
    return take(described.copy, resolve(file), folder, surroundings);
  },
};

function succeeded<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new CommandFailure(outcome.error);
  return outcome.value;
}

async function take(
  copy: UpdatableCopy,
  path: string,
  folder: string,
  surroundings: CommandSurroundings,
): Promise<CommandResult> {
  const { folders, environment, translate } = surroundings;
  const dependencies = nodeDependencies(folders, folder, 'cli');
  const { holder } = dependencies;
  // Only an update that is going to be taken opens the workspace; where there is none it makes none.
  const backUp = async () => {
    if (!existsSync(join(folder, workspaceFileName))) return done(null);
    const opened = await createApp({ ...dependencies, workspaceFolder: folder });
    if (!opened.ok) return opened;
    try {
      return await backUpOf(opened.value);
    } finally {
      opened.value.close();
    }
  };
  const taken = succeeded(await takeUpdate({ path, copy, holder, environment, backUp }));
  return {
    exitCode: 0,
    json: taken,
    text: translate(taken.backup === null ? 'cli:update.doneWithoutBackup' : 'cli:update.done', {
      ...taken,
      backup: taken.backup ?? '',
    }),
  };
}

function undo(copy: UpdatableCopy, folder: string, surroundings: CommandSurroundings): CommandResult {
  const { holder } = nodeDependencies(surroundings.folders, folder, 'cli');
  const undone = succeeded(undoUpdate(copy.installed, holder));
  return { exitCode: 0, json: undone, text: surroundings.translate('cli:update.undone', { ...undone }) };
}

async function look(
  copy: UpdatableCopy,
  folder: string,
  surroundings: CommandSurroundings,
): Promise<CommandResult> {
  const { folders, translate } = surroundings;
  const { drives, updates } = await findUpdates(nodeDependencies(folders, folder, 'cli').drives, copy);
  const { version } = copy.installed;
  const lines = updates.map(({ path, version: offered, refusal }) =>
    refusal === null
      ? translate('cli:update.found', { path, version: offered ?? '' })
      : `${path}: ${failureSentence(translate, refusal)}`,
  );
  const summary = translate('cli:update.looked', { version, drives, count: updates.length });
  return { exitCode: 0, json: { version, drives, updates }, text: [summary, ...lines].join('\n') };
}
