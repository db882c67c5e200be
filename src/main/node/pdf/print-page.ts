/**
 * Prints one page in a running browser. The page has an address that no name resolves to; every request is answered
 * here, from the page's own text and the closed list of the program's files, or refused. So the page reaches neither a
 * network nor the disk, and its text is not written to the disk either.
 */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { RendererFile } from '../renderer-files.ts';
import { type BrowserEvent, BrowserGone, CommandRefused, type PipeClient } from './pipe-client.ts';
import { printPolicy } from './print-policy.ts';

const origin = 'https://xiangbao.invalid';
const pageAddress = `${origin}/`;

/** More than a thousand pages of our own making. */
export const maximumPdfBytes = 200 * 1024 * 1024;
const pieceBytes = 4 * 1024 * 1024;

const pausedSchema = z.object({
  requestId: z.string(),
  request: z.object({ url: z.string(), method: z.string() }),
});

/** Rejects with BrowserGone or CommandRefused. */
export async function printPage(
  client: PipeClient,
  html: string,
  files: ReadonlyMap<string, RendererFile>,
): Promise<Uint8Array> {
  const { targetId } = await client.send('Target.createTarget', { url: 'about:blank' });
  const attached = await client.send('Target.attachToTarget', { targetId, flatten: true });
  const sessionId = z.string().parse(attached.sessionId);
  const send = (method: string, params = {}) => client.send(method, params, sessionId);
  const loaded = new Promise<void>((resolve, reject) => {
    client.onEvent((event) => {
      if (event.sessionId !== sessionId) return;
      if (event.method === 'Fetch.requestPaused') {
        // Of a request whose page is gone meanwhile nothing needs to be known.
        answerRequest(send, event, html, files).catch(() => {});
      } else if (event.method === 'Page.loadEventFired') {
        resolve();
      } else if (event.method === 'Inspector.targetCrashed') {
        reject(new BrowserGone());
      }
    });
  });
  // A page that crashes later is told by the command that then fails.
  loaded.catch(() => {});
  await send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  await send('Page.enable');
  await send('Inspector.enable');
  await send('Emulation.setScriptExecutionDisabled', { value: true });
  const { errorText } = await send('Page.navigate', { url: pageAddress });
  if (errorText !== undefined) throw new CommandRefused(String(errorText));
  await loaded;
  // Fonts that are first wanted while the page is laid out come after its load event.
  await send('Runtime.evaluate', { expression: 'document.fonts.ready.then(() => null)', awaitPromise: true });
  const printed = await send('Page.printToPDF', {
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    transferMode: 'ReturnAsStream',
  });
  return await readStream(send, z.string().parse(printed.stream));
}

type Send = (method: string, params?: Readonly<Record<string, unknown>>) => ReturnType<PipeClient['send']>;

async function answerRequest(
  send: Send,
  event: BrowserEvent,
  html: string,
  files: ReadonlyMap<string, RendererFile>,
): Promise<void> {
  const { requestId, request } = pausedSchema.parse(event.params);
  const answer = request.method === 'GET' ? await answerFor(request.url, html, files) : null;
  if (answer === null) {
    await send('Fetch.failRequest', { requestId, errorReason: 'AddressUnreachable' });
    return;
  }
  await send('Fetch.fulfillRequest', {
    requestId,
    responseCode: 200,
    responseHeaders: [
      { name: 'Content-Type', value: answer.contentType },
      { name: 'Content-Security-Policy', value: printPolicy },
    ],
    body: Buffer.from(answer.body).toString('base64'),
  });
}

async function answerFor(
  address: string,
  html: string,
  files: ReadonlyMap<string, RendererFile>,
): Promise<{ contentType: string; body: string | Uint8Array } | null> {
  if (address === pageAddress) return { contentType: 'text/html; charset=utf-8', body: html };
  const url = URL.parse(address);
  const file = url !== null && url.origin === origin ? files.get(url.pathname) : undefined;
  if (file === undefined) return null;
  try {
    return { contentType: file.contentType, body: await readFile(file.path) };
  } catch {
    return null;
  }
}

const pieceSchema = z.object({
  data: z.string(),
  base64Encoded: z.boolean().default(false),
  eof: z.boolean(),
});

async function readStream(send: Send, handle: string): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for (;;) {
    const { data, base64Encoded, eof } = pieceSchema.parse(
      await send('IO.read', { handle, size: pieceBytes }),
    );
    const piece = Buffer.from(data, base64Encoded ? 'base64' : 'utf8');
    pieces.push(piece);
    bytes += piece.length;
    if (eof) return new Uint8Array(Buffer.concat(pieces));
    if (bytes > maximumPdfBytes) throw new CommandRefused('too large');
  }
}
