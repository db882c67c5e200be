/** A loopback door over a small core of its own, and requests no browser would send. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBrowserHostMethods } from '../../src/main/http/browser-host-methods.ts';
import { type HttpDoorLimits, startHttpDoor } from '../../src/main/http/door.ts';
import { type CallableApp, createDispatcher } from '../../src/main/node/dispatch.ts';
import { createFileGrants } from '../../src/main/node/file-grants.ts';
import { createFileTransfer } from '../../src/main/node/host-methods.ts';
import { createReceivedFiles } from '../../src/main/node/received-files.ts';
import { done } from '../../src/shared/errors.ts';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Sent {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export interface LoopbackDoor {
  url: string;
  port: number;
  token: string;
  /** `name=value` of a session of its own. */
  cookie: string;
  /** Methods that reached the core. */
  reached: string[];
  send(sent: Sent): Promise<Answer>;
  /** A call as the page makes it; `change` makes it an attack. */
  call(method: string, input: unknown, change?: Record<string, string | null>): Promise<Answer>;
  /** Bytes as they are; resolves with everything the door sends until it ends the connection. */
  raw(text: string): Promise<string>;
  /** Sends `text` and then a byte every so often; resolves when the door has ended the connection. */
  drip(text: string): Promise<void>;
  close(): Promise<void>;
}

/** `core`: what the calls reach, other than a core that knows every method and only remembers its name. */
export async function openLoopback(
  limits: Partial<HttpDoorLimits> = {},
  core?: CallableApp,
): Promise<LoopbackDoor> {
  const folder = mkdtempSync(join(tmpdir(), 'loopback-'));
  const rendererFolder = join(folder, 'renderer');
  mkdirSync(join(rendererFolder, 'assets'), { recursive: true });
  writeFileSync(join(rendererFolder, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(rendererFolder, 'assets', 'index-1.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'SECRET');

  const reached: string[] = [];
  const grants = createFileGrants();
  const received = createReceivedFiles({ grants, temporaryRoot: folder });
  const silent = { info: () => {}, warn: () => {} };
  const app = {
    call: async (method: string, input: unknown) => {
      reached.push(method);
      return core === undefined ? done({ method }) : await core.call(method, input);
    },
  };
  const host = createBrowserHostMethods(createFileTransfer(grants, received), '0');
  const door = await startHttpDoor({ dispatch: createDispatcher(app, host, silent), rendererFolder, limits });
  const url = new URL(door.url);
  const port = Number(url.port);

  const send = (sent: Sent) => sendTo(port, sent);
  const opened = await send({ path: `${url.pathname}${url.search}` });
  const cookie = opened.headers['set-cookie']?.[0]?.split(';')[0] ?? '';

  return {
    url: door.url,
    port,
    token: url.searchParams.get('token') ?? '',
    cookie,
    reached,
    send,
    call(method, input, change = {}) {
      const headers = Object.entries({
        'Content-Type': 'application/json',
        Origin: `http://127.0.0.1:${port}`,
        'Sec-Fetch-Site': 'same-origin',
        Cookie: cookie,
        ...change,
      }).filter((header): header is [string, string] => header[1] !== null);
      return send({
        method: 'POST',
        path: `/api/${method}`,
        headers: Object.fromEntries(headers),
        body: JSON.stringify(input),
      });
    },
    raw: (text) => rawTo(port, text),
    drip: (text) => dripTo(port, text),
    async close() {
      await door.close();
      received.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function sendTo(port: number, { method = 'GET', path = '/', headers = {}, body }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sending = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      const finish = () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        });
      response.once('end', finish);
      response.once('error', finish);
    });
    sending.once('error', reject);
    sending.end(body);
  });
}

function rawTo(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect({ host: '127.0.0.1', port }, () => socket.write(text));
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.once('error', () => {});
    socket.once('close', () => resolve(answer));
  });
}

function dripTo(port: number, text: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port }, () => socket.write(text));
    const timer = setInterval(() => socket.write('a'), 50);
    socket.resume();
    socket.once('error', () => {});
    socket.once('close', () => {
      clearInterval(timer);
      resolve();
    });
  });
}
