import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InlineConfig, Plugin } from 'vite';

/** Electron gives itself; better-sqlite3 is a compiled addon that has to stay a package. */
const external = ['electron', 'better-sqlite3'];

const shared = (root: string): InlineConfig => ({
  configFile: false,
  logLevel: 'warn',
  root,
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
});

const buildInto = (outFolder: string): NonNullable<InlineConfig['build']> => ({
  ssr: true,
  outDir: outFolder,
  emptyOutDir: false,
  target: 'node24',
  minify: false,
  sourcemap: false,
});

/** Files that pdf.js reads by their names when a .pdf asks for them: they are shipped as they stand, beside the bundle. */
const characterMaps = (root: string): Plugin => ({
  name: 'character-maps',
  generateBundle() {
    const folder = join(root, 'node_modules', 'pdfjs-dist', 'cmaps');
    for (const name of readdirSync(folder)) {
      this.emitFile({ type: 'asset', fileName: `cmaps/${name}`, source: readFileSync(join(folder, name)) });
    }
  },
});

/** The desktop entry, the command line and the parsing threads, with everything they import but the two external packages. */
export function mainBundle(root: string, outFolder: string): InlineConfig {
  return {
    ...shared(root),
    plugins: [characterMaps(root)],
    build: {
      ...buildInto(outFolder),
      license: { fileName: 'licenses.txt' },
      rolldownOptions: {
        input: {
          electron: join(root, 'src/main/electron/main.ts'),
          cli: join(root, 'src/main/cli/main.ts'),
          launch: join(root, 'src/main/cli/launch.ts'),
          'parse-worker': join(root, 'src/main/core/import/parse-worker.ts'),
          'inspection-worker': join(root, 'src/main/core/storage/integrity/inspection-worker.ts'),
          'sample-worker': join(root, 'src/main/core/format/sample-worker.ts'),
          'workbook-worker': join(root, 'src/main/core/exchange/workbook-worker.ts'),
          'returned-worker': join(root, 'src/main/core/returned/returned-worker.ts'),
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
      ...buildInto(outFolder),
      rolldownOptions: {
        input: { preload: join(root, 'src/main/electron/preload.ts') },
        external,
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  };
}
