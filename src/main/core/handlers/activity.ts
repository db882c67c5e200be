import { readActivities } from '../activity/read-activity.ts';
import type { QueryHandlers } from './kinds.ts';

export const activityQueries = {
  'activity.list': ({ workspaceFolder }) => readActivities(workspaceFolder),
} satisfies Partial<QueryHandlers>;
