/** The fictional sample: put into an empty workspace, told apart from a unit's own work, and taken out again. */
import { z } from 'zod';
import { method, nothing } from './method.ts';

export const sampleMethods = {
  /**
   * Fills a workspace without reports and numbers with the fictional sample township. A unit that was entered stays.
   * Failures: sample.workspaceNotEmpty.
   */
  'sample.open': method('command', nothing, z.object({ reportId: z.string() })),
  /** Null where the workspace was not begun with the sample. */
  'sample.state': method(
    'query',
    nothing,
    z.object({
      sample: z
        .object({
          /** The newest of the sample's reports in sight; null where all of them were put out of sight. */
          reportId: z.string().nullable(),
          /** Reports in sight that a person has added to it. */
          ownReports: z.number().int().min(0),
        })
        .nullable(),
    }),
  ),
  /**
   * Puts a workspace with nothing but the own unit in the place of the sample, after a backup of it: `savedAs`, which backup.restore takes back.
   * Refuses where a person's own report would go with it. Failures: sample.notThere, sample.ownReports; those of a restore.
   */
  'sample.clear': method('exclusive', nothing, z.object({ savedAs: z.string() })),
} as const;
