/** What a person wrote and the workspace could not take: the pieces a recovery journal is made of. */
import { z } from 'zod';
import { chapterDocumentSchema } from './document.ts';
import { chapterSchema, observationSchema, reportElementsSchema } from './model.ts';

export const unsavedItemSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('body'),
    chapterId: z.string().min(1).max(80),
    /** As it stood then, to name the piece where the chapter is gone. */
    heading: z.string().max(200),
    /** That the text was written upon. */
    revision: z.number().int().min(0),
    body: chapterDocumentSchema,
  }),
  z.object({
    kind: z.literal('heading'),
    chapterId: z.string().min(1).max(80),
    patch: chapterSchema.pick({ heading: true, runIn: true, done: true }).partial(),
  }),
  z.object({
    kind: z.literal('report'),
    /** The change of state is not kept: 定稿 is declared again once everything is saved. */
    patch: reportElementsSchema.partial(),
  }),
  z.object({ kind: z.literal('numbers'), observations: z.array(observationSchema).max(20_000) }),
]);
export type UnsavedItem = z.infer<typeof unsavedItemSchema>;

/** A later item of the same key takes the place of the earlier one. */
export function unsavedKey(item: UnsavedItem): string {
  return item.kind === 'body' || item.kind === 'heading' ? `${item.kind} ${item.chapterId}` : item.kind;
}

/** The report that unsaved items belong to, named so that a person knows it even where it is gone. */
export const unsavedReportSchema = z.object({
  id: z.string().min(1).max(80),
  title: z.string().max(200),
  year: z.number().int(),
});
export type UnsavedReport = z.infer<typeof unsavedReportSchema>;
