/// <reference path="./pdf-worker-module.d.ts" />
/** Loads pdf.js for reading text: nothing is drawn, nothing fetched, no further thread started. */
import { registerHooks } from 'node:module';

export type PdfLibrary = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

const canvasPackage = '@napi-rs/canvas';
const canvasStandIn = 'stand-in:canvas';

let loading: Promise<PdfLibrary> | null = null;

/** The library, loaded once. */
export function loadPdfLibrary(): Promise<PdfLibrary> {
  loading ??= load();
  return loading;
}

async function load(): Promise<PdfLibrary> {
  // On loading, pdf.js looks for an optional native canvas and complains where there is none. It only draws with it.
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === canvasPackage
        ? { url: canvasStandIn, format: 'commonjs', shortCircuit: true }
        : next(specifier, context),
    load: (url, context, next) =>
      url === canvasStandIn
        ? {
            format: 'commonjs',
            source: 'exports.DOMMatrix = class {}; exports.Path2D = class {};',
            shortCircuit: true,
          }
        : next(url, context),
  });
  try {
    // Its other half registers itself in this thread, so that pdf.js starts none.
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    hooks.deregister();
  }
}
