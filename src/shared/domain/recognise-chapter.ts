/** Which chapters of a template a heading of a real report may answer, by the words that stand in it. */
import type { Template } from './template.ts';

export interface Recognition {
  key: string;
  /** Recognising words that stand in the heading, longest first; a word inside a longer one of them is left out. */
  words: string[];
}

/**
 * The template chapters of which a recognising word stands in the heading, the longest word first. Ties go to the
 * chapter that the template lists first; empty where no word is found. The template chapter's own heading counts as
 * one of its words.
 */
export function recognisedChapters(heading: string, template: Pick<Template, 'chapters'>): Recognition[] {
  return template.chapters
    .flatMap(({ key, heading: own, recognisedBy }): Recognition[] => {
      const found = [...new Set([own, ...recognisedBy])]
        .filter((word) => word !== '' && heading.includes(word))
        .sort((a, b) => b.length - a.length);
      const words = found.filter(
        (word, index) => !found.slice(0, index).some((longer) => longer.includes(word)),
      );
      return words.length === 0 ? [] : [{ key, words }];
    })
    .sort((a, b) => (b.words[0]?.length ?? 0) - (a.words[0]?.length ?? 0));
}
