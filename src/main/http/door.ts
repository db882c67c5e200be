/** The loopback door: the same renderer and the same calls as the desktop window, for a browser on this machine. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { failed } from '../../shared/errors.ts';
import type { Dispatch } from '../node/dispatch.ts';
import { listRendererFiles, type RendererFile } from '../node/renderer-files.ts';
import {
  type Access,
  type DoorSecrets,
  decideAccess,
  type RequestFacts,
  sessionCookieName,
} from './access.ts';
import { sendFile, sendOutcome, sendRefusal, sendSession } from './answers.ts';
import { bodyLimit, isJsonContentType, parseBody, readBody } from './body.ts';
import { type ConnectionRoom, createConnections } from './connections.ts';
import { isOwnPeer, type PeerEnd } from './peer-owner.ts';

const loopback = '127.0.0.1';

export interface HttpDoorOptions {
  dispatch: Dispatch;
  /** The built renderer. */
  rendererFolder: string;
  /** 0, or absent: a free port the system chooses. */
  port?: number;
  limits?: Partial<HttpDoorLimits>;
}

export interface HttpDoorLimits extends ConnectionRoom {
  /** Milliseconds for the head of a request to arrive. */
  headMilliseconds: number;
  /** Milliseconds for a whole request to arrive; a 30 MB file over loopback takes one. */
  requestMilliseconds: number;
}

const usualLimits: HttpDoorLimits = {
  headMilliseconds: 10_000,
  requestMilliseconds: 60_000,
  strangers: 32,
  acquaintances: 64,
};

export interface HttpDoor {
  /** The address to open, with the token of this launch. It may be opened any number of times until `close`. */
  url: string;
  close(): Promise<void>;
}

/**
 * Listens on 127.0.0.1 only. Rejects when the port is taken or the renderer is not built. `close` lets no new request
 * in, ends open connections and resolves when the port is free.
 */
export async function startHttpDoor(options: HttpDoorOptions): Promise<HttpDoor> {
  const limits = { ...usualLimits, ...options.limits };
  const files = listRendererFiles(options.rendererFolder);
  const token = randomBytes(32).toString('base64url');
  const session = randomBytes(32).toString('base64url');

  const server = createServer({
    headersTimeout: limits.headMilliseconds,
    requestTimeout: limits.requestMilliseconds,
    connectionsCheckingInterval: Math.min(limits.headMilliseconds, 5_000),
    maxHeaderSize: 16 * 1024,
  });
  const connections = createConnections(limits);
  server.on('connection', (socket) => connections.enter(socket));
  const port = await listen(server, options.port ?? 0);
  const secrets: DoorSecrets = { port, token, session };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const access = decideAccess(factsOf(request), secrets);
    if (access.kind !== 'refused') {
      const { leave } = connections.know(request.socket);
      response.once('close', leave);
    }
    answer(access, request, response, secrets, files, options.dispatch).catch(() => endAfterBug(response));
  });
  // Nothing here is upgraded; without a listener some clients would wait.
  server.on('upgrade', (_request, socket) => socket.destroy());

  return {
    url: `http://${loopback}:${port}/?token=${token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: loopback, port, exclusive: true }, () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') {
        reject(new Error('the loopback door has no port'));
      } else {
        resolve(address.port);
      }
    });
  });
}

async function answer(
  access: Access,
  request: IncomingMessage,
  response: ServerResponse,
  secrets: DoorSecrets,
  files: ReadonlyMap<string, RendererFile>,
  dispatch: Dispatch,
): Promise<void> {
  switch (access.kind) {
    case 'refused':
      sendRefusal(response, access.status);
      return;
    case 'exchange':
      if (!isOwnPeer(peerOf(request, secrets.port))) {
        sendRefusal(response, 403);
        return;
      }
      sendSession(response, sessionCookieName(secrets.port), secrets.session);
      return;
    case 'page': {
      const file = files.get(access.path);
      if (file === undefined) {
        sendRefusal(response, 404);
      } else {
        sendFile(response, file, request.method === 'GET');
      }
      return;
    }
    case 'call':
      await answerCall(request, response, access.method, dispatch);
      return;
  }
}

async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  method: string,
  dispatch: Dispatch,
): Promise<void> {
  if (!isJsonContentType(request.headers['content-type']) || request.headers['content-encoding']) {
    sendRefusal(response, 415);
    return;
  }
  const limit = bodyLimit(method);
  const body = await readBody(request, limit);
  if (body === 'aborted') {
    response.destroy();
    return;
  }
  if (body === 'tooLarge') {
    response.setHeader('Connection', 'close');
    sendOutcome(response, 413, failed('input.invalid', { name: method, place: '' }));
    return;
  }
  const input = parseBody(body, method);
  sendOutcome(response, input.ok ? 200 : 400, input.ok ? await dispatch(method, input.value) : input);
}

/** A bug in answering one request must end neither the program nor, by silence, the page's patience. */
function endAfterBug(response: ServerResponse): void {
  if (response.headersSent) {
    response.destroy();
  } else {
    sendRefusal(response, 500);
  }
}

function peerOf({ socket }: IncomingMessage, doorPort: number): PeerEnd {
  return { address: socket.remoteAddress ?? '', port: socket.remotePort ?? 0, doorPort };
}

function factsOf(request: IncomingMessage): RequestFacts {
  const { headers } = request;
  return {
    method: request.method ?? '',
    target: request.url ?? '',
    host: headers.host,
    origin: headers.origin,
    fetchSite: oneValue(headers['sec-fetch-site']),
    fetchMode: oneValue(headers['sec-fetch-mode']),
    fetchDestination: oneValue(headers['sec-fetch-dest']),
    cookie: headers.cookie,
  };
}

function oneValue(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(',') : header;
}
