import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LoopbackDoor, openLoopback } from './loopback.ts';

let door: LoopbackDoor;
beforeAll(async () => {
  door = await openLoopback({ headMilliseconds: 300, requestMilliseconds: 600, strangers: 20 });
});
afterAll(() => door.close());

const head = (target: string) =>
  `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nCookie: ${door.cookie}\r\nConnection: close\r\n\r\n`;

describe('paths', () => {
  it('serves what the list holds', async () => {
    expect(await door.raw(head('/assets/index-1.js'))).toMatch(/^HTTP\/1\.1 200 .*export \{\};/s);
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/....//secret.txt',
    '//secret.txt',
    '//etc/passwd',
    '/%00/index.html',
    '/assets/index-1.js%00.html',
    '/etc/passwd',
    'file:///etc/passwd',
    'http://127.0.0.1/index.html',
    'http://evil.example/',
    '/assets',
    '/assets/',
    '/__proto__',
    '/constructor',
    '/INDEX.HTML',
    '/%252e%252e/secret.txt',
    '/%252e%252e%252fsecret.txt',
    '/%c0%ae%c0%ae/secret.txt',
    '/..%c0%afsecret.txt',
    '/%e0%80%ae%e0%80%ae/secret.txt',
    '/..;/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/index-1.js/../../../secret.txt',
    '/assets\\..\\..\\secret.txt',
    '/\\\\server\\share\\a',
    '/C:/secret.txt',
    '/%2fetc%2fpasswd',
    '/index.html%20',
    '/index.html.',
    '/index.html::$DATA',
    '/hasOwnProperty',
    '/%',
    '/%zz',
    `/${'a/'.repeat(7000)}`,
    `/${'../'.repeat(4000)}etc/passwd`,
  ])('%s leads nowhere', async (target) => {
    const answer = await door.raw(head(target));
    expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(answer).not.toContain('SECRET');
    expect(answer).not.toContain('root:');
  });
});

describe('methods', () => {
  it.each([
    'nothing',
    '__proto__',
    'constructor',
    'toString',
    'valueOf',
    '',
    '../host.describe',
    'host%2Edescribe',
  ])('no method is called %j', async (method) => {
    const before = door.reached.length;
    const answer = await door.call(method, {});
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'method.unknown' } });
    expect(door.reached.length).toBe(before);
  });

  it('gives a file by its grant only', async () => {
    for (const grant of ['/etc/passwd', '../../etc/passwd', 'x'.repeat(32)]) {
      const answer = await door.call('host.fetchFile', { grant });
      expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'file.grantUnknown' } });
    }
  });

  it('keeps a file handed over, and gives it back', async () => {
    const base64 = Buffer.from('内容').toString('base64');
    const kept = await door.call('host.receiveFile', { name: '../../报告.txt', base64 });
    const { grant } = JSON.parse(kept.body).value;
    const given = await door.call('host.fetchFile', { grant });
    expect(JSON.parse(given.body)).toEqual({ ok: true, value: { name: '报告.txt', base64 } });
  });
});

describe('bodies', () => {
  it('a body that announces too much is refused before it is read', async () => {
    const answer = await door.raw(
      `POST /api/workspace.status HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nOrigin: http://127.0.0.1:${door.port}\r\n` +
        `Cookie: ${door.cookie}\r\nContent-Type: application/json\r\nContent-Length: 999999999\r\n\r\n{`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('a body that never says its length is cut off at the limit of its method', async () => {
    const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;
    const before = door.reached.length;
    const answer = await door.raw(
      `POST /api/workspace.status HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nOrigin: http://127.0.0.1:${door.port}\r\n` +
        `Cookie: ${door.cookie}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(6)}`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(door.reached.length).toBe(before);
  });

  it.each(['', '{', 'undefined', '\u0000', '{"a":1}}'])('%j is no JSON', async (body) => {
    const answer = await door.send({
      method: 'POST',
      path: '/api/workspace.status',
      headers: {
        'Content-Type': 'application/json',
        Origin: `http://127.0.0.1:${door.port}`,
        Cookie: door.cookie,
      },
      body,
    });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
  });

  it('headers beyond the number that is read give nothing, and do no harm', async () => {
    const many = 'a:b\r\n'.repeat(2500);
    const answer = await door.raw(
      `GET / HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nConnection: close\r\n${many}Cookie: ${door.cookie}\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 4(?:01|31) /);
    expect((await door.call('workspace.status', {})).status).toBe(200);
  });

  it('too long an address is refused', async () => {
    const answer = await door.raw(
      `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('too large a head is refused', async () => {
    const answer = await door.raw(
      `GET / HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  });
});

describe('slow and many', () => {
  it('a head that does not arrive is not waited for', async () => {
    expect(await door.raw(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\n`)).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('a body that does not arrive is not waited for, and reaches nothing', async () => {
    const before = door.reached.length;
    await door.raw(
      `POST /api/workspace.status HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nOrigin: http://127.0.0.1:${door.port}\r\n` +
        `Cookie: ${door.cookie}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
    );
    expect(door.reached.length).toBe(before);
  });

  it('connections beyond the limit are dropped, and the door serves on afterwards', async () => {
    const idle = Array.from({ length: 40 }, () => door.raw(''));
    const ends = await Promise.all(idle);
    // The last to come are told that they took too long; those who made room for them get nothing.
    expect(ends.filter((answer) => answer === '').length).toBeGreaterThanOrEqual(20);
    expect(ends.filter((answer) => answer.includes(' 408 ')).length).toBeGreaterThan(0);
    expect((await door.call('workspace.status', {})).status).toBe(200);
  });

  it.each(['GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nX: ', 'CALL'])(
    'what comes a byte at a time is not waited for either (%j)',
    async (beginning) => {
      const before = door.reached.length;
      const call =
        `POST /api/workspace.status HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nOrigin: http://127.0.0.1:${door.port}\r\n` +
        `Cookie: ${door.cookie}\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{`;
      await door.drip(beginning === 'CALL' ? call : beginning.replace('PORT', String(door.port)));
      expect(door.reached.length).toBe(before);
    },
  );

  it('an upgrade is not answered', async () => {
    const answer = await door.raw(
      `GET / HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nCookie: ${door.cookie}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    );
    expect(answer).not.toContain('101');
  });
});

describe('headers', () => {
  it('every kind of answer carries the policy, and no inline script is allowed', async () => {
    const answers = [
      await door.send({ path: '/', headers: { Cookie: door.cookie } }),
      await door.send({ path: '/assets/index-1.js', headers: { Cookie: door.cookie } }),
      await door.send({ path: '/none', headers: { Cookie: door.cookie } }),
      await door.send({ path: '/' }),
      await door.send({ path: `/?token=${door.token}` }),
      await door.call('workspace.status', {}),
      await door.call('workspace.status', {}, { Origin: 'https://evil.example' }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 404, 401, 303, 200, 403]);
    for (const { headers } of answers) {
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(/script-src ([^;]*)/.exec(policy)?.[1]).toBe("'self'");
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
    }
    expect(answers[0]?.headers['cache-control']).toBe('no-store');
    expect(answers[1]?.headers['cache-control']).toContain('immutable');
    expect(answers[5]?.headers['cache-control']).toBe('no-store');
  });
});
