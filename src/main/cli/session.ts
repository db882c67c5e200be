/** The core under a command: opened, called with the contract's types, and closed again whatever happens. */
import { resolve } from 'node:path';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract.ts';
import { createApp } from '../core/app.ts';
import type { FileGrants } from '../core/ports.ts';
import { nodeDependencies } from '../node/dependencies.ts';
import { defaultWorkspaceFolder } from '../node/workspace-folder.ts';
import { CommandFailure, type CommandInput, type CommandSurroundings } from './command.ts';

export interface Session {
  /** Rejects with CommandFailure. */
  call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
  grants: FileGrants;
}

export function workspaceFolder(input: CommandInput, surroundings: CommandSurroundings): string {
  const chosen = input.text('data');
  return chosen === undefined
    ? defaultWorkspaceFolder(surroundings.home, surroundings.environment)
    : resolve(chosen);
}

/**
 * `backUpFirst`: a command that writes a whole report begins with a backup if one is due by the same rule as in the
 * window (something was written since the last, and that is a quarter of an hour ago). Small writes go without, so
 * that a script of hundreds of them neither waits nor fills the three places of today.
 */
export async function withSession<T>(
  folder: string,
  surroundings: CommandSurroundings,
  work: (session: Session) => Promise<T>,
  options: { backUpFirst?: boolean } = {},
): Promise<T> {
  const dependencies = nodeDependencies(surroundings.folders, folder, 'cli');
  const opened = await createApp({ ...dependencies, workspaceFolder: folder });
  if (!opened.ok) throw new CommandFailure(opened.error);
  const app = opened.value;
  try {
    if (options.backUpFirst === true) await app.backUpIfDue();
    return await work({
      grants: dependencies.grants,
      async call<M extends MethodName>(method: M, input: MethodInput<M>) {
        const outcome = await app.call(method, input);
        if (!outcome.ok) throw new CommandFailure(outcome.error);
        // The contract ties the name to its output; handlers are checked against it by the compiler.
        return outcome.value as MethodOutput<M>;
      },
    });
  } finally {
    app.close();
  }
}
