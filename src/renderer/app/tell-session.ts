/** Puts the session's notices into words. */
import { errorSentence, translate } from '../i18n/index.ts';
import { notify } from './notices.ts';
import type { TellSession } from './session/session-notices.ts';

export const tellSession: TellSession = (notice) => {
  const heading = 'heading' in notice ? notice.heading || translate('common:chapter.unnamed') : '';
  switch (notice.kind) {
    case 'chapterRemoved':
      notify({
        tone: 'info',
        message: translate('common:chapter.removed', { heading }),
        actions: [{ label: translate('common:undo'), run: notice.undo }],
      });
      break;
    case 'chapterConflict':
      notify({
        tone: 'problem',
        message: translate('common:chapter.conflict', { heading }),
        actions: [
          { label: translate('common:chapter.keepMine'), run: notice.keepMine },
          { label: translate('common:chapter.takeTheirs'), run: notice.takeTheirs },
        ],
      });
      break;
    case 'stepped':
      told(translate(`common:undone.${notice.direction}`, { what: notice.what }), notice.show);
      break;
    case 'textStepped': {
      const what = translate('common:undone.text', {
        title: notice.title || translate('common:chapter.unnamed'),
      });
      told(translate(`common:undone.${notice.direction}`, { what }), notice.show);
      break;
    }
    case 'textNotUndone':
      notify({
        tone: 'problem',
        key: noticeKey,
        message: translate('common:undone.textGone', {
          title: notice.title || translate('common:chapter.unnamed'),
        }),
      });
      break;
    case 'refused':
      notify({ tone: 'problem', message: errorSentence(notice.failure), details: notice.failure.code });
  }
};

/** Only the latest undo or redo is of interest. */
const noticeKey = 'undone';

function told(message: string, show: (() => void) | null): void {
  const actions = show ? [{ label: translate('common:undone.show'), run: show }] : [];
  notify({ tone: 'info', key: noticeKey, message, actions });
}
