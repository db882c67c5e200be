/** The scheme and the channel of the desktop door, each tried with what it must refuse. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerAppRequest, appSchemePrivileges } from '../../src/main/electron/app-scheme.ts';
import { answerCall, isTrustedSender, openIpcDoor } from '../../src/main/electron/ipc-door.ts';
import { createPrintPages } from '../../src/main/electron/print-pages.ts';
import { listRendererFiles } from '../../src/main/node/renderer-files.ts';
import { done, failed } from '../../src/shared/errors.ts';

describe('the scheme', () => {
  let folder = '';
  const pages = createPrintPages();
  let files: ReturnType<typeof listRendererFiles>;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'scheme-'));
    mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true });
    writeFileSync(join(folder, 'renderer', 'index.html'), 'page');
    writeFileSync(join(folder, 'renderer', 'assets', 'a.js'), 'script');
    writeFileSync(join(folder, 'secret.txt'), 'SECRET');
    files = listRendererFiles(join(folder, 'renderer'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is an origin of its own that bypasses no policy', () => {
    expect(appSchemePrivileges.privileges).toMatchObject({ standard: true, secure: true });
    expect(appSchemePrivileges.privileges).not.toHaveProperty('bypassCSP');
    expect(appSchemePrivileges.privileges).not.toHaveProperty('corsEnabled');
  });

  it.each([
    ['app://xiangbao/', 'page', 'text/html; charset=utf-8'],
    ['app://xiangbao/index.html?x#y', 'page', 'text/html; charset=utf-8'],
    ['app://xiangbao/assets/a.js', 'script', 'text/javascript; charset=utf-8'],
  ])('serves %s with the policy', async (url, body, contentType) => {
    const answer = await answerAppRequest({ method: 'GET', url }, files, pages);
    expect([answer.status, await answer.text(), answer.headers.get('content-type')]).toEqual([
      200,
      body,
      contentType,
    ]);
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self';");
  });

  it.each([
    'app://xiangbao/../secret.txt',
    'app://xiangbao/%2e%2e/secret.txt',
    'app://xiangbao/..%2fsecret.txt',
    'app://xiangbao/..%5csecret.txt',
    'app://xiangbao//etc/passwd',
    'app://xiangbao/assets',
    'app://xiangbao/assets/../../secret.txt',
    'app://xiangbao/assets/a.js/',
    'app://xiangbao/assets/a.js%00.html',
    'app://xiangbao/assets%2fa.js',
    'app://xiangbao/ASSETS/A.JS',
    'app://xiangbao/C:/Windows/win.ini',
    'app://xiangbao:8080/',
    'app://user@xiangbao/',
    'http://xiangbao/',
    'app://xiangbao/__proto__',
    'app://evil/index.html',
    'app://evil@xiangbao.evil/',
    'file:///etc/passwd',
    'nonsense',
  ])('%s is not found', async (url) => {
    const answer = await answerAppRequest({ method: 'GET', url }, files, pages);
    expect([answer.status, await answer.text()]).toEqual([404, '404\n']);
  });

  it.each(['HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'get'])('answers no %s', async (method) => {
    const answer = await answerAppRequest({ method, url: 'app://xiangbao/' }, files, pages);
    expect([answer.status, await answer.text()]).toEqual([404, '404\n']);
  });

  it('hands out a file whole, whatever part is asked for, so that no range reaches beyond it', async () => {
    const request = new Request('app://xiangbao/assets/a.js', { headers: { range: 'bytes=0-99999' } });
    const answer = await answerAppRequest(request, files, pages);
    expect([answer.status, await answer.text()]).toEqual([200, 'script']);
    expect(answer.headers.get('content-range')).toBeNull();
    expect(answer.headers.get('accept-ranges')).toBeNull();
  });

  it('answers nothing but GET, and a file that has gone as not found', async () => {
    expect((await answerAppRequest({ method: 'POST', url: 'app://xiangbao/' }, files, pages)).status).toBe(
      404,
    );
    const gone = new Map([
      ['/', { path: join(folder, 'gone'), contentType: 'text/html', cacheControl: 'no-store' }],
    ]);
    expect((await answerAppRequest({ method: 'GET', url: 'app://xiangbao/' }, gone, pages)).status).toBe(404);
  });

  it('serves a page that is being printed without scripts, to nobody else, and only so long', async () => {
    const { address, remove } = pages.add('<script>1</script>');
    const answer = await answerAppRequest({ method: 'GET', url: address }, files, pages);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none';/);
    expect(answer.headers.get('content-security-policy')).not.toContain('script-src');
    const elsewhere = address.replace('app://xiangbao', 'app://evil');
    expect((await answerAppRequest({ method: 'GET', url: elsewhere }, files, pages)).status).toBe(404);
    remove();
    expect((await answerAppRequest({ method: 'GET', url: address }, files, pages)).status).toBe(404);
  });
});

describe('the channel', () => {
  const own = { origin: 'app://xiangbao', parent: null };

  it.each([
    ['another origin', { origin: 'https://evil.example', parent: null }],
    ['an origin that begins like ours', { origin: 'app://xiangbao.evil', parent: null }],
    ['another host of the scheme', { origin: 'app://evil', parent: null }],
    ['an opaque origin', { origin: 'null', parent: null }],
    ['a file', { origin: 'file://', parent: null }],
    ['the address instead of the origin', { origin: 'app://xiangbao/', parent: null }],
    ['a subframe of the own origin', { origin: 'app://xiangbao', parent: own }],
    ['a frame that is gone', null],
  ])('refuses %s', async (_what, frame) => {
    const reached: string[] = [];
    const dispatch = async (method: string) => {
      reached.push(method);
      return done(null);
    };
    expect(isTrustedSender(frame)).toBe(false);
    expect(await answerCall(dispatch, frame, 'workspace.status', {})).toEqual(
      failed('method.unknown', { name: '' }),
    );
    expect(reached).toEqual([]);
  });

  it.each([undefined, null, 1, {}, ['workspace.status'], { toString: () => 'workspace.status' }])(
    'takes no method name that is %j',
    async (method) => {
      const dispatch = async () => done('reached');
      expect(await answerCall(dispatch, own, method, {})).toEqual(failed('method.unknown', { name: '' }));
    },
  );

  it('answers the own page on one channel, by the frame that Electron names', async () => {
    const channels: string[] = [];
    const listeners: ((event: unknown, method: unknown, input: unknown) => unknown)[] = [];
    const ipcMain = {
      handle: (channel: string, listener: (typeof listeners)[number]) => {
        channels.push(channel);
        listeners.push(listener);
      },
    };
    openIpcDoor(ipcMain as unknown as Parameters<typeof openIpcDoor>[0], async (method, input) =>
      done({ method, input }),
    );
    expect(channels).toEqual(['xiangbao:call']);
    expect(await listeners[0]?.({ senderFrame: own }, 'workspace.status', { a: 1 })).toEqual(
      done({ method: 'workspace.status', input: { a: 1 } }),
    );
    expect(await listeners[0]?.({ senderFrame: null }, 'workspace.status', {})).toMatchObject({ ok: false });
  });
});
