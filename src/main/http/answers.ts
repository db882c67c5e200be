/** What the door sends back. Every answer carries the security headers, and none allows another origin. */
import { createReadStream } from 'node:fs';
import type { ServerResponse } from 'node:http';
import type { Outcome } from '../../shared/errors.ts';
import { securityHeaders } from '../node/content-security-policy.ts';
import type { RendererFile } from '../node/renderer-files.ts';
import { strangerPage } from './stranger-page.ts';

function send(response: ServerResponse, status: number, headers: Record<string, string>, body: string): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, {
    ...securityHeaders,
    'Cache-Control': 'no-store',
    'Content-Length': String(bytes.byteLength),
    ...headers,
  });
  response.end(bytes);
}

/** An outcome, expected failure or not, is the answer to a call that was understood. */
export function sendOutcome(response: ServerResponse, status: number, outcome: Outcome<unknown>): void {
  send(response, status, { 'Content-Type': 'application/json; charset=utf-8' }, JSON.stringify(outcome));
}

/** A refusal says no more than its status, and ends the connection with whatever is still unread on it. */
export function sendRefusal(response: ServerResponse, status: number): void {
  const headers = { Connection: 'close', ...(status === 405 ? { Allow: 'GET, HEAD, POST' } : {}) };
  if (status === 401) {
    send(response, status, { ...headers, 'Content-Type': 'text/html; charset=utf-8' }, strangerPage);
  } else {
    send(response, status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }, `${status}\n`);
  }
}

/** Gives the browser its session and sends it to the page, so that the token leaves the address bar. */
export function sendSession(response: ServerResponse, cookieName: string, session: string): void {
  send(
    response,
    303,
    { 'Set-Cookie': `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`, Location: '/' },
    '',
  );
}

/** Streams a file of the renderer. A file that has gone since the list was made ends as 404. */
export function sendFile(response: ServerResponse, file: RendererFile, withBody: boolean): void {
  const stream = createReadStream(file.path);
  stream.once('error', () => {
    if (response.headersSent) {
      response.destroy();
    } else {
      sendRefusal(response, 404);
    }
  });
  stream.once('open', () => {
    response.writeHead(200, {
      ...securityHeaders,
      'Content-Type': file.contentType,
      'Cache-Control': file.cacheControl,
    });
    if (withBody) {
      stream.pipe(response);
    } else {
      stream.destroy();
      response.end();
    }
  });
  response.once('close', () => stream.destroy());
}
