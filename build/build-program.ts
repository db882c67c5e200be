/** Builds `dist`: the renderer, the desktop entry, the preload, the command line and the resources. */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withProcessLock } from './process-lock.ts';
import { sourceFingerprint } from './source-fingerprint.ts';

const stamp = '.built';

export interface BuildOptions {
  root: string;
  /** Told once, when there is something to build. */
  onStart?: () => void;
}

/**
 * Leaves an up-to-date `dist` below `root` and returns whether it had to be built. Any number of processes may call this
 * at once: one builds, the others wait. A build appears whole or not at all.
 */
export async function ensureBuilt({ root, onStart }: BuildOptions): Promise<boolean> {
  const dist = join(root, 'dist');
  if (isCurrent(dist, sourceFingerprint(root))) {
    return false;
  }
  return await withProcessLock(join(root, '.cache', 'build.lock'), async () => {
    const fingerprint = sourceFingerprint(root);
    if (isCurrent(dist, fingerprint)) {
      return false;
    }
    onStart?.();
    const fresh = join(root, '.cache', 'dist');
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true });
    await bundle(root, fresh);
    cpSync(join(root, 'resources'), join(fresh, 'resources'), { recursive: true });
    writeFileSync(join(fresh, stamp), fingerprint);
    replaceFolder(fresh, dist, join(root, '.cache', 'dist-before'));
    return true;
  });
}

function isCurrent(dist: string, fingerprint: string): boolean {
  const path = join(dist, stamp);
  return existsSync(path) && readFileSync(path, 'utf8') === fingerprint;
}

async function bundle(root: string, outFolder: string): Promise<void> {
  // Loaded only when there is something to build: loading Vite takes longer than finding out.
  const { build } = await import('vite');
  const { rendererBundle } = await import('./renderer-bundle.ts');
  const { mainBundle, preloadBundle } = await import('./main-bundle.ts');
  const { packageInventory } = await import('./package-inventory.ts');
  const inventory = packageInventory();
  // React is bundled in its production half by this variable, whatever the caller runs under.
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    const bundles = [
      rendererBundle(root, join(outFolder, 'renderer')),
      mainBundle(root, join(outFolder, 'main')),
      preloadBundle(root, join(outFolder, 'main')),
    ];
    for (const configuration of bundles) {
      await build({ ...configuration, plugins: [...(configuration.plugins ?? []), inventory.plugin()] });
    }
    inventory.write(outFolder);
  } finally {
    if (before === undefined) {
      delete process.env.NODE_ENV;
    } else {
      process.env.NODE_ENV = before;
    }
  }
}

function replaceFolder(fresh: string, target: string, aside: string): void {
  rmSync(aside, { recursive: true, force: true });
  if (existsSync(target)) {
    renameSync(target, aside);
  }
  renameSync(fresh, target);
  rmSync(aside, { recursive: true, force: true });
}
