/**
 * 使用记录, a file beside the workspace: opens, exports, copies, restores, without contents. It stands outside the
 * workspace because a restore puts the whole workspace back and would take with it that it happened. It is no copy of two
 * others: 报送记录 (in the workspace) says which files of a report left and with which sums; the technical log says which
 * part of the program failed, for whoever mends it.
 *
 * One JSON object a line. `previous` is the SHA-256 of the line before (without its line feed), of the first line ever 64
 * zeros; so a line that was changed, taken out, put in or moved is seen. What is not seen: the newest lines cut off, and
 * a whole file written anew by somebody who knows how; a log on the same disk cannot do more. A file is begun anew at
 * 512 KiB and four older ones are kept: the chain goes on across files and begins where the oldest kept one does.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Activity } from '../../../shared/domain/activity/activity.ts';
import {
  activityFileName,
  activityFolderName,
  firstPrevious,
  keptActivityFiles,
  lineSum,
  mostActivityBytes,
} from './activity-chain.ts';
import { readLastLine } from './read-activity.ts';

export interface ActivityLogFile {
  /**
   * Appends and syncs. Only the holder of the workspace's lock may. Never throws: a log that cannot be written must not
   * stop the work. False where it could not be written.
   */
  append(activity: Activity): boolean;
}

export function createActivityLogFile(
  workspaceFolder: string,
  mostBytes = mostActivityBytes,
): ActivityLogFile {
  const folder = join(workspaceFolder, activityFolderName);
  const current = join(folder, activityFileName);
  return {
    append(activity) {
      try {
        // Never the workspace's own folder: where that is gone, nothing is put in its place.
        if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
        const last = readLastLine(folder);
        const previous = last === null ? firstPrevious : lineSum(last.text);
        const line = JSON.stringify({ ...activity, previous });
        if (sizeOf(current) + Buffer.byteLength(line) + 1 > mostBytes) rotate(current);
        // A line that was cut off by a crash stays one of its own.
        const isCut = last !== null && !last.isEnded && sizeOf(current) > 0;
        appendSynced(current, `${isCut ? '\n' : ''}${line}\n`);
        return true;
      } catch {
        return false;
      }
    },
  };
}

function appendSynced(path: string, text: string): void {
  const file = openSync(path, 'a', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** The current one becomes `.1`, that becomes `.2`, and so on; the oldest goes. */
function rotate(current: string): void {
  for (let number = keptActivityFiles; number >= 1; number -= 1) {
    const newer = number === 1 ? current : `${current}.${number - 1}`;
    if (statSync(newer, { throwIfNoEntry: false })) renameSync(newer, `${current}.${number}`);
  }
}
