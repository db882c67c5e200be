/** What a person is asked when the desktop program finds its workspace damaged or gone. */
import type { Dialog } from 'electron';
import type { ErrorCode, Outcome } from '../../shared/errors.ts';
import type { RecoverFrom, RecoveryPlan } from '../core/storage/recovery/recover.ts';
import { localTime } from '../node/local-time.ts';
import { failureSentence, type Translate } from '../node/translate.ts';

export interface Recovery {
  plan(): Promise<Outcome<RecoveryPlan>>;
  recover(from: RecoverFrom): Promise<Outcome<unknown>>;
}

const recoverable: readonly ErrorCode[] = ['workspace.damaged', 'workspace.missing', 'workspace.notDatabase'];

/** Whether a failed start is one that a backup or a salvage may help. */
export function isRecoverable(code: ErrorCode): boolean {
  return recoverable.includes(code);
}

function choicesOf(plan: RecoveryPlan): RecoverFrom[] {
  return [
    ...(plan.backups.length > 0 ? [{ kind: 'newest' as const }] : []),
    ...(plan.salvage === null ? [] : [{ kind: 'salvage' as const }]),
  ];
}

function detailOf({ backups, salvage }: RecoveryPlan, translate: Translate): string {
  const lines: string[] = [];
  const [newest] = backups;
  if (newest !== undefined) {
    lines.push(translate('menu:recovery.backup', { at: localTime(newest.at), ...newest.counts }));
  }
  if (salvage !== null) {
    const sum = (name: 'older' | 'doubtful' | 'lost') =>
      salvage.tables.reduce((total, table) => total + table[name], 0);
    const rows = { older: sum('older'), doubtful: sum('doubtful'), lost: sum('lost') };
    lines.push(translate('menu:recovery.salvage', { ...salvage.counts, ...rows }));
  }
  return [...lines, translate('menu:recovery.kept')].join('\n\n');
}

/**
 * Tells what each way would bring back and carries out the chosen one. True when the workspace can be opened now;
 * false when there is no way, the person chose to change nothing, or it failed (which is then told). Changing nothing
 * is the default and what Escape means.
 */
export async function offerRecovery(
  dialog: Pick<Dialog, 'showMessageBoxSync' | 'showErrorBox'>,
  translate: Translate,
  recovery: Recovery,
): Promise<boolean> {
  const plan = await recovery.plan();
  if (!plan.ok) return false;
  const choices = choicesOf(plan.value);
  if (choices.length === 0) return false;
  const pressed = dialog.showMessageBoxSync({
    type: 'warning',
    message: translate('menu:recovery.message'),
    detail: detailOf(plan.value, translate),
    buttons: [
      translate('menu:recovery.leave'),
      ...choices.map(({ kind }) => translate(`menu:recovery.use.${kind}`)),
    ],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  const choice = choices[pressed - 1];
  if (choice === undefined) return false;
  const recovered = await recovery.recover(choice);
  if (!recovered.ok) {
    dialog.showErrorBox(translate('menu:start.failed'), failureSentence(translate, recovered.error));
  }
  return recovered.ok;
}
