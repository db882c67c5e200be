/**
 * A report on its pages: every line, rule, cell and drawing at its place. The preview draws it and the .pdf is printed
 * from it, so that the two cannot differ. All lengths are points (1/72 inch) from the page's top left corner, unless a
 * name says otherwise.
 */
import { z } from 'zod';
import { fontRoles } from './format-profile-schema.ts';

/** Where in the report a block comes from, so that a click leads there. */
export const pageSourceSchema = z.object({
  chapterId: z.string(),
  /** Index of the paragraph in the chapter's body; null for its heading. */
  paragraph: z.number().int().nullable(),
});
export type PageSource = z.infer<typeof pageSourceSchema>;

/** Why a piece is marked in a draft. */
export const pageMarks = ['carried', 'missing', 'sourceChanged'] as const;

/** A piece of a line in one font and size. */
export const pageSegmentSchema = z.object({
  text: z.string(),
  /** Distance of its first character from the page's left edge. */
  left: z.number(),
  /** With the letter spacing behind each of its characters. */
  width: z.number(),
  /** A role of the format profile, or the Western font. */
  font: z.enum([...fontRoles, 'western']),
  size: z.number(),
  /** Added after each character. */
  letterSpacing: z.number(),
  /** RRGGBB. */
  color: z.string(),
  mark: z.enum(pageMarks).nullable(),
  /** Set where the piece shows a number of the tables. */
  bindingId: z.string().nullable(),
});
export type PageSegment = z.infer<typeof pageSegmentSchema>;

export const pageLineSchema = z.object({
  top: z.number(),
  height: z.number(),
  /** From left to right. */
  segments: z.array(pageSegmentSchema),
});
export type PageLine = z.infer<typeof pageLineSchema>;

const ruleSchema = z.object({
  left: z.number(),
  top: z.number(),
  width: z.number(),
  height: z.number(),
  color: z.string(),
});
export type PageRule = z.infer<typeof ruleSchema>;

const tableCellSchema = z.object({
  left: z.number(),
  top: z.number(),
  width: z.number(),
  height: z.number(),
  isHeader: z.boolean(),
  lines: z.array(pageLineSchema),
});

/** Blocks of a page in reading order. */
export const pageBlockSchema = z.discriminatedUnion('kind', [
  /** A paragraph, or the part of one that stands on this page. */
  z.object({
    kind: z.literal('text'),
    /** Its part in the document's structure: outline and tags of the .pdf are made from it. */
    role: z.enum(['title', 'heading1', 'heading2', 'heading3', 'heading4', 'paragraph', 'caption', 'note']),
    /** Not its first part: the paragraph began on an earlier page. */
    continued: z.boolean(),
    source: pageSourceSchema.nullable(),
    lines: z.array(pageLineSchema),
  }),
  z.object({ kind: z.literal('rule'), rule: ruleSchema }),
  /** A table, or the part of one on this page with its header row repeated. Its rules are part of it. */
  z.object({
    kind: z.literal('table'),
    source: pageSourceSchema,
    rows: z.array(z.array(tableCellSchema)),
    rules: z.array(ruleSchema),
  }),
  z.object({
    kind: z.literal('chart'),
    source: pageSourceSchema,
    left: z.number(),
    top: z.number(),
    width: z.number(),
    height: z.number(),
    /** An SVG document of our own making, without scripts or foreign content. */
    svg: z.string(),
    /** All its numbers in words, for those who cannot see it. */
    words: z.string(),
  }),
]);
export type PageBlock = z.infer<typeof pageBlockSchema>;

export const documentPageSchema = z.object({
  /** From 1, as printed. */
  number: z.number().int().min(1),
  width: z.number(),
  height: z.number(),
  /** A wide table's page: turned by 90° when bound. */
  landscape: z.boolean(),
  /** Lines of the text area that hold something: 22 on a full page. */
  lines: z.number().int(),
  blocks: z.array(pageBlockSchema),
  /**
   * 页码 and, in a draft, 草稿: not part of the text. `turned`: on a landscape page the number has its place as on an
   * upright one and is turned with it by 90° clockwise; the point (x, y) of that page is (page width − y, x) of this.
   */
  furniture: z.array(pageLineSchema.extend({ kind: z.enum(['pageNumber', 'draft']), turned: z.boolean() })),
});
export type DocumentPage = z.infer<typeof documentPageSchema>;

export interface PagedDocument {
  title: string;
  organization: string;
  pages: DocumentPage[];
}
