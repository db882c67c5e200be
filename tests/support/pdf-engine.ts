/** The engine of the program with the tests' browser, and what a test asks of a printed file. */
import { join } from 'node:path';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PdfEngine } from '../../src/main/core/ports.ts';
import { type ChromiumEngineOptions, createChromiumEngine } from '../../src/main/node/pdf/chromium-engine.ts';
import { listRendererFilesIfBuilt, type RendererFile } from '../../src/main/node/renderer-files.ts';
import { findBrowser } from './browser.ts';

/** The built renderer, with the open fonts; the tests run after a build. */
export function builtRendererFiles(): ReadonlyMap<string, RendererFile> {
  return listRendererFilesIfBuilt(join(import.meta.dirname, '..', '..', 'dist', 'renderer'));
}

export async function testPdfEngine(overrides: Partial<ChromiumEngineOptions> = {}): Promise<PdfEngine> {
  const { executablePath, environment } = await findBrowser();
  return createChromiumEngine({
    environment: { ...process.env, ...environment, XIANGBAO_BROWSER: executablePath },
    log: { info: () => {}, warn: () => {} },
    files: builtRendererFiles,
    ...overrides,
  });
}

export function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  // pdf.js takes what it is given for its own.
  return getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
}
