/** The one edited copy that is looked at in this window, and what taking it in does to the open report. */
import { call } from '../../api/client.ts';
import { notify } from '../../app/notices.ts';
import { reportSession } from '../../app/report-session.ts';
import { translate } from '../../i18n/index.ts';
import { countChosen } from './decisions.ts';
import { type Accepted, createReturnedStore } from './returned-store.ts';

/** Kept while the person looks at another place. */
export const returned = createReturnedStore(call);

/** Saves what was typed, takes in what was chosen as one step that can be undone, and says so. */
export async function takeIn(): Promise<void> {
  const { reading, choices, reportId } = returned.store.getState();
  const counts = countChosen(choices);
  await reportSession.getState().flush();
  const accepted = await returned.accept();
  if (accepted === null || reading === null) return;
  reportSession.getState().adoptWritten(accepted);
  const undo = recordStep(reportId, reading.name, accepted);
  notify({
    tone: 'success',
    message: translate('returned:accepted', counts),
    actions: [
      {
        label: translate('common:undo'),
        run: () => {
          if (!undo()) notify({ tone: 'info', message: translate('returned:undoLater') });
        },
      },
    ],
  });
}

function recordStep(reportId: string, name: string, { before, after }: Accepted): () => boolean {
  const restore = async (state: Accepted['before'], expected: Accepted['before']) => {
    await reportSession.getState().flush();
    const outcome = await call('returned.restore', { reportId, state, expected });
    if (outcome.ok) reportSession.getState().adoptWritten(outcome.value);
    return outcome;
  };
  return reportSession.getState().recordStep({
    undo: () => restore(before, after),
    redo: () => restore(after, before),
    describe: () => translate('returned:step', { name }),
  });
}
