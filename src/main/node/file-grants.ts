/** Files a person handed to the program, under names that a page cannot guess or turn into another path. */
import { randomBytes } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { done, failed } from '../../shared/errors.ts';
import type { FileGrants } from '../core/ports.ts';

const mostGrants = 1000;

/**
 * Grants live in memory and end with the process. The path is resolved when it is granted, so a link put in its
 * place afterwards does not lead elsewhere unnoticed; of a file still to be written the folder is resolved. The
 * oldest grant is forgotten when there are more than `limit`.
 */
export function createFileGrants(limit: number = mostGrants): FileGrants {
  const paths = new Map<string, string>();
  return {
    grant(path) {
      const name = randomBytes(24).toString('base64url');
      paths.set(name, realPath(resolve(path)));
      if (paths.size > limit) {
        for (const oldest of paths.keys()) {
          paths.delete(oldest);
          break;
        }
      }
      return name;
    },
    path(grant) {
      const path = paths.get(grant);
      return path === undefined ? failed('file.grantUnknown') : done(path);
    },
  };
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    try {
      return join(realpathSync(dirname(path)), basename(path));
    } catch {
      // Neither file nor folder is there: whoever opens it says so.
      return path;
    }
  }
}
