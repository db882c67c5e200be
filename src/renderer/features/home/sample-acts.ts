import { call } from '../../api/client.ts';
import { notify } from '../../app/notices.ts';
import { refreshWorkspace } from '../../app/workspace.ts';
import { errorSentence, translate } from '../../i18n/index.ts';
import { goBack, saveEverything } from '../settings/backup-acts.ts';

/** Makes room for one's own work; a backup taken just before is the way back. Tells how it went. */
export async function clearSample(): Promise<void> {
  if (!(await saveEverything())) {
    notify({ tone: 'problem', message: translate('backup:unsaved') });
    return;
  }
  const cleared = await call('sample.clear', {});
  await refreshWorkspace();
  if (!cleared.ok) {
    notify({ tone: 'problem', message: errorSentence(cleared.error), details: cleared.error.code });
    return;
  }
  const undo = async () => {
    const undone = await goBack(
      () => call('backup.restore', { id: cleared.value.savedAs }),
      translate('help:sample.back'),
    );
    const problem = undone.ok ? undone.value : errorSentence(undone.error);
    if (problem !== null) notify({ tone: 'problem', message: problem });
  };
  notify({
    tone: 'success',
    message: translate('help:sample.cleared'),
    actions: [{ label: translate('common:undo'), run: () => void undo() }],
  });
}
