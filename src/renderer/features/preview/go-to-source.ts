/** From a place of the pages to where its words are written. */
import type { PageSource } from '../../../shared/domain/paged-document.ts';
import { reportSession } from '../../app/report-session.ts';
import { goToPlace } from '../../app/sight.ts';
import { goToText } from '../write/wanted-place.ts';

/**
 * Opens 写作 at the paragraph, or at the number in it, the caret there. What stands in no chapter (title, addressee,
 * signature, red head) is filled in under 报送. A chapter that has been removed since leads nowhere.
 */
export function goToSource(source: PageSource | null, bindingId: string | null): void {
  if (source === null) {
    goToPlace('submit');
    return;
  }
  const { chapterId, paragraph } = source;
  if (!reportSession.getState().chapters.some(({ id }) => id === chapterId)) return;
  goToText({ chapterId, id: bindingId, words: paragraph === null ? null : { paragraph } });
}
