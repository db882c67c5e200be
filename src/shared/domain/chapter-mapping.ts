/** 章节对应: which chapter of the template a chapter of an imported report answers, as proposed. */
import { z } from 'zod';

/**
 * Why: what a person chose earlier for this heading; the chapter's kind (导语, 结语); words of its heading; words of
 * its text; its sub-chapters; the chapter above, which admits nothing else.
 */
export const mappingReasons = ['remembered', 'kind', 'heading', 'text', 'children', 'parent'] as const;
export type MappingReason = (typeof mappingReasons)[number];

export const chapterMappingSchema = z.object({
  chapterId: z.string(),
  /** Null: none of the template's chapters; the text follows the chapter above. */
  chapterKey: z.string().nullable(),
  /** 0–1. */
  confidence: z.number().min(0).max(1),
  /** Right without being looked at. */
  safe: z.boolean(),
  /** For the person; `words` as they stand in the chapter, empty where the reason says it all. */
  evidence: z.array(z.object({ reason: z.enum(mappingReasons), words: z.array(z.string()) })),
});
export type ChapterMapping = z.infer<typeof chapterMappingSchema>;

export const chapterChoiceSchema = chapterMappingSchema.pick({ chapterId: true, chapterKey: true });
export type ChapterChoice = z.infer<typeof chapterChoiceSchema>;

/** A choice of an earlier import, under the words of its heading (see headingWords). */
export interface RememberedHeading {
  words: string;
  /** Null: none of the template's chapters. */
  chapterKey: string | null;
}

/** The heading without what changes from year to year: years, numerals, spaces and punctuation. May be empty. */
export function headingWords(heading: string): string {
  return heading.normalize('NFKC').replace(/[0-9〇○零一二三四五六七八九]{4}年度?|\d+|[^\p{L}\d]/gu, '');
}
