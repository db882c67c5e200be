/** Prints by a browser of this computer, started for each document and ended after it. */
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { z } from 'zod';
import { done, failed, type Outcome } from '../../../shared/errors.ts';
import type { Log, PdfEngine } from '../../core/ports.ts';
import type { RendererFile } from '../renderer-files.ts';
import { type BrowserPlace, findBrowsers } from './browser-places.ts';
import { type RunningBrowser, startBrowser } from './browser-process.ts';
import { mayUseSandbox } from './browser-switches.ts';
import { oneAfterAnother } from './one-after-another.ts';
import { BrowserGone } from './pipe-client.ts';
import { printPage } from './print-page.ts';

export interface ChromiumEngineOptions {
  environment: Readonly<Record<string, string | undefined>>;
  log: Log;
  /** The program's own files, which a page may use; empty where it was not built. */
  files: () => ReadonlyMap<string, RendererFile>;
  temporaryRoot?: string;
  findPlaces?: () => BrowserPlace[];
  /** Milliseconds for a document, with the browser's start. */
  patience?: number;
}

/** What a browser is given to start and to say its name. */
const startPatience = 20_000;
/** A page that was made of a report is far smaller; the browser itself takes no message above 100 MB. */
const maximumHtmlBytes = 48 * 1024 * 1024;

interface Found {
  place: BrowserPlace;
  version: string;
}

/** What became of one start: `found` is null where the browser did not even say its name. */
interface Start<T> {
  found: Found | null;
  outcome: Outcome<T>;
}

/**
 * The first browser that really starts is used, and remembered for as long as the program runs. Documents are printed one
 * after another.
 */
export function createChromiumEngine(options: ChromiumEngineOptions): PdfEngine {
  const { environment, log, files, temporaryRoot = tmpdir(), patience = 60_000 } = options;
  const findPlaces =
    options.findPlaces ??
    (() => findBrowsers({ platform: process.platform, environment, exists: existsSync }));
  const sandbox = mayUseSandbox(process.getuid?.(), environment);
  const inTurn = oneAfterAnother();
  let known: Found | null = null;

  /** Works with the browser within its patience; it has ended and left nothing when this settles. */
  async function withBrowser<T>(
    place: BrowserPlace,
    work: (browser: RunningBrowser) => Promise<T>,
  ): Promise<Start<T>> {
    let browser: RunningBrowser;
    try {
      browser = await startBrowser({ path: place.path, temporaryRoot, environment, sandbox });
    } catch {
      return { found: null, outcome: failed('pdf.failed', { reason: 'notStarted' }) };
    }
    let answered: Found | null = null;
    let late = false;
    const stop = (): void => {
      late = true;
      browser.kill();
    };
    let timer = setTimeout(stop, Math.min(startPatience, patience));
    try {
      const { product } = await browser.client.send('Browser.getVersion');
      answered = { place, version: z.string().catch('').parse(product).replace(/^.*\//, '') };
      clearTimeout(timer);
      timer = setTimeout(stop, patience);
      return { found: answered, outcome: done(await work(browser)) };
    } catch (error) {
      const reason = answered === null ? 'notStarted' : error instanceof BrowserGone ? 'ended' : 'refused';
      const outcome = late
        ? failed('pdf.timedOut', { seconds: Math.round(patience / 1000) })
        : failed('pdf.failed', { reason });
      return { found: answered, outcome };
    } finally {
      clearTimeout(timer);
      await browser.close();
    }
  }

  /** Works with the browser that served before, or with the first that answers; null where none does. */
  async function withSomeBrowser<T>(
    work: (browser: RunningBrowser) => Promise<T>,
  ): Promise<Outcome<T> | null> {
    for (const place of known === null ? findPlaces() : [known.place]) {
      const { found, outcome } = await withBrowser(place, work);
      if (!outcome.ok) log.warn('pdf.browser', { code: outcome.error.code, ...outcome.error.parameters });
      known = found;
      if (found !== null) return outcome;
    }
    return null;
  }

  async function print(html: string): Promise<Outcome<Uint8Array>> {
    if (Buffer.byteLength(html) > maximumHtmlBytes) return failed('pdf.failed', { reason: 'tooLarge' });
    const ours = files();
    const printed = await withSomeBrowser(({ client }) => printPage(client, html, ours));
    return printed ?? failed('pdf.noEngine');
  }

  return {
    describe: () =>
      inTurn(async () => {
        if (known === null) await withSomeBrowser(async () => {});
        return known === null ? null : { name: known.place.name, version: known.version };
      }),
    print: ({ html }) => inTurn(() => print(html)),
  };
}
