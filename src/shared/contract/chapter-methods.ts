/** Chapters of a report. */
import { z } from 'zod';
import { chapterDocumentSchema } from '../domain/document.ts';
import { chapterKinds, chapterSchema } from '../domain/model.ts';
import { identified, method, savedAt } from './method.ts';

export const chapterMethods = {
  'chapter.saveBody': method(
    'command',
    z.object({ id: z.string(), revision: z.number().int(), body: chapterDocumentSchema }),
    savedAt.extend({ revision: z.number().int() }),
  ),
  'chapter.update': method(
    'command',
    chapterSchema.pick({ heading: true, runIn: true, done: true }).partial().extend({ id: z.string() }),
    savedAt.extend({ chapter: chapterSchema }),
  ),
  /** Adds an empty chapter as the child of `parentId` at `position`; later siblings move down. */
  'chapter.add': method(
    'command',
    z.object({
      reportId: z.string(),
      parentId: z.string().nullable(),
      position: z.number().int().min(0),
      kind: z.enum(chapterKinds),
      heading: z.string().max(200),
    }),
    savedAt.extend({ id: z.string(), chapters: z.array(chapterSchema) }),
  ),
  'chapter.move': method(
    'command',
    z.object({ id: z.string(), parentId: z.string().nullable(), position: z.number().int().min(0) }),
    savedAt.extend({ chapters: z.array(chapterSchema) }),
  ),
  /** Puts a chapter and its children out of sight; `chapter.restore` brings them back to their place. */
  'chapter.remove': method('command', identified, savedAt.extend({ chapters: z.array(chapterSchema) })),
  'chapter.restore': method('command', identified, savedAt.extend({ chapters: z.array(chapterSchema) })),
} as const;
