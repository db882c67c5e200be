/** Characters as a word processor counts them (字数): every character but white space, numbers as they are shown. Pure. */
import {
  type BindingAttributes,
  type ChapterDocument,
  paragraphText,
} from '../../../shared/domain/document.ts';

/** How a text reads when it is printed. */
export interface Reading {
  show: (binding: BindingAttributes) => string;
  /** The text without what is not printed. */
  printed: (body: ChapterDocument) => ChapterDocument;
}

export function countCharacters(text: string): number {
  let count = 0;
  for (const character of text) if (character.trim() !== '') count += 1;
  return count;
}

export function countDocument(body: ChapterDocument, { show, printed }: Reading): number {
  return printed(body).content.reduce(
    (sum, paragraph) => sum + countCharacters(paragraphText(paragraph, show)),
    0,
  );
}

/**
 * A counter that counts a body once for as long as the reading stays the same object: bodies are never changed in place,
 * so the object is its own key.
 */
export function createCharacterCounter(): (body: ChapterDocument, reading: Reading) => number {
  let counts = new WeakMap<ChapterDocument, number>();
  let readBy: Reading | null = null;
  return (body, reading) => {
    if (reading !== readBy) {
      counts = new WeakMap();
      readBy = reading;
    }
    const known = counts.get(body);
    if (known !== undefined) return known;
    const count = countDocument(body, reading);
    counts.set(body, count);
    return count;
  };
}
