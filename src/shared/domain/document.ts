/**
 * A chapter's text: a ProseMirror document as JSON. Paragraphs hold text and bindings; a binding never holds a
 * copy of its number, only which indicator it shows and how. The editor's ProseMirror schema has the same nodes.
 */
import { z } from 'zod';
import { bindingFormatSchema } from './binding-format.ts';
import { conditionMarkSchema } from './condition.ts';
import { figureAttributesSchema } from './figure.ts';

/** What a person wrote in place of a number, and why. */
export const overrideSchema = z.object({
  text: z.string().min(1).max(60),
  reason: z.string().min(1).max(200),
  /** What the place would have shown at that time; when it would show something else now, the source has changed. */
  instead: z.string().max(200),
});
export type Override = z.infer<typeof overrideSchema>;

/** 引用: a place in the prose that shows an indicator's value. */
export const bindingAttributesSchema = z.object({
  /** Identity of the place, kept through edits and roll forward. */
  id: z.string().min(1).max(64),
  indicatorId: z.string().min(1).max(80),
  /** 0: the report's own year; −1: the year before. Relative, so that roll forward need not touch it. */
  yearOffset: z.number().int().min(-10).max(0),
  format: bindingFormatSchema,
  /** 手工改写: what a person wrote here in place of the table's number. Absent at all other places. */
  override: overrideSchema.optional(),
});
export type BindingAttributes = z.infer<typeof bindingAttributesSchema>;

/** Marks of one stretch of text; at most one condition holds for it. */
const marksSchema = z.array(conditionMarkSchema).max(1).optional();

export const textNodeSchema = z.object({
  type: z.literal('text'),
  text: z.string().min(1),
  marks: marksSchema,
});
export const bindingNodeSchema = z.object({
  type: z.literal('binding'),
  attrs: bindingAttributesSchema,
  marks: marksSchema,
});
export const figureNodeSchema = z.object({ type: z.literal('figure'), attrs: figureAttributesSchema });
export const inlineNodeSchema = z.discriminatedUnion('type', [
  textNodeSchema,
  bindingNodeSchema,
  figureNodeSchema,
]);
export type InlineNode = z.infer<typeof inlineNodeSchema>;
export type BindingNode = z.infer<typeof bindingNodeSchema>;
export type TextNode = z.infer<typeof textNodeSchema>;
export type FigureNode = z.infer<typeof figureNodeSchema>;

export const paragraphNodeSchema = z.object({
  type: z.literal('paragraph'),
  attrs: z.object({
    /** The reporting year this paragraph was carried over from and not yet decided; null once decided or new. */
    carriedFrom: z.number().int().nullable(),
    /**
     * Facts of the carried text (years, dates, names …), as they stand in it, that a person has decided to keep. Only
     * while the paragraph is carried; absent when nothing was decided yet.
     */
    accepted: z.array(z.string().min(1).max(200)).max(500).optional(),
  }),
  content: z.array(inlineNodeSchema).optional(),
});
export type ParagraphNode = z.infer<typeof paragraphNodeSchema>;

export const chapterDocumentSchema = z.object({
  type: z.literal('doc'),
  content: z.array(paragraphNodeSchema).max(5000),
});
export type ChapterDocument = z.infer<typeof chapterDocumentSchema>;

/** A document of one empty paragraph: what a new chapter holds. */
export function emptyDocument(): ChapterDocument {
  return { type: 'doc', content: [paragraphFromText('')] };
}

/** A paragraph of plain text; `carriedFrom` marks it as taken over from that year. */
export function paragraphFromText(text: string, carriedFrom: number | null = null): ParagraphNode {
  return text === ''
    ? { type: 'paragraph', attrs: { carriedFrom } }
    : { type: 'paragraph', attrs: { carriedFrom }, content: [{ type: 'text', text }] };
}

/** A document of one paragraph for each text, without bindings; of one empty paragraph where there is none. */
export function documentFromTexts(
  texts: readonly string[],
  carriedFrom: number | null = null,
): ChapterDocument {
  if (texts.length === 0) return emptyDocument();
  return { type: 'doc', content: texts.map((text) => paragraphFromText(text, carriedFrom)) };
}

/**
 * A paragraph's text, with each binding replaced by what `show` makes of it. A figure has no text of its own; `figure`
 * stands for it where places are counted.
 */
export function paragraphText(
  paragraph: ParagraphNode,
  show: (binding: BindingAttributes) => string,
  figure = '',
): string {
  let text = '';
  for (const node of paragraph.content ?? []) {
    if (node.type === 'text') text += node.text;
    else text += node.type === 'binding' ? show(node.attrs) : figure;
  }
  return text;
}

/** All bindings of a document, in reading order. */
export function bindingsOf(document: ChapterDocument): BindingAttributes[] {
  return document.content.flatMap((paragraph) =>
    (paragraph.content ?? []).flatMap((node) => (node.type === 'binding' ? [node.attrs] : [])),
  );
}

/** Whether there is nothing to read: no binding, no figure, and no text but blanks. */
export function isBlankDocument(document: ChapterDocument): boolean {
  return document.content.every((paragraph) =>
    (paragraph.content ?? []).every((node) => node.type === 'text' && node.text.trim() === ''),
  );
}

export function isBlankParagraph(paragraph: ParagraphNode): boolean {
  return isBlankDocument({ type: 'doc', content: [paragraph] });
}

/**
 * How many paragraphs still await the decision whether last year's words hold this year. Blank ones are not printed and
 * wait for nothing.
 */
export function carriedParagraphs({ content }: ChapterDocument): number {
  return content.filter((paragraph) => paragraph.attrs.carriedFrom !== null && !isBlankParagraph(paragraph))
    .length;
}

/** The place without what a person wrote in it: what stands there is the table's again. */
export function withoutOverride({ override: _override, ...rest }: BindingAttributes): BindingAttributes {
  return rest;
}

/** Text for another year: what was written over a number of the old year is not taken along. */
export function withoutOverrides(content: readonly InlineNode[]): InlineNode[] {
  return content.map((node) =>
    node.type === 'binding' ? { ...node, attrs: withoutOverride(node.attrs) } : node,
  );
}

/**
 * The same text for another year, every non-empty paragraph marked as carried over from `year` and awaiting a decision;
 * its places show the tables' numbers.
 */
export function markCarried(document: ChapterDocument, year: number): ChapterDocument {
  return {
    ...document,
    content: document.content.map((paragraph) =>
      paragraph.content === undefined
        ? paragraph
        : { ...paragraph, attrs: { carriedFrom: year }, content: withoutOverrides(paragraph.content) },
    ),
  };
}
