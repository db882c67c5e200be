/** From a place of the pages to where its words are written. */
import type { PageBlock } from '../../../shared/domain/paged-document.ts';
import { reportSession } from '../../app/report-session.ts';
import { goToPlace } from '../../app/sight.ts';
import { goToText } from '../write/wanted-place.ts';
import { offsetOfWords, type PrintedPoint, wordsAround } from './printed-point.ts';

export interface PointedAt {
  block: PageBlock;
  /** Set where it was a number of the tables. */
  bindingId: string | null;
  /** Null where a block as a whole was meant. */
  point: PrintedPoint | null;
}

/**
 * Opens 写作 at the paragraph, or at the number in it, the caret where the page was pointed at; for a heading at the
 * beginning of its text. What stands in no chapter (title, addressee, signature, red head) is filled in under 报送. A
 * chapter that has been removed since leads nowhere.
 */
export function goToSource({ block, bindingId, point }: PointedAt): void {
  if (block.kind === 'rule') return;
  if (block.source === null) {
    goToPlace('submit');
    return;
  }
  const { chapterId, paragraph: index } = block.source;
  const chapter = reportSession.getState().chapters.find(({ id }) => id === chapterId);
  if (chapter === undefined) return;
  const paragraph = chapter.body.content[index ?? 0];
  const offset =
    index === null || paragraph === undefined || point === null
      ? null
      : offsetOfWords(paragraph, wordsAround(block, point));
  const range = offset === null ? {} : { range: { start: offset, end: offset } };
  goToText({ chapterId, id: bindingId, words: { paragraph: index ?? 0, ...range } });
}
