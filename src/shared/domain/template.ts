/**
 * 模板: the chapters a report must have, what to write in each, and the indicators it needs.
 * A template is a JSON file under resources/templates, checked with this schema before it is used.
 */
import { z } from 'zod';
import { chapterKinds, indicatorKinds } from './model.ts';

const key = z.string().regex(/^[a-z][a-zA-Z0-9]*(\.[a-z][a-zA-Z0-9]*)*$/);

export const templateIndicatorSchema = z.object({
  key,
  name: z.string().min(1).max(60),
  unit: z.string().max(12),
  kind: z.enum(indicatorKinds),
  precision: z.number().int().min(0).max(6),
  office: key.nullable(),
  formula: z.string().max(400).nullable(),
  /** Other names of the same quantity in real reports, for the importer. */
  aliases: z.array(z.string().min(1)).default([]),
});

export const templateTopicSchema = z.object({
  key,
  name: z.string().min(1).max(40),
  indicators: z.array(templateIndicatorSchema).min(1),
});

/** A chapter as the template describes it; outlines put these into an order and a hierarchy. */
export const templateChapterSchema = z.object({
  key,
  kind: z.enum(chapterKinds),
  heading: z.string().max(60),
  runIn: z.boolean().default(false),
  /** Which required content (key) this chapter answers. */
  requiredContent: key.nullable(),
  guidance: z.string().min(1).max(300),
  /** Usual number of characters of this chapter without its children. */
  usualLength: z.object({ minimum: z.number().int(), maximum: z.number().int() }).nullable(),
  /** Words by which last year's heading is recognised as this chapter; the longest match wins. */
  recognisedBy: z.array(z.string().min(1)),
  /** Starter paragraphs in the placeholder notation of starter.ts: «全年排查矛盾纠纷{disputes.screened}，…». */
  starters: z.array(z.string().min(1)),
});
export type TemplateChapter = z.infer<typeof templateChapterSchema>;

export interface OutlineNode {
  chapter: string;
  children?: OutlineNode[] | undefined;
}
export const outlineNodeSchema: z.ZodType<OutlineNode> = z.object({
  chapter: key,
  get children() {
    return z.array(outlineNodeSchema).optional();
  },
});

export const templateSchema = z.object({
  schema: z.literal(1),
  key,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  name: z.string().min(1).max(60),
  /** What the report is about, «法治政府建设». */
  subject: z.string().min(1).max(40),
  /** With {organization} and {year}. */
  titlePattern: z.string().min(1),
  basis: z.array(z.object({ name: z.string(), inForceFrom: z.iso.date(), note: z.string() })),
  due: z.object({ month: z.number().int(), day: z.number().int(), note: z.string() }),
  usualLength: z.object({ minimum: z.number().int(), maximum: z.number().int() }),
  requiredContents: z.array(z.object({ key, name: z.string().min(1) })),
  offices: z.array(z.object({ key, name: z.string().min(1) })),
  topics: z.array(templateTopicSchema).min(1),
  chapters: z.array(templateChapterSchema).min(1),
  outlines: z
    .array(
      z.object({
        key,
        name: z.string().min(1),
        description: z.string().min(1),
        nodes: z.array(outlineNodeSchema).min(1),
      }),
    )
    .min(1),
});
export type Template = z.infer<typeof templateSchema>;
