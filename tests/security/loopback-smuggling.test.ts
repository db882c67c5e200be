/** Requests that two readers could read differently, and what comes behind a request on the same connection. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LoopbackDoor, openLoopback } from './loopback.ts';

let door: LoopbackDoor;
let before = 0;
beforeAll(async () => {
  door = await openLoopback({ headMilliseconds: 400, requestMilliseconds: 800 });
});
afterAll(() => door.close());
beforeEach(() => {
  before = door.reached.length;
});

/** A call with a valid session; `lines` are more of its head. */
const call = (lines: readonly string[], body = '') =>
  [
    'POST /api/workspace.status HTTP/1.1',
    `Host: 127.0.0.1:${door.port}`,
    `Origin: http://127.0.0.1:${door.port}`,
    `Cookie: ${door.cookie}`,
    'Content-Type: application/json',
    ...lines,
    '',
    body,
  ].join('\r\n');

/** How often the door answered with a status line. */
const answers = (text: string) => text.match(/HTTP\/1\.1 \d{3} /g) ?? [];

describe('a request of two meanings', () => {
  it.each<[string, readonly string[], string]>([
    ['a length and chunks', ['Content-Length: 2', 'Transfer-Encoding: chunked'], '0\r\n\r\n'],
    ['chunks and a length', ['Transfer-Encoding: chunked', 'Content-Length: 2'], '{}'],
    ['two lengths', ['Content-Length: 2', 'Content-Length: 30'], '{}'],
    ['two equal lengths', ['Content-Length: 2', 'Content-Length: 2'], '{}'],
    ['a list of lengths', ['Content-Length: 2, 2'], '{}'],
    ['a negative length', ['Content-Length: -2'], '{}'],
    ['a signed length', ['Content-Length: +2'], '{}'],
    ['a length in hex', ['Content-Length: 0x2'], '{}'],
    ['a length beyond all numbers', ['Content-Length: 99999999999999999999999'], '{}'],
    ['a length with a space before its colon', ['Content-Length : 2'], '{}'],
    ['an encoding nobody knows', ['Transfer-Encoding: xchunked'], '2\r\n{}\r\n0\r\n\r\n'],
    [
      'chunks that are not the last encoding',
      ['Transfer-Encoding: chunked, identity'],
      '2\r\n{}\r\n0\r\n\r\n',
    ],
    ['a hidden encoding', ['Transfer-Encoding: \u000bchunked'], '2\r\n{}\r\n0\r\n\r\n'],
    ['a folded header', ['X-A: b', ' Transfer-Encoding: chunked', 'Content-Length: 2'], '{}'],
    ['a header without a name', [': chunked', 'Content-Length: 2'], '{}'],
    ['a header with a bare line feed', ['X-A: b\nTransfer-Encoding: chunked', 'Content-Length: 2'], '{}'],
    ['a header with a zero byte', ['X-A: b\u0000c', 'Content-Length: 2'], '{}'],
    ['a chunk whose size is no number', ['Transfer-Encoding: chunked'], 'g\r\n{}\r\n0\r\n\r\n'],
    ['a chunk whose size is negative', ['Transfer-Encoding: chunked'], '-2\r\n{}\r\n0\r\n\r\n'],
    [
      'a chunk whose size overflows',
      ['Transfer-Encoding: chunked'],
      'fffffffffffffffffff2\r\n{}\r\n0\r\n\r\n',
    ],
    ['a chunk longer than its size', ['Transfer-Encoding: chunked'], '1\r\n{}\r\n0\r\n\r\n'],
    ['a chunk that ends with a line feed alone', ['Transfer-Encoding: chunked'], '2\n{}\n0\n\n'],
    ['a body shorter than its length', ['Content-Length: 200'], '{}'],
    ['a last chunk that does not come', ['Transfer-Encoding: chunked'], '2\r\n{}\r\n'],
  ])('%s reaches nothing', async (_what, lines, body) => {
    const answer = await door.raw(call(lines, body));
    expect(answer).not.toMatch(/ 200 OK/);
    expect(door.reached.length).toBe(before);
  });

  it('a body within chunks is one call, extensions and trailers or not', async () => {
    const answer = await door.raw(
      call(
        ['Transfer-Encoding: chunked', 'Connection: close'],
        `1;a=b\r\n{\r\n1\r\n}\r\n0\r\nCookie: ${door.cookie}\r\nHost: evil.example\r\n\r\n`,
      ),
    );
    expect(answers(answer)).toEqual(['HTTP/1.1 200 ']);
    expect(door.reached.length).toBe(before + 1);
  });

  it('no trailer gives a session', async () => {
    const without = call(['Transfer-Encoding: chunked'], `2\r\n{}\r\n0\r\nCookie: ${door.cookie}\r\n\r\n`);
    const answer = await door.raw(without.replace(`Cookie: ${door.cookie}\r\n`, ''));
    expect(answers(answer)).toEqual(['HTTP/1.1 401 ']);
    expect(door.reached.length).toBe(before);
  });

  it.each(['Transfer-Encoding: chunked', 'Content-Length: 2'])(
    'a request with %s ends where it says',
    async (line) => {
      const body = line.startsWith('C') ? '{}' : '2\r\n{}\r\n0\r\n\r\n';
      const answer = await door.raw(
        call([line], body) + call(['Content-Length: 2', 'Connection: close'], '{}'),
      );
      expect(answers(answer)).toEqual(['HTTP/1.1 200 ', 'HTTP/1.1 200 ']);
      expect(door.reached.length).toBe(before + 2);
    },
  );
});

describe('behind a refused request', () => {
  const hidden = () => call(['Content-Length: 2'], '{}').replace(`Cookie: ${door.cookie}\r\n`, '');

  it('its unread body is no request', async () => {
    // A form of another site can write this body; the session would be the browser's.
    const body = call(['Content-Length: 2'], '{}');
    const form =
      `POST /api/workspace.status HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nOrigin: https://evil.example\r\n` +
      `Cookie: ${door.cookie}\r\nContent-Type: text/plain\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    expect(answers(await door.raw(form))).toEqual(['HTTP/1.1 403 ']);
    expect(door.reached.length).toBe(before);
  });

  it('a body that was too large is no request', async () => {
    const padding = ' '.repeat(300 * 1024);
    const inner = call(['Content-Length: 2'], '{}');
    const body = padding + inner;
    const answer = await door.raw(call([`Content-Length: ${Buffer.byteLength(body)}`], body));
    expect(answers(answer)).toEqual(['HTTP/1.1 413 ']);
    expect(door.reached.length).toBe(before);
  });

  it('a second one is judged by its own head', async () => {
    const answer = await door.raw(call(['Content-Length: 2'], '{}') + hidden());
    expect(answers(answer)).toEqual(['HTTP/1.1 200 ', 'HTTP/1.1 401 ']);
    expect(door.reached.length).toBe(before + 1);
  });

  it('nothing more is answered', async () => {
    const answer = await door.raw(hidden() + call(['Content-Length: 2'], '{}'));
    expect(answers(answer)).toEqual(['HTTP/1.1 401 ']);
  });
});

describe('methods of the protocol itself', () => {
  it.each([
    `CONNECT 192.0.2.1:80 HTTP/1.1\r\nHost: 192.0.2.1:80\r\n\r\n`,
    'OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n',
    'TRACE / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nCookie: COOKIE\r\n\r\n',
    'TRACK / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n',
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    'GET http://192.0.2.1/ HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nCookie: COOKIE\r\n\r\n',
    'GET / HTTP/1.0\r\n\r\n',
    'GET / HTTP/0.9\r\n\r\n',
    'GET /\r\n\r\n',
    'GET / HTTP/9.9\r\nHost: 127.0.0.1:PORT\r\n\r\n',
    '\u0016\u0003\u0001\u0002\u0000\u0001',
    '\r\n\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nCookie: COOKIE\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nCookie: COOKIE\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  ])('%j shows nothing and reaches nothing', async (text) => {
    const request = text.replaceAll('PORT', String(door.port)).replace('COOKIE', door.cookie);
    const answer = await door.raw(request);
    expect(answer).not.toMatch(/ (?:101|200) /);
    expect(answer).not.toContain('page</title>');
    expect(answer).not.toContain(door.cookie);
    expect(door.reached.length).toBe(before);
  });

  it('a request that waits to be invited sends its body into nothing when it is refused', async () => {
    const answer = await door.raw(
      call(['Expect: 100-continue', 'Content-Length: 2'], '').replace(
        `Cookie: ${door.cookie}`,
        'Cookie: none',
      ),
    );
    expect(answers(answer).at(-1)).toBe('HTTP/1.1 401 ');
    expect(door.reached.length).toBe(before);
  });

  it('no error answer tells what the door is made of', async () => {
    const told = await Promise.all(
      [
        'nonsense\r\n\r\n',
        `GET / HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\n\r\n`,
        `GET /none HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nCookie: ${door.cookie}\r\nConnection: close\r\n\r\n`,
        `GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n`,
        `PUT / HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\n\r\n`,
        call(['Content-Length: 3', 'Connection: close'], '{x}'),
        `GET / HTTP/1.1\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
      ].map((text) => door.raw(text)),
    );
    for (const answer of told) {
      expect(answer).toMatch(/^HTTP\/1\.1 [45]\d\d /);
      expect(answer).not.toMatch(/node|llhttp|HPE_|Error:|\bat \/|\.ts\b|\.mjs\b|X-Powered-By|\nServer:/i);
    }
  });
});
