/** 使用记录: what was done with the workspace and what left it, without contents. */
import { z } from 'zod';
import { activitySchema } from '../domain/activity/activity.ts';
import { method, nothing } from './method.ts';

export const activityMethods = {
  'activity.list': method(
    'query',
    nothing,
    z.object({
      /** The latest first. */
      activities: z.array(activitySchema),
      /** Places where something kept was changed, taken out or put in since; 0 for none. */
      breaks: z.number().int(),
      /** Where the files stand, for the person. */
      folder: z.string(),
    }),
  ),
} as const;
