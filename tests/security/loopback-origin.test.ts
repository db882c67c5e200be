import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LoopbackDoor, openLoopback } from './loopback.ts';

let door: LoopbackDoor;
beforeAll(async () => {
  door = await openLoopback();
});
afterAll(() => door.close());

/** Asserts that the attack did not reach the core. */
async function expectUnreached(attack: () => Promise<unknown>): Promise<void> {
  const before = door.reached.length;
  await attack();
  expect(door.reached.length).toBe(before);
}

describe('DNS rebinding', () => {
  it.each([
    'evil.example',
    'evil.example:PORT',
    '127.0.0.1',
    '127.0.0.1:1',
    '0.0.0.0:PORT',
    '[::1]:PORT',
    '127.1:PORT',
    '127.0.0.1.:PORT',
    'localhost.:PORT',
    'LOCALHOST:PORT',
    'localhost.evil.example:PORT',
    '127.0.0.1.evil.example:PORT',
    '127.0.0.1:PORT.evil.example',
    '127.0.0.1:PORT@evil.example',
    'evil.example@127.0.0.1:PORT',
    '2130706433:PORT',
    '0x7f.0.0.1:PORT',
    '127.0.0.2:PORT',
    '[::ffff:127.0.0.1]:PORT',
    '127.0.0.1:0PORT',
    '127.0.0.1:PORT, evil.example',
    'http://127.0.0.1:PORT',
  ])('a page under the host %s is refused with a valid session', async (host) => {
    const header = { Host: host.replace('PORT', String(door.port)) };
    await expectUnreached(async () => {
      expect((await door.call('workspace.status', {}, header)).status).toBe(403);
      const page = await door.send({ path: '/', headers: { ...header, Cookie: door.cookie } });
      expect(page.status).toBe(403);
      const exchange = await door.send({ path: `/?token=${door.token}`, headers: header });
      expect([exchange.status, exchange.headers['set-cookie']]).toEqual([403, undefined]);
    });
  });

  it('a request without a host, or with two, is refused', async () => {
    await expectUnreached(async () => {
      const head = `POST /api/workspace.status HTTP/1.1\r\nCookie: ${door.cookie}\r\nConnection: close\r\n`;
      expect(await door.raw(`${head}\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
      const two = await door.raw(`${head}Host: evil.example\r\nHost: 127.0.0.1:${door.port}\r\n\r\n`);
      expect(two).toMatch(/^HTTP\/1\.1 40[03] /);
    });
  });
});

describe('an address in place of a path', () => {
  it.each(['http://evil.example/', 'http://127.0.0.1:PORT/', '//127.0.0.1:PORT/', '127.0.0.1:PORT/'])(
    '%s reaches neither a page nor a call',
    async (address) => {
      const target = address.replace('PORT', String(door.port));
      const before = door.reached.length;
      for (const method of ['GET', 'POST']) {
        const answer = await door.raw(
          `${method} ${target}api/workspace.status HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nCookie: ${door.cookie}\r\n` +
            `Origin: http://127.0.0.1:${door.port}\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
        );
        expect(answer).toMatch(/^HTTP\/1\.1 40[0345] /);
      }
      expect(door.reached.length).toBe(before);
    },
  );
});

describe('requests from other sites', () => {
  it.each(['https://evil.example', 'http://localhost:1', 'http://127.0.0.1:1', 'null', 'file://', ''])(
    'a call with the origin %j is refused',
    async (origin) => {
      await expectUnreached(async () => {
        expect((await door.call('workspace.status', {}, { Origin: origin })).status).toBe(403);
      });
    },
  );

  it.each(['cross-site', 'same-site', 'none', 'same-origin, cross-site'])(
    'a call with Sec-Fetch-Site: %s is refused',
    async (site) => {
      await expectUnreached(async () => {
        expect((await door.call('workspace.status', {}, { 'Sec-Fetch-Site': site })).status).toBe(403);
      });
    },
  );

  it('a call to the one name with the origin of the other is refused', async () => {
    await expectUnreached(async () => {
      const header = { Host: `localhost:${door.port}` };
      expect((await door.call('workspace.status', {}, header)).status).toBe(403);
    });
  });

  it.each([
    ['script', 'no-cors'],
    ['image', 'no-cors'],
    ['empty', 'cors'],
    ['worker', 'same-origin'],
    ['websocket', 'websocket'],
    ['iframe', 'navigate'],
    ['frame', 'navigate'],
    ['embed', 'navigate'],
    ['object', 'navigate'],
  ])('another site gets no file as %s', async (destination, mode) => {
    for (const site of ['cross-site', 'same-site']) {
      const headers = {
        Cookie: door.cookie,
        'Sec-Fetch-Site': site,
        'Sec-Fetch-Mode': mode,
        'Sec-Fetch-Dest': destination,
      };
      expect((await door.send({ path: '/assets/index-1.js', headers })).status).toBe(403);
      expect((await door.send({ path: '/', headers })).status).toBe(403);
    }
  });

  it('another site may lead to the page, whether or not the browser says what for', async () => {
    for (const destination of [{ 'Sec-Fetch-Dest': 'document' }, {}]) {
      const headers = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', ...destination };
      expect((await door.send({ path: '/', headers: { ...headers, Cookie: door.cookie } })).status).toBe(200);
      expect((await door.send({ path: '/', headers })).status).toBe(401);
    }
  });

  it('a call without an origin is refused', async () => {
    await expectUnreached(async () => {
      expect((await door.call('workspace.status', {}, { Origin: null })).status).toBe(403);
    });
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain; x=application/json',
  ])('a form post as %s is refused even from the own origin', async (type) => {
    await expectUnreached(async () => {
      expect((await door.call('workspace.status', {}, { 'Content-Type': type })).status).toBe(415);
    });
  });

  it('a call without a content type, or with an encoded body, is refused', async () => {
    await expectUnreached(async () => {
      expect((await door.call('workspace.status', {}, { 'Content-Type': null })).status).toBe(415);
      expect((await door.call('workspace.status', {}, { 'Content-Encoding': 'gzip' })).status).toBe(415);
    });
  });

  it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])(
    '%s is no way to call',
    async (method) => {
      await expectUnreached(async () => {
        const headers = { Cookie: door.cookie, Origin: `http://127.0.0.1:${door.port}` };
        const answer = await door.send({ method, path: '/api/workspace.status', headers });
        expect(answer.status).toBe(405);
      });
    },
  );

  it('no answer lets another origin read it, preflight included', async () => {
    const origin = { Origin: 'https://evil.example' };
    const preflight = {
      ...origin,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'content-type',
      'Access-Control-Request-Private-Network': 'true',
    };
    const answers = [
      await door.send({ method: 'OPTIONS', path: '/api/workspace.status', headers: preflight }),
      await door.send({ headers: { ...origin, Cookie: door.cookie } }),
      await door.call('workspace.status', {}),
      await door.call('workspace.status', {}, origin),
      await door.send({ path: `/?token=${door.token}` }),
    ];
    for (const answer of answers) {
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(answer.headers['cross-origin-resource-policy']).toBe('same-origin');
    }
  });

  it('a script or image tag of another site gets no file', async () => {
    const headers = { Cookie: door.cookie, 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' };
    expect((await door.send({ path: '/assets/index-1.js', headers })).status).toBe(403);
  });
});

describe('the network', () => {
  const addresses = Object.values(networkInterfaces())
    .flat()
    .filter((entry) => entry !== undefined && !entry.internal)
    .map((entry) => entry?.address ?? '');

  it.each(['127.0.0.2', '::1', ...addresses])('nothing listens at %s', async (host) => {
    const connected = await new Promise<boolean>((resolve) => {
      const socket = connect({ host, port: door.port, timeout: 2000 }, () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('timeout', () => {
        socket.destroy();
        resolve(false);
      });
      socket.once('error', () => resolve(false));
    });
    expect(connected).toBe(false);
  });
});
