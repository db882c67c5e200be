/** What can still be read of a chapter's text whose document was damaged. */
import { chapterDocumentSchema, documentFromTexts } from '../../../../shared/domain/document.ts';

function isWholeDocument(json: string): boolean {
  try {
    return chapterDocumentSchema.safeParse(JSON.parse(json)).success;
  } catch {
    return false;
  }
}

function unescaped(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}

/**
 * The body as it is if it is a document; otherwise a document of plain paragraphs with every piece of text that stands
 * in it. Bindings and marks are then gone: a damaged chapter is one to be read again by a person in any case.
 */
export function repairBody(json: string): string {
  if (isWholeDocument(json)) return json;
  const pieces = [...json.matchAll(/"text"\s*:\s*"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) =>
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what damage leaves in a text.
    unescaped(text).replaceAll(/[\u0000-\u001f]/g, ''),
  );
  return JSON.stringify(documentFromTexts(pieces.filter((piece) => piece !== '')));
}
