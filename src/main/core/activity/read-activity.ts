/** Reads 使用记录, also while a program appends to it, and tells where its chain does not hold. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Activity, activitySchema } from '../../../shared/domain/activity/activity.ts';
import {
  activityFileName,
  activityFolderName,
  firstPrevious,
  keptActivityFiles,
  lineSum,
  mostActivityBytes,
} from './activity-chain.ts';

export interface ReadActivities {
  /** The latest first. */
  activities: Activity[];
  /**
   * Places where the chain does not hold: lines that cannot be read, or do not follow from the line before. 0 where
   * nothing that is kept was changed.
   */
  breaks: number;
  /** Of the folder, for the person. */
  folder: string;
}

/** Of a file that somebody made longer no more is read. */
const mostRead = 2 * mostActivityBytes;

/** Nothing where there is none yet. */
export function readActivities(workspaceFolder: string): ReadActivities {
  const folder = join(workspaceFolder, activityFolderName);
  const lines = activityFiles(folder).flatMap((path) => linesOf(textOf(path)));
  const activities: Activity[] = [];
  let breaks = 0;
  let before: string | null = null;
  for (const line of lines) {
    const read = readLine(line);
    // The first line that is kept may follow from one that is not any more.
    const follows = read !== null && (before === null || read.previous === lineSum(before));
    if (!follows) breaks += 1;
    if (read !== null) activities.push(read.activity);
    before = line;
  }
  return { activities: activities.reverse(), breaks, folder };
}

/** The newest line of all, and whether it is whole; null where there is none. */
export function readLastLine(folder: string): { text: string; isEnded: boolean } | null {
  for (const path of activityFiles(folder).toReversed()) {
    const text = textOf(path);
    const last = linesOf(text).at(-1);
    if (last !== undefined) return { text: last, isEnded: text.endsWith('\n') };
  }
  return null;
}

/** The newest activity, and null where its line cannot be read. */
export function lastActivity(workspaceFolder: string): Activity | null {
  const last = readLastLine(join(workspaceFolder, activityFolderName));
  return last === null ? null : (readLine(last.text)?.activity ?? null);
}

/** The oldest first; those that are there. */
function activityFiles(folder: string): string[] {
  const current = join(folder, activityFileName);
  const older = Array.from({ length: keptActivityFiles }, (_, index) => `${current}.${index + 1}`);
  return [...older.toReversed(), current].filter(
    (path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true,
  );
}

function textOf(path: string): string {
  const buffer = Buffer.alloc(Math.min(statSync(path).size, mostRead));
  const file = openSync(path, 'r');
  try {
    return buffer.toString('utf8', 0, readSync(file, buffer, 0, buffer.length, 0));
  } finally {
    closeSync(file);
  }
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

function readLine(line: string): { activity: Activity; previous: string } | null {
  try {
    const value: unknown = JSON.parse(line);
    const activity = activitySchema.safeParse(value);
    const previous = previousOf(value);
    return activity.success && previous !== null ? { activity: activity.data, previous } : null;
  } catch {
    return null;
  }
}

function previousOf(value: unknown): string | null {
  const isObject = typeof value === 'object' && value !== null && 'previous' in value;
  const previous = isObject ? value.previous : null;
  return typeof previous === 'string' && previous.length === firstPrevious.length ? previous : null;
}
