import { join } from 'node:path';
import type { InlineConfig } from 'vite';

/** Electron gives itself; better-sqlite3 is a compiled addon that has to stay a package. */
const external = ['electron', 'better-sqlite3'];

const shared = (root: string): InlineConfig => ({
  configFile: false,
  logLevel: 'warn',
  root,
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
});

/** The desktop entry and the command line, with everything they import but the two external packages. */
export function mainBundle(root: string, outFolder: string): InlineConfig {
  return {
    ...shared(root),
    build: {
      ssr: true,
      outDir: outFolder,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      sourcemap: false,
      license: { fileName: 'licenses.txt' },
      rolldownOptions: {
        input: {
          electron: join(root, 'src/main/electron/main.ts'),
          cli: join(root, 'src/main/cli/main.ts'),
        },
        external,
        // Chunks stay beside the entries, since the program finds its own parts relative to this folder.
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'shared-[hash].mjs' },
      },
    },
  };
}

/** The preload, by itself: a sandboxed preload is CommonJS and may require nothing but `electron`. */
export function preloadBundle(root: string, outFolder: string): InlineConfig {
  return {
    ...shared(root),
    build: {
      ssr: true,
      outDir: outFolder,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      sourcemap: false,
      rolldownOptions: {
        input: { preload: join(root, 'src/main/electron/preload.ts') },
        external,
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  };
}
