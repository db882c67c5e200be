/** What was not saved as plain words, to be copied elsewhere. */
import { renderBinding } from './binding-text.ts';
import { paragraphText } from './document.ts';
import type { Numbering } from './format-profile-schema.ts';
import type { Chapter } from './model.ts';
import type { NumberBook } from './number-book.ts';
import { numberChapters } from './outline.ts';
import type { UnsavedItem } from './unsaved.ts';

/** What the items are read with. */
export interface UnsavedSurroundings {
  /** Headings with their markers, by chapter. */
  titles: ReadonlyMap<string, string>;
  book: NumberBook;
  /** The report's. */
  year: number;
}

export function chapterTitles(chapters: readonly Chapter[], numbering?: Numbering): Map<string, string> {
  return new Map(
    numberChapters(chapters, numbering).map(({ chapter, marker }) => [
      chapter.id,
      `${marker}${chapter.heading}`,
    ]),
  );
}

/** The paragraphs of a text, numbers as they read now. */
export function unsavedParagraphs(
  { body }: Extract<UnsavedItem, { kind: 'body' }>,
  { book, year }: UnsavedSurroundings,
): string[] {
  return body.content.map((paragraph) =>
    paragraphText(paragraph, (binding) => renderBinding(binding, year, book).text),
  );
}

function linesOf(item: UnsavedItem, around: UnsavedSurroundings): string[] {
  switch (item.kind) {
    case 'body':
      return [around.titles.get(item.chapterId) ?? item.heading, ...unsavedParagraphs(item, around)];
    case 'heading':
      return item.patch.heading === undefined ? [] : [item.patch.heading];
    case 'report': {
      const { title, documentNumber, addressee, signature } = item.patch;
      return [title, documentNumber, addressee, signature].filter((text) => text !== undefined);
    }
    case 'numbers':
      return item.observations.map(({ indicatorId, year, entry }) => {
        const name = around.book.indicator(indicatorId)?.name ?? indicatorId;
        return [name, year, entry.kind === 'number' ? entry.value : ''].join('\t');
      });
  }
}

/** One item behind the other, a blank line between two. */
export function unsavedText(items: readonly UnsavedItem[], around: UnsavedSurroundings): string {
  return items
    .map((item) => linesOf(item, around).join('\n'))
    .filter((text) => text !== '')
    .join('\n\n');
}
