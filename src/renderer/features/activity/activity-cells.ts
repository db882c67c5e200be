/** Activities as cells of a table, on the screen, copied, or as a .csv file. */
import type { Activity, ActivityKind } from '../../../shared/domain/activity/activity.ts';
import {
  type ActivityWord,
  activityDetails,
  activityOutcome,
  activityTime,
} from '../../../shared/domain/activity/activity-words.ts';
import { i18n, translate } from '../../i18n/index.ts';

export const activityColumns = ['when', 'what', 'details', 'door', 'outcome'] as const;
type Column = (typeof activityColumns)[number];

export const activityGroups = {
  opened: ['opened', 'updated'],
  out: ['exported', 'submitted', 'issued', 'copied', 'unpacked'],
  restored: ['backedUp', 'restored', 'recovered'],
  verified: ['verified'],
} as const satisfies Record<string, readonly ActivityKind[]>;
export type ActivityGroup = keyof typeof activityGroups;

/** The shared words name keys below this one; the type stands for all of them. */
const word: ActivityWord = (key, parameters) =>
  i18n.t(`protection:activity.${key}` as 'protection:activity.year', { year: '', ...parameters });

export function activityCells(activity: Activity): Record<Column, string> {
  return {
    when: activityTime(activity),
    what: translate(`protection:activity.kind.${activity.kind}`),
    details: activityDetails(activity, word),
    door: translate(`protection:activity.doors.${activity.door}`),
    outcome: activityOutcome(activity, word),
  };
}

function rowsOf(activities: readonly Activity[]): string[][] {
  return [
    activityColumns.map((column) => translate(`protection:activity.${column}`)),
    ...activities.map((activity) => {
      const cells = activityCells(activity);
      return activityColumns.map((column) => cells[column]);
    }),
  ];
}

export function activitiesAsText(activities: readonly Activity[]): string {
  return rowsOf(activities)
    .map((cells) => cells.join('\t'))
    .join('\n');
}

/** A name of a drive may begin like a formula; an apostrophe keeps spreadsheets from calculating it. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** RFC 4180; whoever saves it puts the byte order mark before it, by which WPS and Excel know UTF-8. */
export function activitiesAsCsv(activities: readonly Activity[]): string {
  const lines = rowsOf(activities).map((cells) => cells.map(csvCell).join(','));
  return `${lines.join('\r\n')}\r\n`;
}
