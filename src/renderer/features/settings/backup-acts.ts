/** What a person does with backups; each answers with a sentence to show, or a failure. */
import type { Backup } from '../../../shared/contract.ts';
import { protectedName } from '../../../shared/domain/protection/protected-file.ts';
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

/** Where a copy goes: on to a drive, to where the system's dialog says, or to the browser's downloads. */
export type CopyTarget = { kind: 'drive'; grant: string } | { kind: 'dialog' } | { kind: 'download' };

/** A fresh backup to where the person says, read back; null where they cancelled. */
export async function copyAway(target: CopyTarget, password: string | null): Promise<Outcome<string | null>> {
  await saveEverything();
  const made = await call('backup.make', {});
  if (!made.ok) return made;
  const { id } = made.value;
  if (target.kind === 'download') return offerDownload(id, password);
  const grant = target.kind === 'drive' ? done(target.grant) : await askForTarget(id, password);
  if (!grant.ok) return grant;
  if (grant.value === null) return done(null);
  const copied = await call('backup.copyTo', { id, target: grant.value, password });
  const words = password === null ? 'protection:copy.copied' : 'protection:copy.protected';
  return copied.ok ? done(translate(words, { path: copied.value.path })) : copied;
}

async function askForTarget(id: string, password: string | null): Promise<Outcome<string | null>> {
  const suggestedName = password === null ? id : protectedName(id);
  const chosen = await call('host.chooseTarget', { suggestedName });
  return chosen.ok ? done(chosen.value.grant) : chosen;
}

async function offerDownload(id: string, password: string | null): Promise<Outcome<string>> {
  const offered = await call('backup.copyTo', { id, target: null, password });
  if (!offered.ok) return offered;
  const { file, path } = offered.value;
  const saved = await downloadFile(file.grant);
  if (!saved.ok) return saved;
  return done(
    password === null
      ? translate('backup:downloaded', { name: file.name })
      : translate('protection:copy.downloaded', { name: file.name, path }),
  );
}

/** Null when it is done; a sentence when something unsaved stands in the way and nothing was done. */
export async function goBack(
  restoreIt: () => Promise<Outcome<{ savedAs: string }>>,
  message: string,
): Promise<Outcome<string | null>> {
  if (!(await saveEverything())) return done(translate('backup:unsaved'));
  const restored = await restoreIt();
  if (!restored.ok) return restored;
  // The open report is the one from before: the screen that shows it closes, and the next one reads everything again.
  navigate({ screen: 'home' });
  await refreshWorkspace();
  const { savedAs } = restored.value;
  const undo = async () => {
    const undone = await goBack(() => call('backup.restore', { id: savedAs }), translate('backup:undone'));
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
  return goBack(
    () => call('backup.restore', { id: backup.id }),
    translate('backup:restored', { time: timeInWords(backup.at) }),
  );
}

/** From a copy that was opened before; undone in the same way. */
export function restoreCopy(
  { grant, name }: { grant: string; name: string },
  password: string | null,
): Promise<Outcome<string | null>> {
  return goBack(
    () => call('backup.restoreCopy', { grant, password }),
    translate('protection:copy.restored', { name }),
  );
}
