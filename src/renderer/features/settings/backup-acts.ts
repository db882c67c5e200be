/** What a person does with backups; each answers with a sentence to show, or a failure. */
import type { Backup } from '../../../shared/contract.ts';
import { done, type Outcome } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { downloadFile } from '../../api/files.ts';
import { notify } from '../../app/notices.ts';
import { reportSession } from '../../app/report-session.ts';
import { navigate } from '../../app/route.ts';
import { refreshWorkspace } from '../../app/workspace.ts';
import { errorSentence, translate } from '../../i18n/index.ts';
import { countsInWords, timeInWords } from './backup-words.ts';

/** What stands only in this window until it is saved would be missing from the backup, and from the counts. */
export async function saveEverything(): Promise<boolean> {
  await reportSession.getState().flush();
  return !reportSession.getState().isDirty();
}

export async function makeBackup(): Promise<Outcome<string>> {
  await saveEverything();
  const made = await call('backup.make', {});
  return made.ok ? done(translate('backup:made', { counts: countsInWords(made.value.counts) })) : made;
}

/** A fresh backup to where the person says, read back; null where they cancelled. */
export async function copyAway(nativeDialogs: boolean): Promise<Outcome<string | null>> {
  await saveEverything();
  const made = await call('backup.make', {});
  if (!made.ok) return made;
  const { id } = made.value;
  if (!nativeDialogs) {
    const offered = await call('backup.copyTo', { id, target: null });
    if (!offered.ok) return offered;
    const saved = await downloadFile(offered.value.file.grant);
    return saved.ok ? done(translate('backup:downloaded', { name: offered.value.file.name })) : saved;
  }
  const chosen = await call('host.chooseTarget', { suggestedName: id });
  if (!chosen.ok) return chosen;
  if (chosen.value.grant === null) return done(null);
  const copied = await call('backup.copyTo', { id, target: chosen.value.grant });
  return copied.ok ? done(translate('backup:copied', { path: copied.value.path })) : copied;
}

/** Null when it is done; a sentence when something unsaved stands in the way and nothing was done. */
export async function goBack(id: string, message: string): Promise<Outcome<string | null>> {
  if (!(await saveEverything())) return done(translate('backup:unsaved'));
  const restored = await call('backup.restore', { id });
  if (!restored.ok) return restored;
  // The open report is the one from before: the screen that shows it closes, and the next one reads everything again.
  navigate({ screen: 'home' });
  await refreshWorkspace();
  const { savedAs } = restored.value;
  const undo = async () => {
    const undone = await goBack(savedAs, translate('backup:undone'));
    const problem = undone.ok ? undone.value : errorSentence(undone.error);
    if (problem !== null) notify({ tone: 'problem', message: problem });
  };
  notify({
    tone: 'success',
    message,
    actions: [{ label: translate('common:undo'), run: () => void undo() }],
  });
  return done(null);
}

export function restoreBackup(backup: Backup): Promise<Outcome<string | null>> {
  return goBack(backup.id, translate('backup:restored', { time: timeInWords(backup.at) }));
}
