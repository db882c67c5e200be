/** The same guards, tried by a page of another origin in a real browser that holds a valid session. */
import { createServer, type Server } from 'node:http';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type LoopbackDoor, openLoopback } from './loopback.ts';

let door: LoopbackDoor;
let stranger: Server;
let strangerUrl = '';
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  door = await openLoopback();
  stranger = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end('<!doctype html><title>stranger</title>');
  });
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  const address = stranger.address();
  strangerUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
  browser = await launchBrowser();
  context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(door.url);
  expect([page.url(), await page.title()]).toEqual([`http://127.0.0.1:${door.port}/`, 'page']);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await new Promise((resolve) => stranger.close(resolve));
  await door.close();
});

async function onStrangersPage<T>(attack: (target: string) => Promise<T>): Promise<T> {
  const page = await context.newPage();
  await page.goto(strangerUrl);
  return await page.evaluate(attack, `http://127.0.0.1:${door.port}/`);
}

describe('a page of another port, in the browser that holds the session', () => {
  it.each(['application/json', 'text/plain'])('cannot call with %s', async (type) => {
    const before = door.reached.length;
    const page = await context.newPage();
    await page.goto(strangerUrl);
    const result = await page.evaluate(
      async ([target = '', contentType = '']) => {
        const mode = contentType === 'text/plain' ? 'no-cors' : 'cors';
        try {
          const answer = await fetch(`${target}api/workspace.status`, {
            method: 'POST',
            mode,
            credentials: 'include',
            headers: { 'content-type': contentType },
            body: '{}',
          });
          return answer.type === 'opaque' ? 'opaque' : await answer.text();
        } catch {
          return 'blocked';
        }
      },
      [`http://127.0.0.1:${door.port}/`, type],
    );
    expect(['blocked', 'opaque']).toContain(result);
    expect(door.reached.length).toBe(before);
  });

  it('cannot post a form', async () => {
    const before = door.reached.length;
    const page = await context.newPage();
    await page.goto(strangerUrl);
    const answered = page.waitForResponse((response) => response.url().includes('/api/'));
    await page.evaluate((target) => {
      const form = document.createElement('form');
      form.method = 'post';
      form.enctype = 'text/plain';
      form.action = `${target}api/workspace.status`;
      document.body.append(form);
      form.submit();
    }, `http://127.0.0.1:${door.port}/`);
    expect((await answered).status()).toBe(403);
    expect(door.reached.length).toBe(before);
  });

  it('cannot load a script of the program', async () => {
    const loaded = await onStrangersPage(
      (target) =>
        new Promise<string>((resolve) => {
          const script = document.createElement('script');
          script.type = 'module';
          script.src = `${target}assets/index-1.js`;
          script.onload = () => resolve('loaded');
          script.onerror = () => resolve('refused');
          document.body.append(script);
        }),
    );
    expect(loaded).toBe('refused');
  });

  it('cannot speak over a web socket', async () => {
    const before = door.reached.length;
    const opened = await onStrangersPage(
      (target) =>
        new Promise<string>((resolve) => {
          const socket = new WebSocket(`${target.replace('http', 'ws')}api/workspace.status`);
          socket.onopen = () => resolve('opened');
          socket.onerror = () => resolve('refused');
        }),
    );
    expect([opened, door.reached.length]).toEqual(['refused', before]);
  });

  it.each(['img', 'embed', 'object', 'iframe', 'video', 'style sheet'])(
    'gets no file as %s',
    async (kind) => {
      const statuses: number[] = [];
      const page = await context.newPage();
      page.on('response', (response) => {
        if (response.url().includes(`:${door.port}/`)) statuses.push(response.status());
      });
      await page.goto(strangerUrl);
      await page.evaluate(
        ([target = '', tag = '']) => {
          const element = document.createElement(tag === 'style sheet' ? 'link' : tag);
          const source = tag === 'object' ? 'data' : tag === 'style sheet' ? 'href' : 'src';
          if (tag === 'style sheet') element.setAttribute('rel', 'stylesheet');
          element.setAttribute(source, `${target}assets/index-1.js`);
          document.body.append(element);
        },
        [`http://127.0.0.1:${door.port}/`, kind],
      );
      await page.waitForTimeout(400);
      expect(statuses.filter((status) => status !== 403)).toEqual([]);
      await page.close();
    },
  );

  it('keeps no hold of a window in which it opened the program', async () => {
    const held = await onStrangersPage(async (target) => {
      const opened = window.open(target);
      await new Promise((resolve) => setTimeout(resolve, 600));
      return opened === null ? 'none' : opened.closed ? 'severed' : 'held';
    });
    expect(held).toBe('severed');
  });

  it('cannot frame the program', async () => {
    const page = await context.newPage();
    await page.goto(strangerUrl);
    await page.evaluate((target) => {
      const frame = document.createElement('iframe');
      frame.src = target;
      document.body.append(frame);
    }, `http://127.0.0.1:${door.port}/`);
    await page.waitForTimeout(500);
    const titles = await Promise.all(
      page
        .frames()
        .slice(1)
        .map((frame) => frame.title().catch(() => '')),
    );
    expect(titles).toHaveLength(1);
    expect(titles).not.toContain('page');
  });
});

describe('a name that an attacker turns to this machine', () => {
  let rebinding: Browser;
  beforeAll(async () => {
    rebinding = await launchBrowser(['--host-resolver-rules=MAP rebound.example 127.0.0.1']);
  }, 60_000);
  afterAll(() => rebinding?.close());

  it('shows nothing, gives no session and calls nothing, not even with the token', async () => {
    const before = door.reached.length;
    const victim = await rebinding.newContext();
    const own = await victim.newPage();
    await own.goto(door.url);
    const page = await victim.newPage();
    const rebound = `http://rebound.example:${door.port}/`;
    // With the token the name would come by a session of its own; the page of another site then speaks to «itself».
    for (const address of [rebound, `${rebound}?token=${door.token}`]) {
      expect((await page.goto(address))?.status()).toBe(403);
      expect(await page.title()).not.toBe('page');
    }
    const status = await page
      .evaluate(async () => {
        const headers = { 'content-type': 'application/json' };
        return (await fetch('/api/workspace.status', { method: 'POST', headers, body: '{}' })).status;
      })
      .catch(() => 'blocked');
    expect([403, 'blocked']).toContain(status);
    expect((await victim.cookies(rebound)).length).toBe(0);
    expect(door.reached.length).toBe(before);
  });
});

describe('the program’s own page', () => {
  it('runs no inline script and asks nobody else', async () => {
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${door.port}/`);
    const result = await page.evaluate(async (elsewhere) => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "inline"';
      document.head.append(script);
      const foreign = await fetch(elsewhere).then(
        () => 'reached',
        () => 'blocked',
      );
      return { title: document.title, foreign };
    }, strangerUrl);
    expect(result).toEqual({ title: 'page', foreign: 'blocked' });
  });

  it('cannot read its session', async () => {
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${door.port}/`);
    expect(await page.evaluate(() => document.cookie)).toBe('');
  });
});
