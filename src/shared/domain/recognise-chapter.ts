/** Which chapter of a template a heading of a real report answers. */
import type { Template } from './template.ts';

/**
 * The key of the template chapter whose recognising word stands in the heading, the longest word first; null where
 * none does. Ties go to the chapter that the template lists first.
 */
export function recogniseChapter(heading: string, template: Pick<Template, 'chapters'>): string | null {
  let best: { key: string; length: number } | null = null;
  for (const chapter of template.chapters) {
    for (const word of chapter.recognisedBy) {
      if (heading.includes(word) && word.length > (best?.length ?? 0)) {
        best = { key: chapter.key, length: word.length };
      }
    }
  }
  return best?.key ?? null;
}
