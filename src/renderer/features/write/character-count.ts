/** Characters as a word processor counts them (字数): every character but white space, numbers as they are shown. Pure. */
import {
  type BindingAttributes,
  type ChapterDocument,
  paragraphText,
} from '../../../shared/domain/document.ts';

export type ShowBinding = (binding: BindingAttributes) => string;

export function countCharacters(text: string): number {
  let count = 0;
  for (const character of text) if (character.trim() !== '') count += 1;
  return count;
}

export function countDocument(body: ChapterDocument, show: ShowBinding): number {
  return body.content.reduce((sum, paragraph) => sum + countCharacters(paragraphText(paragraph, show)), 0);
}

/**
 * A counter that counts a body once for as long as `show` stays the same function: bodies are never changed in place,
 * so the object is its own key.
 */
export function createCharacterCounter(): (body: ChapterDocument, show: ShowBinding) => number {
  let counts = new WeakMap<ChapterDocument, number>();
  let shownBy: ShowBinding | null = null;
  return (body, show) => {
    if (show !== shownBy) {
      counts = new WeakMap();
      shownBy = show;
    }
    const known = counts.get(body);
    if (known !== undefined) return known;
    const count = countDocument(body, show);
    counts.set(body, count);
    return count;
  };
}
