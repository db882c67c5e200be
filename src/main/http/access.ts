/**
 * Who may speak to the loopback door. Any page in the clerk's browser and any program on the machine can reach
 * 127.0.0.1, so a request counts only if it names this door as host (against DNS rebinding), comes from this door's own
 * page (against cross-site requests), and carries the session that the printed address gave to the browser.
 */
import { timingSafeEqual } from 'node:crypto';

export interface RequestFacts {
  method: string;
  /** The request target as it came, path and query. */
  target: string;
  host: string | undefined;
  origin: string | undefined;
  fetchSite: string | undefined;
  fetchMode: string | undefined;
  fetchDestination: string | undefined;
  cookie: string | undefined;
}

export interface DoorSecrets {
  port: number;
  /** In the printed address. Good for the whole launch, so that the address can be opened again. */
  token: string;
  /** In the cookie. Never printed, and never accepted in place of the token or the other way round. */
  session: string;
}

export type Access =
  | { kind: 'refused'; status: 401 | 403 | 405 }
  /** The printed address was opened: give the session and go to the page. */
  | { kind: 'exchange' }
  | { kind: 'page'; path: string }
  | { kind: 'call'; method: string };

const callPrefix = '/api/';

/** Cookies of one machine are shared by all its ports, so that the name carries the port. */
export function sessionCookieName(port: number): string {
  return `xiangbao-${port}`;
}

/** Decides from the head of a request alone, before any byte of its body is read. */
export function decideAccess(request: RequestFacts, secrets: DoorSecrets): Access {
  const hosts = [`127.0.0.1:${secrets.port}`, `localhost:${secrets.port}`];
  if (request.host === undefined || !hosts.includes(request.host)) {
    return { kind: 'refused', status: 403 };
  }
  const ownOrigin = `http://${request.host}`;
  if (request.origin !== undefined && request.origin !== ownOrigin) {
    return { kind: 'refused', status: 403 };
  }
  const [path = '', query = ''] = splitTarget(request.target);
  return path.startsWith(callPrefix)
    ? decideCall(request, secrets, path)
    : decidePage(request, secrets, path, query);
}

function decideCall(request: RequestFacts, secrets: DoorSecrets, path: string): Access {
  if (request.method !== 'POST') {
    return { kind: 'refused', status: 405 };
  }
  // Every browser sends Origin with a POST; older ones know no Sec-Fetch-Site.
  if (request.origin === undefined || (request.fetchSite ?? 'same-origin') !== 'same-origin') {
    return { kind: 'refused', status: 403 };
  }
  if (!hasSession(request, secrets)) {
    return { kind: 'refused', status: 401 };
  }
  return { kind: 'call', method: path.slice(callPrefix.length) };
}

function decidePage(request: RequestFacts, secrets: DoorSecrets, path: string, query: string): Access {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return { kind: 'refused', status: 405 };
  }
  const foreign = !['same-origin', 'none', undefined].includes(request.fetchSite);
  // Another page may lead here, as a link does; it may not take this one into a frame or an object of its own.
  const leadsHere =
    request.fetchMode === 'navigate' && (request.fetchDestination ?? 'document') === 'document';
  if (foreign && !leadsHere) {
    return { kind: 'refused', status: 403 };
  }
  const token = path === '/' && request.method === 'GET' ? new URLSearchParams(query).get('token') : null;
  if (token !== null && equalSecrets(token, secrets.token)) {
    return { kind: 'exchange' };
  }
  return hasSession(request, secrets) ? { kind: 'page', path } : { kind: 'refused', status: 401 };
}

function splitTarget(target: string): [path: string, query: string] {
  const mark = target.indexOf('?');
  return mark === -1 ? [target, ''] : [target.slice(0, mark), target.slice(mark + 1)];
}

function hasSession(request: RequestFacts, secrets: DoorSecrets): boolean {
  const name = sessionCookieName(secrets.port);
  return (request.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim().split('='))
    .some(([key, value]) => key === name && value !== undefined && equalSecrets(value, secrets.session));
}

/** Compares in a time that tells nothing about where the texts differ. */
function equalSecrets(given: string, expected: string): boolean {
  const left = Buffer.from(given);
  const right = Buffer.from(expected);
  return left.byteLength === right.byteLength && timingSafeEqual(left, right);
}
