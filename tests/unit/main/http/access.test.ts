import { describe, expect, it } from 'vitest';
import { type DoorSecrets, decideAccess, type RequestFacts } from '../../../../src/main/http/access.ts';

const secrets: DoorSecrets = { port: 4000, token: 'the-token', session: 'the-session' };
const cookie = 'xiangbao-4000=the-session';

const page: RequestFacts = {
  method: 'GET',
  target: '/',
  host: '127.0.0.1:4000',
  origin: undefined,
  fetchSite: 'none',
  fetchMode: 'navigate',
  fetchDestination: undefined,
  cookie,
};
const call: RequestFacts = {
  method: 'POST',
  target: '/api/workspace.status',
  host: '127.0.0.1:4000',
  origin: 'http://127.0.0.1:4000',
  fetchSite: 'same-origin',
  fetchMode: 'cors',
  fetchDestination: undefined,
  cookie,
};

describe('decideAccess', () => {
  it('lets the page and its calls in', () => {
    expect(decideAccess(page, secrets)).toEqual({ kind: 'page', path: '/' });
    expect(decideAccess({ ...page, target: '/assets/a.js?v=1' }, secrets)).toEqual({
      kind: 'page',
      path: '/assets/a.js',
    });
    expect(decideAccess(call, secrets)).toEqual({ kind: 'call', method: 'workspace.status' });
    const byName = { ...call, host: 'localhost:4000', origin: 'http://localhost:4000' };
    expect(decideAccess(byName, secrets)).toEqual({ kind: 'call', method: 'workspace.status' });
  });

  it('lets a call in from an older browser without Sec-Fetch-Site', () => {
    expect(decideAccess({ ...call, fetchSite: undefined }, secrets).kind).toBe('call');
  });

  it('exchanges the token for a session, as often as the address is opened', () => {
    const opened = { ...page, target: '/?token=the-token' };
    expect(decideAccess({ ...opened, cookie: undefined }, secrets)).toEqual({ kind: 'exchange' });
    expect(decideAccess(opened, secrets)).toEqual({ kind: 'exchange' });
  });

  it.each<[string, Partial<RequestFacts>, number]>([
    ['no cookie', { cookie: undefined }, 401],
    ['an empty cookie', { cookie: '' }, 401],
    ['another cookie', { cookie: 'xiangbao-4000=the-sessiom' }, 401],
    ['a longer cookie', { cookie: 'xiangbao-4000=the-session2' }, 401],
    ['the cookie of another port', { cookie: 'xiangbao-4001=the-session' }, 401],
    ['the token in the cookie', { cookie: 'xiangbao-4000=the-token' }, 401],
    ['no host', { host: undefined }, 403],
    ['a foreign host', { host: 'evil.example:4000' }, 403],
    ['a host that begins like ours', { host: '127.0.0.1:4000.evil.example' }, 403],
    ['another port', { host: '127.0.0.1:4001' }, 403],
    ['a host without port', { host: '127.0.0.1' }, 403],
    ['all addresses', { host: '0.0.0.0:4000' }, 403],
    ['a foreign origin', { origin: 'https://evil.example' }, 403],
    ['an opaque origin', { origin: 'null' }, 403],
    ['another port of this machine', { origin: 'http://127.0.0.1:9000' }, 403],
    ['our other name as origin', { origin: 'http://localhost:4000' }, 403],
    ['https', { origin: 'https://127.0.0.1:4000' }, 403],
  ])('refuses a page or call with %s', (_what, change, status) => {
    expect(decideAccess({ ...page, ...change }, secrets)).toEqual({ kind: 'refused', status });
    expect(decideAccess({ ...call, ...change }, secrets)).toEqual({ kind: 'refused', status });
  });

  it.each<[string, Partial<RequestFacts>, number]>([
    ['GET', { method: 'GET' }, 405],
    ['PUT', { method: 'PUT' }, 405],
    ['OPTIONS', { method: 'OPTIONS' }, 405],
    ['no origin', { origin: undefined }, 403],
    ['a cross-site request', { fetchSite: 'cross-site' }, 403],
    ['another port of the same site', { fetchSite: 'same-site' }, 403],
    ['a request by the address bar', { fetchSite: 'none' }, 403],
    ['the token instead of the session', { cookie: undefined, target: '/api/x?token=the-token' }, 401],
  ])('refuses a call with %s', (_what, change, status) => {
    expect(decideAccess({ ...call, ...change }, secrets)).toEqual({ kind: 'refused', status });
  });

  it.each<[string, Partial<RequestFacts>, number]>([
    ['POST', { method: 'POST' }, 405],
    ['an image or script tag of another site', { fetchSite: 'cross-site', fetchMode: 'no-cors' }, 403],
    ['a frame of another port', { fetchSite: 'same-site', fetchDestination: 'iframe' }, 403],
    ['a wrong token and no cookie', { target: '/?token=the-tokem', cookie: undefined }, 401],
    ['the session as token', { target: '/?token=the-session', cookie: undefined }, 401],
    ['an empty token', { target: '/?token=', cookie: undefined }, 401],
    ['the token at another path', { target: '/index.html?token=the-token', cookie: undefined }, 401],
    ['the token by POST', { method: 'POST', target: '/?token=the-token', cookie: undefined }, 405],
    ['the token by HEAD', { method: 'HEAD', target: '/?token=the-token', cookie: undefined }, 401],
  ])('refuses a page with %s', (_what, change, status) => {
    expect(decideAccess({ ...page, ...change }, secrets)).toEqual({ kind: 'refused', status });
  });

  it('finds its cookie among others', () => {
    const among = `theme=dark; xiangbao-4001=old; ${cookie}; x`;
    expect(decideAccess({ ...page, cookie: among }, secrets).kind).toBe('page');
  });
});
