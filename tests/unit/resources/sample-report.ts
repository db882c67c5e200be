import { renderBinding } from '../../../src/shared/domain/binding-text.ts';
import { type ChapterDocument, emptyDocument, paragraphText } from '../../../src/shared/domain/document.ts';
import type { Chapter } from '../../../src/shared/domain/model.ts';
import type { NumberBook } from '../../../src/shared/domain/number-book.ts';
import { numberChapters } from '../../../src/shared/domain/outline.ts';
import type { SampleChapter } from '../../../src/shared/domain/sample.ts';
import { parseStarter } from '../../../src/shared/domain/starter.ts';

function body(chapter: SampleChapter, book: NumberBook): ChapterDocument {
  if (chapter.paragraphs.length === 0) return emptyDocument();
  return {
    type: 'doc',
    content: chapter.paragraphs.map(({ text, carriedFrom }) => {
      const parsed = parseStarter(text, () => 'binding', book.indicator);
      if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.problem)}`);
      return { type: 'paragraph', attrs: { carriedFrom: carriedFrom ?? null }, content: parsed.nodes };
    }),
  };
}

/** A sample report's chapters as a workspace would hold them; ids tell the path. */
export function chaptersOf(
  chapters: readonly SampleChapter[],
  book: NumberBook,
  parentId: string | null = null,
): Chapter[] {
  return chapters.flatMap((chapter, position) => {
    const id = `${parentId ?? 'chapter'}-${position}`;
    return [
      {
        id,
        parentId,
        position,
        kind: chapter.kind,
        heading: chapter.heading,
        runIn: chapter.runIn ?? false,
        templateChapterKey: chapter.templateChapter,
        body: body(chapter, book),
        done: chapter.done ?? false,
        revision: 0,
      },
      ...chaptersOf(chapter.children ?? [], book, id),
    ];
  });
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
export function sampleChapters(
  chapters: readonly SampleChapter[],
  level = 1,
): { chapter: SampleChapter; level: number }[] {
  return chapters.flatMap((chapter) => [
    { chapter, level },
    ...sampleChapters(chapter.children ?? [], level + 1),
  ]);
}
