/** The core under a command: opened, called with the contract's types, and closed again whatever happens. */
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract.ts';
import { createApp } from '../core/app.ts';
import type { AppDependencies, FileGrants } from '../core/ports.ts';
import { createFileGrants } from '../node/file-grants.ts';
import { describeHolder } from '../node/holder.ts';
import { createLogFile } from '../node/log-file.ts';
import { readProgramVersion } from '../node/program-folders.ts';
import { createResourceFolder } from '../node/resource-folder.ts';
import { systemClock } from '../node/system-clock.ts';
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

export function nodeDependencies(
  folder: string,
  surroundings: CommandSurroundings,
  door: 'cli' | 'http',
): AppDependencies {
  return {
    clock: systemClock,
    newId: randomUUID,
    grants: createFileGrants(),
    resources: createResourceFolder(surroundings.folders.resources),
    log: createLogFile({ workspaceFolder: folder, clock: systemClock }),
    holder: describeHolder(door),
    programVersion: readProgramVersion(surroundings.folders),
  };
}

export async function withSession<T>(
  folder: string,
  surroundings: CommandSurroundings,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const dependencies = nodeDependencies(folder, surroundings, 'cli');
  const opened = await createApp({ ...dependencies, workspaceFolder: folder });
  if (!opened.ok) throw new CommandFailure(opened.error);
  const app = opened.value;
  try {
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
