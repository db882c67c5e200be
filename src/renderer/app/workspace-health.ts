/** Has the workspace read to its last row when the program has come to rest after its start. */
import { call } from '../api/client.ts';
import { translate } from '../i18n/index.ts';
import { notify } from './notices.ts';

/** Late enough that starting and the first key presses have the machine to themselves. */
const afterStart = 5_000;

/** Tells the person when something is wrong; the answer ends the watch. */
export function watchHealth(): () => void {
  const timer = setTimeout(() => {
    void call('workspace.inspect', {}).then((outcome) => {
      if (outcome.ok && outcome.value.damaged) {
        notify({ tone: 'problem', key: 'damaged', message: translate('damagedInside') });
      }
    });
  }, afterStart);
  return () => clearTimeout(timer);
}
