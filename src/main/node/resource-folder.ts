import { readdirSync, readFileSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { Resources } from '../core/ports.ts';

/**
 * Reads the shipped `resources` folder at `root`. Throws for a path that leaves the folder or is not there: the
 * program names its own resources, so either is a bug.
 */
export function createResourceFolder(root: string): Resources {
  function contained(path: string): string {
    const full = resolve(root, path);
    const inside = relative(root, full);
    if (isAbsolute(path) || isAbsolute(inside) || inside.split(/[\\/]/)[0] === '..') {
      throw new Error('a resource path leaves the resources folder');
    }
    return full;
  }
  return {
    readText: (path) => readFileSync(contained(path), 'utf8'),
    list: (folder) => readdirSync(join(contained(folder))).sort(),
  };
}
