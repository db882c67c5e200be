/** The program's own files, brought up to date from a stick. Answered by the door: the core knows nothing of them. */
import { z } from 'zod';
import { failureSchema } from '../errors.ts';
import { grantSchema, method, nothing } from './method.ts';

/**
 * How a copy comes by another version: by an update file; not at all, for want of a key; by a new .deb; by a new
 * installer; from its sources.
 */
export const updateManners = ['stick', 'noKey', 'package', 'installer', 'source'] as const;
export type UpdateManner = (typeof updateManners)[number];

export const updateSteps = ['checking', 'backingUp', 'unpacking', 'trying', 'switching'] as const;
export type UpdateStep = (typeof updateSteps)[number];

const foundUpdateSchema = z.object({
  grant: grantSchema,
  /** The drive's label, or its path where it has none. */
  drive: z.string(),
  name: z.string(),
  /** Bytes. */
  size: z.int().min(0),
  /** `null` for a file whose signature is not trusted: nothing that it says of itself is shown. */
  version: z.string().nullable(),
  notes: z.string(),
  /** Why it cannot be taken; `null` where it can. */
  refusal: failureSchema.nullable(),
});
export type FoundUpdate = z.infer<typeof foundUpdateSchema>;

export const updateMethods = {
  'update.describe': method(
    'host',
    nothing,
    z.object({
      /** Of the running program. */
      version: z.string(),
      manner: z.enum(updateManners),
      /** The version that the next start will use, where that is another one. */
      waiting: z.string().nullable(),
    }),
  ),
  /** Update files in the top folders of removable drives, the newest first; empty where this copy takes none. */
  'update.find': method('host', nothing, z.object({ drives: z.int(), updates: z.array(foundUpdateSchema) })),
  /** Does everything; the answer comes when the new version is in use for the next start. */
  'update.take': method(
    'host',
    z.object({ grant: grantSchema }),
    z.object({
      version: z.string(),
      /** The name of the backup made before. */
      backup: z.string().nullable(),
    }),
  ),
  /** Where the update that is under way has come to; `null` where none is. `part` of the step, 0 to 1. */
  'update.progress': method(
    'host',
    nothing,
    z.object({ step: z.enum(updateSteps).nullable(), part: z.number().min(0).max(1) }),
  ),
} as const;
