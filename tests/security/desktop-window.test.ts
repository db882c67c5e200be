/** The guards of the desktop window, each tried with what it must refuse. */
import type { WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { guardAllContents, guardContents } from '../../src/main/electron/navigation-guard.ts';
import { denyPermissions } from '../../src/main/electron/permissions.ts';
import { windowOptions } from '../../src/main/electron/window-options.ts';
import { firstWindowState } from '../../src/main/electron/window-state.ts';

const foreignAddresses = [
  'https://evil.example/',
  'http://127.0.0.1/',
  'file:///etc/passwd',
  'app://evil/',
  'app://xiangbao.evil/',
  'app://xiangbao@evil/',
  'app://user@xiangbao/',
  'app://user:secret@xiangbao/',
  'app://xiangbao:1/',
  'app:xiangbao',
  'apps://xiangbao/',
  'javascript:alert(1)',
  'data:text/html,<script>1</script>',
  'blob:https://evil.example/1',
  'about:blank',
  'view-source:app://xiangbao/',
  '',
  'nonsense',
];

describe('the window', () => {
  it.each([true, false])('gives the page nothing of Node (packaged: %s)', (packaged) => {
    const { webPreferences } = windowOptions('/preload.cjs', firstWindowState, packaged);
    expect(webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      spellcheck: false,
      devTools: !packaged,
    });
  });
});

describe('navigation', () => {
  type Listener = (details: { url: string; preventDefault: () => void }) => void;

  function guarded() {
    const listeners = new Map<string, Listener>();
    const openHandlers: ((details: { url: string }) => { action: string })[] = [];
    const contents = {
      on: (event: string, listener: Listener) => listeners.set(event, listener),
      setWebRTCIPHandlingPolicy: () => {},
      setWindowOpenHandler: (handler: (typeof openHandlers)[number]) => openHandlers.push(handler),
    } as unknown as WebContents;
    const isPrevented = (event: string, url: string): boolean => {
      let prevented = false;
      listeners.get(event)?.({
        url,
        preventDefault: () => {
          prevented = true;
        },
      });
      return prevented;
    };
    return { contents, isPrevented, openHandlers };
  }

  it.each(foreignAddresses)('does not lead to %j', (url) => {
    const { contents, isPrevented } = guarded();
    guardContents(contents);
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      expect(isPrevented(event, url)).toBe(true);
    }
  });

  it('leads to the program’s own page', () => {
    const { contents, isPrevented } = guarded();
    guardContents(contents);
    expect(isPrevented('will-navigate', 'app://xiangbao/')).toBe(false);
    expect(isPrevented('will-navigate', 'app://xiangbao/index.html#/report/1')).toBe(false);
  });

  it('opens no window and no web view, in any contents', () => {
    const { contents, isPrevented, openHandlers } = guarded();
    const hooks: ((event: unknown, contents: WebContents) => void)[] = [];
    const app = {
      on: (event: string, hook: (typeof hooks)[number]) => {
        if (event === 'web-contents-created') {
          hooks.push(hook);
        }
      },
    };
    guardAllContents(app as unknown as Parameters<typeof guardAllContents>[0], true);
    for (const hook of hooks) {
      hook({}, contents);
    }
    expect(isPrevented('will-attach-webview', 'app://xiangbao/')).toBe(true);
    expect(openHandlers.map((handler) => handler({ url: 'app://xiangbao/' }))).toEqual([{ action: 'deny' }]);
  });
});

describe('permissions', () => {
  it.each([
    'media',
    'geolocation',
    'notifications',
    'openExternal',
    'clipboard-read',
    'fileSystem',
    'usb',
    'unknown',
  ])('%s is denied, asked for or checked', (permission) => {
    const handlers: Record<string, (...parameters: unknown[]) => unknown> = {};
    const keep = (name: string) => (handler: (...parameters: unknown[]) => unknown) => {
      handlers[name] = handler;
    };
    denyPermissions({
      setPermissionRequestHandler: keep('request'),
      setPermissionCheckHandler: keep('check'),
      setDevicePermissionHandler: keep('device'),
    } as unknown as Parameters<typeof denyPermissions>[0]);
    const granted: unknown[] = [];
    handlers.request?.({}, permission, (decision: unknown) => granted.push(decision));
    expect(granted).toEqual([false]);
    expect(handlers.check?.({}, permission, 'app://xiangbao')).toBe(false);
    expect(handlers.device?.({ deviceType: permission })).toBe(false);
  });
});
