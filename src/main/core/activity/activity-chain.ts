/** Where 使用记录 stands, and the chain of its lines; see activity-log.ts. */
import { createHash } from 'node:crypto';

export const activityFolderName = '使用记录';
export const activityFileName = '使用记录.jsonl';
/** Older files beside the current one. */
export const keptActivityFiles = 4;
/** Bytes after which a new file is begun. */
export const mostActivityBytes = 512 * 1024;
/** What the first line ever follows from. */
export const firstPrevious = '0'.repeat(64);

/** SHA-256 of a line without its line feed, in hex. */
export function lineSum(line: string): string {
  return createHash('sha256').update(line).digest('hex');
}
