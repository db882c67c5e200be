import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, PrintToPDFOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { answerAppRequest } from '../../../../src/main/electron/app-scheme.ts';
import {
  createElectronPdfEngine,
  type PrintWindow,
  printWindowOptions,
} from '../../../../src/main/electron/pdf-engine.ts';
import { createPrintPages } from '../../../../src/main/electron/print-pages.ts';
import { isAllowedRequest } from '../../../../src/main/electron/request-blocking.ts';

interface Behaviour {
  load?: () => Promise<void>;
  crash?: boolean;
}

function printer(behaviour: Behaviour = {}, patience = 5_000) {
  const pages = createPrintPages();
  const asked: string[] = [];
  const shown: string[] = [];
  const options: BrowserWindowConstructorOptions[] = [];
  let printOptions: PrintToPDFOptions = {};
  const open = (windowOptions: BrowserWindowConstructorOptions) => {
    options.push(windowOptions);
    const contents = new EventEmitter();
    let destroyed = false;
    const window = {
      isDestroyed: () => destroyed,
      destroy: () => {
        destroyed = true;
        asked.push('destroy');
      },
      loadURL: async (address: string) => {
        asked.push('load');
        shown.push(address);
        expect(isAllowedRequest(address, true)).toBe(true);
        const answer = await answerAppRequest({ method: 'GET', url: address }, new Map(), pages);
        shown.push(await answer.text(), answer.headers.get('content-security-policy') ?? '');
        if (behaviour.crash) contents.emit('render-process-gone');
        await behaviour.load?.();
      },
      webContents: {
        once: (event: string, listener: () => void) => contents.once(event, listener),
        debugger: {
          attach: () => asked.push('attach'),
          detach: () => asked.push('detach'),
          sendCommand: async (method: string) => {
            asked.push(method);
          },
        },
        printToPDF: async (wanted: PrintToPDFOptions) => {
          asked.push('print');
          printOptions = wanted;
          return Buffer.from('%PDF');
        },
      },
    };
    // Electron's types have hundreds of members; the fake has what is used.
    return window as unknown as PrintWindow;
  };
  const engine = createElectronPdfEngine({ open, pages, version: '140.0.1', patience });
  return { engine, asked, shown, options, pages, printOptions: () => printOptions };
}

describe('the desktop window as a printer', () => {
  it('prints the page at an address of the program, then takes both away', async () => {
    const { engine, asked, shown, pages, printOptions } = printer();
    expect(await engine.print({ html: '<p>正文</p>' })).toEqual({
      ok: true,
      value: new TextEncoder().encode('%PDF'),
    });
    expect(asked).toEqual(['load', 'attach', 'Runtime.evaluate', 'detach', 'print', 'destroy']);
    const [address = '', text, policy] = shown;
    expect(address).toMatch(/^app:\/\/xiangbao\/print\/[0-9a-f-]{36}$/);
    expect(text).toBe('<p>正文</p>');
    expect(policy).toContain("default-src 'none';");
    expect(policy).not.toContain('script-src');
    expect(pages.read(new URL(address).pathname)).toBeUndefined();
    expect(printOptions()).toMatchObject({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  });

  it('gives the page no Node, no preload, no script and no sight', () => {
    expect(printWindowOptions).toMatchObject({
      show: false,
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        javascript: false,
        webviewTag: false,
        devTools: false,
      },
    });
    expect(printWindowOptions.webPreferences).not.toHaveProperty('preload');
  });

  it('says who prints', async () => {
    expect(await printer().engine.describe()).toEqual({ name: 'Chromium', version: '140.0.1' });
  });

  it.each([
    [
      'fails to load',
      { load: () => Promise.reject(new Error('ERR_FAILED')) },
      'pdf.failed',
      { reason: 'refused' },
    ],
    ['crashes', { crash: true, load: () => new Promise<void>(() => {}) }, 'pdf.failed', { reason: 'ended' }],
    ['takes too long', { load: () => new Promise<void>(() => {}) }, 'pdf.timedOut', { seconds: 1 }],
  ])('a page that %s is told and taken away', async (_name, behaviour, code, parameters) => {
    const { engine, asked, shown, pages } = printer(behaviour, 500);
    expect(await engine.print({ html: '' })).toEqual({ ok: false, error: { code, parameters } });
    expect(asked.at(-1)).toBe('destroy');
    expect(pages.read(new URL(shown[0] ?? '').pathname)).toBeUndefined();
  });

  it('prints two documents one after the other', async () => {
    const { engine, asked } = printer();
    await Promise.all([engine.print({ html: 'a' }), engine.print({ html: 'b' })]);
    const one = ['load', 'attach', 'Runtime.evaluate', 'detach', 'print', 'destroy'];
    expect(asked).toEqual([...one, ...one]);
  });
});
