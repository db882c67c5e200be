/** 格式: how a recipient wants the pages. */
import { z } from 'zod';
import { formatProfileSchema } from '../domain/format-profile-schema.ts';
import { learntFormatSchema } from '../domain/learnt-format.ts';
import { grantSchema, identified, method, nothing, savedAt } from './method.ts';

const profileNameSchema = z.string().trim().min(1).max(40);

/** A format as it is kept. `id` null: the national standard, which has no name of its own and cannot be changed. */
export const storedFormatSchema = z.object({
  id: z.string().nullable(),
  name: z.string(),
  profile: formatProfileSchema,
});
export type StoredFormat = z.infer<typeof storedFormatSchema>;

export const formatProfileMethods = {
  /** The national standard, then the formats in sight by name. `usedBy`: titles of the reports in sight that use it. */
  'formatProfile.list': method(
    'query',
    nothing,
    z.object({ formats: z.array(storedFormatSchema.extend({ usedBy: z.array(z.string()) })) }),
  ),
  /** Also a format that is out of sight: a report may come back with it. Error: formatProfile.notFound. */
  'formatProfile.read': method('query', z.object({ id: z.string().nullable() }), storedFormatSchema),
  /** The format of a report. Error: report.notFound. */
  'formatProfile.ofReport': method('query', z.object({ reportId: z.string() }), storedFormatSchema),
  /**
   * Keeps a format: a copy of another, or what was learnt from a sample. Its key becomes its id. Errors:
   * formatProfile.nameTaken, formatProfile.impossible.
   */
  'formatProfile.create': method(
    'command',
    z.object({ name: profileNameSchema, profile: formatProfileSchema }),
    savedAt.extend({ id: z.string() }),
  ),
  /**
   * Changes the values, the name or both; `before` handed to it again undoes the step. Errors: those of
   * `formatProfile.create`, formatProfile.notFound.
   */
  'formatProfile.update': method(
    'command',
    z.object({
      id: z.string().min(1),
      name: profileNameSchema.optional(),
      profile: formatProfileSchema.optional(),
    }),
    savedAt.extend({
      before: z.object({ id: z.string(), name: z.string(), profile: formatProfileSchema }),
    }),
  ),
  /** Puts a format out of sight; `formatProfile.restore` brings it back. Error: formatProfile.inUse. */
  'formatProfile.remove': method('command', identified, savedAt),
  /** Error: formatProfile.nameTaken where another format has its name by now. */
  'formatProfile.restore': method('command', identified, savedAt),
  /**
   * Reads a sample .docx of a recipient and proposes a format; nothing is kept. Errors: those of `import.preview`, and
   * formatProfile.noSample where there is no text to learn from.
   */
  'formatProfile.learn': method('query', z.object({ grant: grantSchema }), learntFormatSchema),
} as const;
