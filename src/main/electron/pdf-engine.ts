/**
 * Prints with the desktop program's own Chromium: a hidden window whose page comes from the program, with the guards of
 * every window, without Node, preload or scripts.
 */
import type { BrowserWindow, BrowserWindowConstructorOptions, WebContents } from 'electron';
import { done, failed, type Outcome } from '../../shared/errors.ts';
import type { PdfEngine } from '../core/ports.ts';
import { oneAfterAnother } from '../node/pdf/one-after-another.ts';
import type { PrintPages } from './print-pages.ts';

export type PrintWindow = Pick<BrowserWindow, 'loadURL' | 'destroy' | 'isDestroyed'> & {
  webContents: Pick<WebContents, 'printToPDF' | 'once'> & {
    debugger: Pick<WebContents['debugger'], 'attach' | 'detach' | 'sendCommand'>;
  };
};

export interface ElectronPdfOptions {
  open: (options: BrowserWindowConstructorOptions) => PrintWindow;
  pages: PrintPages;
  /** Of the Chromium in it. */
  version: string;
  /** Milliseconds for a document. */
  patience?: number;
}

export const printWindowOptions: BrowserWindowConstructorOptions = {
  show: false,
  skipTaskbar: true,
  focusable: false,
  webPreferences: {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    javascript: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false,
    // A hidden window would be slowed down.
    backgroundThrottling: false,
  },
};

export function createElectronPdfEngine({
  open,
  pages,
  version,
  patience = 60_000,
}: ElectronPdfOptions): PdfEngine {
  const inTurn = oneAfterAnother();

  async function print(html: string): Promise<Outcome<Uint8Array>> {
    const page = pages.add(html);
    const window = open(printWindowOptions);
    let timer: NodeJS.Timeout | undefined;
    try {
      const late = new Promise<Outcome<Uint8Array>>((resolve) => {
        timer = setTimeout(
          () => resolve(failed('pdf.timedOut', { seconds: Math.round(patience / 1000) })),
          patience,
        );
      });
      const crashed = new Promise<Outcome<Uint8Array>>((resolve) => {
        window.webContents.once('render-process-gone', () =>
          resolve(failed('pdf.failed', { reason: 'ended' })),
        );
      });
      const printed = printIn(window, page.address).catch(() => failed('pdf.failed', { reason: 'refused' }));
      return await Promise.race([printed, late, crashed]);
    } finally {
      clearTimeout(timer);
      page.remove();
      if (!window.isDestroyed()) window.destroy();
    }
  }

  return {
    describe: async () => ({ name: 'Chromium', version }),
    print: ({ html }) => inTurn(() => print(html)),
  };
}

async function printIn(window: PrintWindow, address: string): Promise<Outcome<Uint8Array>> {
  await window.loadURL(address);
  const { webContents } = window;
  // Fonts that are first wanted while the page is laid out come after it has loaded. Only the debugger, which is inside
  // this process and opens no port, may ask a page without scripts.
  webContents.debugger.attach();
  await webContents.debugger.sendCommand('Runtime.evaluate', {
    expression: 'document.fonts.ready.then(() => null)',
    awaitPromise: true,
  });
  webContents.debugger.detach();
  const bytes = await webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    margins: { top: 0, right: 0, bottom: 0, left: 0 },
  });
  return done(new Uint8Array(bytes));
}
