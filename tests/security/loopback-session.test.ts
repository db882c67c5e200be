import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LoopbackDoor, openLoopback } from './loopback.ts';

let door: LoopbackDoor;
let other: LoopbackDoor;
beforeAll(async () => {
  door = await openLoopback();
  other = await openLoopback();
});
afterAll(async () => {
  await door.close();
  await other.close();
});

describe('the session of the loopback door', () => {
  it('is given for the printed address and leaves no token in the address bar', async () => {
    const answer = await door.send({ path: `/?token=${door.token}` });
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/');
    const [cookie = ''] = answer.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(cookie).not.toContain(door.token);
    expect(cookie).not.toMatch(/Domain|Expires|Max-Age/i);
  });

  it('opens the page and the calls', async () => {
    const page = await door.send({ path: '/', headers: { Cookie: door.cookie } });
    expect([page.status, page.body]).toEqual([200, '<!doctype html><title>page</title>']);
    const answer = await door.call('workspace.status', {});
    expect([answer.status, JSON.parse(answer.body)]).toEqual([
      200,
      { ok: true, value: { method: 'workspace.status' } },
    ]);
  });

  it('may be taken by a second browser with the same address, for as long as the launch lasts', async () => {
    for (let opening = 0; opening < 3; opening += 1) {
      expect((await door.send({ path: `/?token=${door.token}` })).status).toBe(303);
    }
  });

  it('is not given for the token of another launch, for no token, or for a prefix of it', async () => {
    for (const token of [
      other.token,
      '',
      door.token.slice(0, -1),
      `${door.token}A`,
      door.token.toLowerCase(),
    ]) {
      const answer = await door.send({ path: `/?token=${token}` });
      expect([answer.status, answer.headers['set-cookie']]).toEqual([401, undefined]);
    }
  });

  it('differs between launches', async () => {
    expect(other.token).not.toBe(door.token);
    const [, session = ''] = other.cookie.split('=');
    const answer = await door.call('workspace.status', {}, { Cookie: `xiangbao-${door.port}=${session}` });
    expect(answer.status).toBe(401);
  });

  it('is needed for everything, and without it nothing of the program is shown', async () => {
    for (const path of ['/', '/index.html', '/assets/index-1.js']) {
      const answer = await door.send({ path });
      expect(answer.status).toBe(401);
      expect(answer.body).toContain('请用启动时显示的地址打开乡报');
      expect(answer.body).not.toContain('<script');
      expect(answer.body).not.toContain('page</title>');
    }
    const reachedBefore = door.reached.length;
    for (const cookie of [null, '', 'xiangbao=1', `xiangbao-${door.port}=`, `xiangbao-${door.port}=guess`]) {
      expect((await door.call('workspace.status', {}, { Cookie: cookie })).status).toBe(401);
    }
    expect(door.reached.length).toBe(reachedBefore);
  });

  it('is not replaced by the token in a call', async () => {
    const inCookie = { Cookie: `xiangbao-${door.port}=${door.token}` };
    expect((await door.call('workspace.status', {}, inCookie)).status).toBe(401);
    const inAddress = await door.call(`workspace.status?token=${door.token}`, {}, { Cookie: null });
    expect(inAddress.status).toBe(401);
  });

  it.each([
    ['in another place of the address', '/index.html?token=TOKEN', {}],
    ['behind another one', '/?token=guess&token=TOKEN', {}],
    ['under another name', '/?Token=TOKEN', {}],
    ['with something behind it', '/?token=TOKEN%00', {}],
    ['with a space before it', '/?token=%20TOKEN', {}],
    ['in the path', '/TOKEN', {}],
    ['in the fragment', '/#token=TOKEN', {}],
    ['as a password', '/', { Authorization: 'Bearer TOKEN' }],
    ['in a header', '/', { 'X-Token': 'TOKEN' }],
    ['in a cookie', '/', { Cookie: 'token=TOKEN' }],
    ['in a cookie of the session’s name', '/', { Cookie: 'NAME=TOKEN' }],
  ])('is not given for the token %s', async (_what, path, headers) => {
    const fill = (text: string) => text.replace('TOKEN', door.token).replace('NAME', `xiangbao-${door.port}`);
    const filled = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fill(value)]));
    const answer = await door.send({ path: fill(path), headers: filled });
    expect([400, 401]).toContain(answer.status);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('is not given to who asks with another method, or shows the session as token', async () => {
    for (const method of ['HEAD', 'POST', 'PUT', 'OPTIONS']) {
      const answer = await door.send({ method, path: `/?token=${door.token}` });
      expect([[401, 405].includes(answer.status), answer.headers['set-cookie']]).toEqual([true, undefined]);
    }
    const [, session = ''] = door.cookie.split('=');
    expect((await door.send({ path: `/?token=${session}` })).status).toBe(401);
  });

  it('is only what the cookie of this port says, whole', async () => {
    const [name = '', session = ''] = door.cookie.split('=');
    for (const cookie of [
      `${name}=${session.slice(0, -1)}`,
      `${name}=${session}A`,
      `${name}=${session.toUpperCase()}`,
      `${name}="${session}"`,
      `${name.toUpperCase()}=${session}`,
      `xiangbao-${door.port + 1}=${session}`,
      `xiangbao=${session}`,
      `__proto__=${session}`,
      `a${name}=${session}`,
      `${name}==${session}`,
      other.cookie,
      '='.repeat(4000),
      ';'.repeat(8000),
    ]) {
      expect((await door.send({ path: '/', headers: { Cookie: cookie } })).status, cookie).toBe(401);
    }
    // One planted by another port beside it neither opens nor shuts.
    const planted = `${name}=guess; ${door.cookie}`;
    expect((await door.send({ path: '/', headers: { Cookie: planted } })).status).toBe(200);
  });

  it('ends with the door', async () => {
    const short = await openLoopback();
    await short.close();
    await expect(short.send({ path: '/', headers: { Cookie: short.cookie } })).rejects.toThrow(
      'ECONNREFUSED',
    );
  });
});
