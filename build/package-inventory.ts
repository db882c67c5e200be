/** Which npm packages really went into the bundles, taken from the bundler while it writes them. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { z } from 'zod';

const inventorySchema = z.object({
  /** Keys of package-lock.json, such as `node_modules/zrender/node_modules/tslib`; sorted. */
  packages: z.array(z.string()),
  /** Packages whose code others of them carry within their own files: `[the carrier's key, the name]`; sorted. */
  carried: z.array(z.tuple([z.string(), z.string()])),
});
export type PackageInventory = z.infer<typeof inventorySchema>;

const fileName = '.packages.json';

/** The key in package-lock.json of the package that a module's id belongs to; undefined for the program's own files. */
export function packageKey(id: string): string | undefined {
  const path = id.replaceAll('\\', '/');
  const start = path.indexOf('/node_modules/');
  if (start < 0) return undefined;
  return /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path.slice(start + 1))?.[1];
}

/** Names of packages that a bundler has copied into this text, as bundlers note it in a comment before each module. */
function carriedIn(text: string): string[] {
  const comments = text.matchAll(
    /\/\/ (?:\w+ MODULE: |MODULE: )?\.?\/?node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//g,
  );
  return [...new Set([...comments].map(([, name]) => name ?? ''))];
}

/**
 * Collects over any number of bundles. A script counts when any of it was written, so that what was shaken out does not
 * count; a style sheet or a font when it is there at all.
 */
export function packageInventory(): { plugin: () => Plugin; write: (outFolder: string) => void } {
  const files = new Set<string>();
  const plugin = (): Plugin => ({
    name: 'package-inventory',
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle)) {
        const written =
          part.type === 'chunk'
            ? Object.entries(part.modules).flatMap(([id, { renderedLength }]) =>
                renderedLength > 0 ? [id] : [],
              )
            : part.originalFileNames.map((name) => `/${name}`);
        for (const id of written) files.add(id);
      }
      for (const id of this.getModuleIds()) {
        if (/\.css(\?|$)/.test(id)) files.add(id);
      }
    },
  });
  const write = (outFolder: string): void => {
    const packages = new Set<string>();
    const carried = new Map<string, [string, string]>();
    for (const id of files) {
      const key = packageKey(id);
      if (key === undefined) continue;
      packages.add(key);
      const path = id.replace(/[?\0].*$/, '');
      if (!/\.[cm]?js$/.test(path) || !existsSync(path)) continue;
      for (const name of carriedIn(readFileSync(path, 'utf8'))) carried.set(`${key}\0${name}`, [key, name]);
    }
    const inventory: PackageInventory = {
      packages: [...packages].sort(),
      carried: [...carried].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair),
    };
    writeFileSync(join(outFolder, fileName), `${JSON.stringify(inventory, null, 1)}\n`);
  };
  return { plugin, write };
}

/** The inventory of a built `dist`. Throws when it was not built. */
export function readPackageInventory(dist: string): PackageInventory {
  return inventorySchema.parse(JSON.parse(readFileSync(join(dist, fileName), 'utf8')));
}
