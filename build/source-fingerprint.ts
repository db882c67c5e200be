import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Everything the built program is made of. */
const ingredients = ['src', 'resources', 'build', 'package.json', 'package-lock.json'];

/** A hash over the names and contents of all ingredients below `root`. */
export function sourceFingerprint(root: string): string {
  const hash = createHash('sha256');
  for (const ingredient of ingredients) {
    for (const path of filesBelow(join(root, ingredient))) {
      hash.update(`${relative(root, path)}\0`);
      hash.update(createHash('sha256').update(readFileSync(path)).digest());
    }
  }
  return hash.digest('hex');
}

function filesBelow(path: string): string[] {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) {
    return [];
  }
  if (status.isFile()) {
    return [path];
  }
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}
