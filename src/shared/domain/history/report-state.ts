/** 历史: a report as it stood at one moment. */
import { z } from 'zod';
import { chapterSchema, reportElementsSchema } from '../model.ts';

/**
 * Why it was kept: `work` before a change after ten minutes without one kept; `export` what left the program; `roll`
 * and `import` what the report began with; `restore` before an earlier state was brought back; `final` at 定稿; `manual`
 * because a person asked for it.
 */
export const stateReasons = ['work', 'export', 'roll', 'import', 'restore', 'final', 'manual'] as const;
export type StateReason = (typeof stateReasons)[number];

/** What is kept: the text and what is printed around it. Numbers live in the tables, which all reports share. */
export const stateContentSchema = z.object({
  report: reportElementsSchema,
  chapters: z.array(chapterSchema),
  /** What each place with a number showed, by the place's id. */
  shown: z.record(z.string(), z.string()),
});
export type StateContent = z.infer<typeof stateContentSchema>;

export const keptStateSchema = z.object({
  id: z.string(),
  keptAt: z.iso.datetime(),
  reason: z.enum(stateReasons),
  /** Of headings and text, blanks left out. */
  characters: z.number().int(),
  /** Of the kept content, hex: by it a final version can be told from any other. */
  sha256: z.string(),
});
export type KeptState = z.infer<typeof keptStateSchema>;
