import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

/** The renderer: one page whose files carry their hash, with no inline script, as the content security policy asks. */
export function rendererBundle(root: string, outFolder: string): InlineConfig {
  return {
    configFile: false,
    logLevel: 'warn',
    root: join(root, 'src/renderer'),
    publicDir: false,
    plugins: [react()],
    build: {
      outDir: outFolder,
      emptyOutDir: true,
      assetsDir: 'assets',
      // A small file inlined as data: would not pass the policy for fonts, nor for scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      sourcemap: false,
      target: 'chrome120',
      license: { fileName: 'licenses.txt' },
      // Loaded from this machine: the size that matters for a web site does not here.
      chunkSizeWarningLimit: 4000,
    },
  };
}
