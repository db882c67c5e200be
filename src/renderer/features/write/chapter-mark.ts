/** The mark of a chapter in the outline: 空 / 沿用 / 已改 / 定稿. Pure. */
import { type ChapterDocument, isBlankDocument, isBlankParagraph } from '../../../shared/domain/document.ts';
import type { Chapter } from '../../../shared/domain/model.ts';

export type ChapterMark = 'empty' | 'carried' | 'edited' | 'done';

function textMark(body: ChapterDocument): ChapterMark {
  if (isBlankDocument(body)) return 'empty';
  const written = body.content.filter((paragraph) => !isBlankParagraph(paragraph));
  return written.every((paragraph) => paragraph.attrs.carriedFrom !== null) ? 'carried' : 'edited';
}

/**
 * The mark of one chapter. A chapter that only holds others (no text of its own) speaks for them: finished when all
 * are, empty when all are, carried when nothing below it was edited, otherwise edited.
 */
export function chapterMark(
  chapter: Pick<Chapter, 'body' | 'done'>,
  below: readonly ChapterMark[] = [],
): ChapterMark {
  if (chapter.done) return 'done';
  const own = textMark(chapter.body);
  if (own !== 'empty' || below.length === 0) return own;
  if (below.every((mark) => mark === 'done')) return 'done';
  if (below.every((mark) => mark === 'empty')) return 'empty';
  return below.every((mark) => mark === 'carried' || mark === 'empty') ? 'carried' : 'edited';
}
