/**
 * The way out of a workspace that cannot be opened, for a door without native dialogs. A program whose workspace is open
 * has nothing to recover.
 */
import { z } from 'zod';
import { errorCodeSchema } from '../errors.ts';
import { contentCountsSchema } from './backup-methods.ts';
import { method, nothing } from './method.ts';

const salvageSchema = contentCountsSchema.extend({
  /** Rows that come from the backup in an older state, that a person has to look at, and that are gone. */
  older: z.number().int(),
  doubtful: z.number().int(),
  lost: z.number().int(),
});

export const recoveryChoiceSchema = z.object({
  code: errorCodeSchema,
  /** The newest whole backup. */
  backup: contentCountsSchema.extend({ at: z.iso.datetime() }).nullable(),
  /** What can be read of the damaged file. */
  salvage: salvageSchema.nullable(),
  /** In journals beside it, which neither way loses. */
  unsaved: z.object({ count: z.number().int(), at: z.iso.datetime() }).nullable(),
});
export type RecoveryChoice = z.infer<typeof recoveryChoiceSchema>;

export const recoveryMethods = {
  /** What each way would bring back; null where the workspace is open. Nothing is changed. */
  'recovery.plan': method('query', nothing, z.object({ choice: recoveryChoiceSchema.nullable() })),
  /** Puts the damaged file aside and opens what was chosen. Errors: those of recover and of opening, recovery.notNeeded. */
  'recovery.use': method('query', z.object({ kind: z.enum(['newest', 'salvage']) }), contentCountsSchema),
} as const;
