import { renderBinding } from '../../../src/shared/domain/binding-text.ts';
import { paragraphText } from '../../../src/shared/domain/document.ts';
import type { Chapter } from '../../../src/shared/domain/model.ts';
import type { NumberBook } from '../../../src/shared/domain/number-book.ts';
import { numberChapters } from '../../../src/shared/domain/outline.ts';
import { type SampleChapter, sampleChapters } from '../../../src/shared/domain/sample.ts';

/** A sample report's chapters as a workspace would hold them. */
export function chaptersOf(chapters: readonly SampleChapter[], book: NumberBook): Chapter[] {
  let last = 0;
  const newId = () => `id-${++last}`;
  return sampleChapters(chapters, { newId, indicator: book.indicator });
}

/** The report's paragraphs as they print, headings with their markers, bindings with their numbers. */
export function printedParagraphs(
  chapters: readonly SampleChapter[],
  year: number,
  book: NumberBook,
): string[] {
  return numberChapters(chaptersOf(chapters, book)).flatMap(({ chapter, marker }) => {
    const texts = chapter.body.content
      .map((paragraph) => paragraphText(paragraph, (binding) => renderBinding(binding, year, book).text))
      .filter((text) => text !== '');
    if (chapter.kind !== 'section') return texts;
    const heading = `${marker}${chapter.heading}`;
    return chapter.runIn ? [`${heading}。${texts[0] ?? ''}`, ...texts.slice(1)] : [heading, ...texts];
  });
}

/** Every chapter of a sample report with its level, from 1. */
export function chaptersWithLevel(
  chapters: readonly SampleChapter[],
  level = 1,
): { chapter: SampleChapter; level: number }[] {
  return chapters.flatMap((chapter) => [
    { chapter, level },
    ...chaptersWithLevel(chapter.children ?? [], level + 1),
  ]);
}
