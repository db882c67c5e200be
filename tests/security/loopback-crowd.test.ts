/** Connections that say nothing, from somebody without the token, must not shut the clerk's page out. */
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LoopbackDoor, openLoopback } from './loopback.ts';

let door: LoopbackDoor;
const crowd = new Set<Socket>();
let besieging = false;

beforeAll(async () => {
  door = await openLoopback({ headMilliseconds: 20_000, strangers: 8, acquaintances: 6 });
});
afterAll(async () => {
  besieging = false;
  for (const socket of crowd) socket.destroy();
  await door.close();
});

/** One connection that sends `words` and then nothing; while besieging, another comes for each that is dropped. */
function hold(words = ''): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port: door.port }, () => {
      if (words !== '') socket.write(words);
      resolve(socket);
    });
    crowd.add(socket);
    socket.resume();
    socket.on('error', () => {});
    socket.on('close', () => {
      crowd.delete(socket);
      // A moment between: what is tried is holding places, not keeping the processor busy.
      if (besieging) setTimeout(() => besieging && hold(words), 20);
    });
  });
}

function releaseCrowd(): Promise<unknown> {
  besieging = false;
  const closed = [...crowd].map((socket) => new Promise((resolve) => socket.once('close', resolve)));
  for (const socket of crowd) socket.destroy();
  return Promise.all(closed);
}

const half = () => `GET / HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nX-Slow: `;
const unauthorized = () =>
  `POST /api/workspace.status HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nOrigin: http://127.0.0.1:${door.port}\r\n` +
  'Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{';

describe('a crowd without the token', () => {
  it.each([
    ['idle', () => ''],
    ['stopping in the head', half],
    ['stopping in a body', unauthorized],
  ])('%s, of many times the places: the page is served all the same', async (_what, words) => {
    besieging = true;
    await Promise.all(Array.from({ length: 100 }, () => hold(words())));
    for (let turn = 0; turn < 10; turn += 1) {
      expect((await door.send({ path: '/', headers: { Cookie: door.cookie } })).status).toBe(200);
      expect((await door.call('workspace.status', {})).status).toBe(200);
    }
    await releaseCrowd();
  });

  it('holds no more places than it is given', async () => {
    besieging = false;
    await Promise.all(Array.from({ length: 50 }, () => hold()));
    // An answer to a newcomer is later than the end of those who had to make room.
    await door.send({ path: '/', headers: { Cookie: door.cookie } });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(crowd.size).toBeLessThanOrEqual(8);
    await releaseCrowd();
  });

  it('does not drive out a connection on which the session was shown', async () => {
    const page = await hold(
      `GET / HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nCookie: ${door.cookie}\r\n\r\n`,
    );
    let heard = '';
    page.on('data', (chunk) => {
      heard += String(chunk);
    });
    await expect.poll(() => heard).toContain('page</title>');
    await Promise.all(Array.from({ length: 50 }, () => hold()));
    heard = '';
    page.write(`GET /index.html HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nCookie: ${door.cookie}\r\n\r\n`);
    await expect.poll(() => heard).toMatch(/^HTTP\/1\.1 200 /);
    await releaseCrowd();
  });

  it('of the page itself has an end as well: the longest unused one gives way', async () => {
    const shown = `GET /index.html HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nCookie: ${door.cookie}\r\n\r\n`;
    await Promise.all(Array.from({ length: 30 }, () => hold(shown)));
    await expect.poll(() => crowd.size).toBeLessThanOrEqual(6);
    expect((await door.call('workspace.status', {})).status).toBe(200);
    await releaseCrowd();
  });
});
