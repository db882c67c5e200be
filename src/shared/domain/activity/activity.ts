/** 使用记录: what was done with the workspace and what left it; never what it says. Words are added where it is shown. */
import { z } from 'zod';
import { errorCodeSchema } from '../../errors.ts';

export const activityKinds = [
  'opened',
  'updated',
  'exported',
  'submitted',
  'issued',
  'backedUp',
  'copied',
  'restored',
  'recovered',
  'verified',
  'unpacked',
] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** A place as far as it concerns others: a drive by its label, else only what kind of place. */
export const activityPlaces = ['drive', 'folder', 'exports', 'download'] as const;

/** Nothing else is ever written: no titles, names of files, paths, numbers of the tables, or passwords. */
export const activitySchema = z.object({
  /** In this computer's time, with its distance from UTC: «2025-01-06T09:05:00+08:00». */
  at: z.iso.datetime({ offset: true }),
  kind: z.enum(activityKinds),
  /** Null where it succeeded. */
  failure: errorCodeSchema.nullable(),
  door: z.enum(['electron', 'http', 'cli']),
  /** Of the program. */
  version: z.string().max(40),
  /** Of the report that it was about. */
  year: z.number().int().optional(),
  look: z.enum(['formal', 'plain', 'public']).optional(),
  mode: z.enum(['formal', 'draft']).optional(),
  place: z.enum(activityPlaces).optional(),
  /** Of the drive. */
  label: z.string().max(60).optional(),
  /** Under a password. */
  protected: z.boolean().optional(),
  /** Sheets, or submissions looked at. */
  count: z.number().int().optional(),
  /** Of what was verified: whole. */
  whole: z.boolean().optional(),
  /** Where it was restored from. */
  from: z.enum(['backup', 'copy', 'salvage', 'history']).optional(),
  /** The version that was used before. */
  before: z.string().max(40).optional(),
});
export type Activity = z.infer<typeof activitySchema>;
