import { type Activity, activityKinds } from '../../../shared/domain/activity/activity.ts';
import {
  activityDetails,
  activityOutcome,
  activityTime,
} from '../../../shared/domain/activity/activity-words.ts';
import { readActivities } from '../../core/activity/read-activity.ts';
import type { Translate } from '../../node/translate.ts';
import { type Command, CommandFailure, dataOption, UsageError } from '../command.ts';
import { workspaceFolder } from '../session.ts';

function lineOf(activity: Activity, translate: Translate): string {
  const word = (key: string, parameters?: Record<string, string | number>) =>
    translate(`protection:activity.${key}`, parameters);
  const { kind, door, failure } = activity;
  const outcome = failure === null ? [] : [activityOutcome(activity, word)];
  const details = activityDetails(activity, word);
  return [activityTime(activity), word(`kind.${kind}`), details, word(`doors.${door}`), ...outcome]
    .filter((piece) => piece !== '')
    .join('  ');
}

/** 使用记录 on the terminal, the latest last, as a log is read; it needs no lock, so the program may be open. */
export const log: Command = {
  name: 'log',
  positionals: [],
  options: { ...dataOption, kind: { type: 'string' } },
  async run(input, surroundings) {
    const { translate } = surroundings;
    const text = input.text('kind');
    const kind = activityKinds.find((one) => one === text);
    if (text !== undefined && kind === undefined) {
      throw new UsageError('activityKind', { text, kinds: activityKinds.join('、') });
    }
    const folder = workspaceFolder(input, surroundings);
    const { activities, breaks } = read(folder);
    const shown = activities.filter((activity) => kind === undefined || activity.kind === kind);
    return {
      exitCode: 0,
      json: { activities: shown, breaks },
      text: [
        ...(shown.length === 0
          ? [translate('protection:activity.none')]
          : shown.toReversed().map((activity) => lineOf(activity, translate))),
        translate(breaks === 0 ? 'protection:activity.intact' : 'protection:activity.broken', {
          count: breaks,
        }),
      ].join('\n'),
    };
  },
};

function read(folder: string): ReturnType<typeof readActivities> {
  try {
    return readActivities(folder);
  } catch {
    throw new CommandFailure({ code: 'file.unreadable', parameters: { name: folder } });
  }
}
