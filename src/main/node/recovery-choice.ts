/** What a person is told of a workspace that cannot be opened, whatever the door. */
import { join } from 'node:path';
import type { RecoveryChoice } from '../../shared/contract/recovery-methods.ts';
import { done, type ErrorCode, type Outcome } from '../../shared/errors.ts';
import { unsavedBeside } from '../core/storage/journal/unsaved-beside.ts';
import { workspaceFileName } from '../core/storage/open.ts';
import { planRecovery, type RecoverOptions, type RecoveryPlan } from '../core/storage/recovery/recover.ts';

const recoverable: readonly ErrorCode[] = ['workspace.damaged', 'workspace.missing', 'workspace.notDatabase'];

/** Whether a failed start is one that a backup or a salvage may help. */
export function isRecoverable(code: ErrorCode): boolean {
  return recoverable.includes(code);
}

/** What journals hold of the workspace in `folder`; null for nothing. */
export function unsavedOf(folder: string, journalFolders: readonly string[]): RecoveryChoice['unsaved'] {
  const left = unsavedBeside(folder, join(folder, workspaceFileName), journalFolders);
  const [newest] = left;
  return newest === undefined ? null : { count: left.length, at: newest.at };
}

export function choiceOf(
  { code, backups, salvage }: RecoveryPlan,
  unsaved: RecoveryChoice['unsaved'],
): RecoveryChoice {
  const [newest] = backups;
  const sum = (name: 'older' | 'doubtful' | 'lost') =>
    salvage === null ? 0 : salvage.tables.reduce((total, table) => total + table[name], 0);
  return {
    code,
    backup: newest === undefined ? null : { at: newest.at.toISOString(), ...newest.counts },
    salvage:
      salvage === null
        ? null
        : { ...salvage.counts, older: sum('older'), doubtful: sum('doubtful'), lost: sum('lost') },
    unsaved,
  };
}

/** Failures: those of planRecovery. */
export async function planChoice(
  options: RecoverOptions,
  journalFolders: readonly string[],
): Promise<Outcome<RecoveryChoice>> {
  const plan = await planRecovery(options);
  return plan.ok ? done(choiceOf(plan.value, unsavedOf(options.folder, journalFolders))) : plan;
}
