/** What a person is asked when the desktop program finds its workspace damaged or gone. */
import type { Dialog } from 'electron';
import type { RecoveryChoice } from '../../shared/contract/recovery-methods.ts';
import type { Outcome } from '../../shared/errors.ts';
import type { RecoverFrom, RecoveryPlan } from '../core/storage/recovery/recover.ts';
import { localTime } from '../node/local-time.ts';
import { choiceOf } from '../node/recovery-choice.ts';
import { failureSentence, type Translate } from '../node/translate.ts';

export interface Recovery {
  plan(): Promise<Outcome<RecoveryPlan>>;
  /** What journals hold beside it; null for nothing. */
  unsaved(): RecoveryChoice['unsaved'];
  recover(from: RecoverFrom): Promise<Outcome<unknown>>;
}

function choicesOf(plan: RecoveryPlan): RecoverFrom[] {
  return [
    ...(plan.backups.length > 0 ? [{ kind: 'newest' as const }] : []),
    ...(plan.salvage === null ? [] : [{ kind: 'salvage' as const }]),
  ];
}

function detailOf({ backup, salvage, unsaved }: RecoveryChoice, translate: Translate): string {
  const lines: string[] = [];
  const at = (time: string) => localTime(new Date(time));
  if (backup !== null) lines.push(translate('menu:recovery.backup', { ...backup, at: at(backup.at) }));
  if (salvage !== null) lines.push(translate('menu:recovery.salvage', salvage));
  if (unsaved !== null) {
    lines.push(translate('journal:recover.journal', { count: unsaved.count, at: at(unsaved.at) }));
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
    detail: detailOf(choiceOf(plan.value, recovery.unsaved()), translate),
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
