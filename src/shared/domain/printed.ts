/** What of a chapter's text will be printed: all of it but the conditional passages whose condition does not hold. Pure. */
import type { Condition } from './condition.ts';
import { conditionHolds } from './condition-holds.ts';
import type { ChapterDocument, InlineNode, ParagraphNode } from './document.ts';
import type { NumberBook } from './number-book.ts';

/** The condition that a piece of text stands under, or null. */
export function conditionOf(node: InlineNode): Condition | null {
  return node.type === 'figure' ? null : (node.marks?.[0]?.attrs ?? null);
}

/** The conditions of a text in reading order, each passage once however many pieces and paragraphs it has. */
export function conditionsOf({ content }: ChapterDocument): Condition[] {
  const found = new Map<string, Condition>();
  for (const paragraph of content) {
    for (const node of paragraph.content ?? []) {
      const condition = conditionOf(node);
      if (condition !== null && !found.has(condition.id)) found.set(condition.id, condition);
    }
  }
  return [...found.values()];
}

/** A paragraph's pieces without those that `isPrinted` refuses; the same array where nothing is left out. */
export function printedContent(
  paragraph: ParagraphNode,
  isPrinted: (condition: Condition) => boolean,
): readonly InlineNode[] {
  const content = paragraph.content ?? [];
  const kept = content.filter((node) => {
    const condition = conditionOf(node);
    return condition === null || isPrinted(condition);
  });
  return kept.length === content.length ? content : kept;
}

/** A paragraph as it will be printed, and its index in the text that it stands in. */
export interface PrintedParagraph {
  paragraph: ParagraphNode;
  index: number;
}

/**
 * The paragraphs that will be printed in a report of `reportYear`: without the passages whose condition does not hold or
 * cannot be told, and without the paragraphs of which then nothing but blanks is left.
 */
export function printedParagraphs(
  { content }: ChapterDocument,
  reportYear: number,
  book: NumberBook,
): PrintedParagraph[] {
  const isPrinted = (condition: Condition) => conditionHolds(condition, reportYear, book) === 'shown';
  return content.flatMap((paragraph, index) => {
    const kept = printedContent(paragraph, isPrinted);
    if (kept.length === (paragraph.content?.length ?? 0)) return [{ paragraph, index }];
    const blank = kept.every((node) => node.type === 'text' && node.text.trim() === '');
    return blank ? [] : [{ paragraph: { ...paragraph, content: [...kept] }, index }];
  });
}

/** The same as a text of its own; the same object where nothing is left out. */
export function printedBody(body: ChapterDocument, reportYear: number, book: NumberBook): ChapterDocument {
  const content = printedParagraphs(body, reportYear, book).map(({ paragraph }) => paragraph);
  const whole = content.length === body.content.length && content.every((one, i) => one === body.content[i]);
  return whole ? body : { ...body, content };
}
