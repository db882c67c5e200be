/** What a page, or a start command, could ask of Chromium: each kind that this version of Electron has, tried. */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { guardAllContents } from '../../src/main/electron/navigation-guard.ts';
import { denyPermissions } from '../../src/main/electron/permissions.ts';
import { offlineSwitches } from '../../src/main/electron/request-blocking.ts';
import { guardSession } from '../../src/main/electron/session-guard.ts';

const declarations = readFileSync(
  join(import.meta.dirname, '../../node_modules/electron/electron.d.ts'),
  'utf8',
);

type Handler = (...parameters: unknown[]) => unknown;

/** A session that keeps every handler by the name of its setter, and every listener by its event. */
function recordedSession() {
  const handlers: Record<string, Handler> = {};
  const settings: Record<string, unknown> = {};
  const events = new EventEmitter();
  const session = new Proxy(
    { on: (event: string, listener: Handler) => events.on(event, listener) } as Record<string, unknown>,
    {
      get: (own, name) =>
        own[String(name)] ??
        ((given: unknown) => {
          if (typeof given === 'function') handlers[String(name)] = given as Handler;
          else settings[String(name)] = given;
        }),
    },
  );
  return { session: session as never, handlers, settings, events };
}

/** The names a parameter may have, as the declarations of a session's method list them. */
function namesIn(method: string, parameter: string): string[] {
  const [declaration] = new RegExp(`^ +${method}\\(handler: .*$`, 'm').exec(declarations) ?? [''];
  const [, union] = new RegExp(`${parameter}: ((?:'[\\w-]+'(?: \\| )?)+)`).exec(declaration) ?? [];
  return [...(union ?? '').matchAll(/'([\w-]+)'/g)].map(([, name]) => name ?? '');
}

describe('permissions', () => {
  const { session, handlers } = recordedSession();
  denyPermissions(session);

  const requested = namesIn('setPermissionRequestHandler', 'permission');
  it('are read from this version of Electron', () => {
    expect(requested).toEqual(expect.arrayContaining(['media', 'geolocation', 'clipboard-read', 'unknown']));
    expect(requested.length).toBeGreaterThan(30);
  });
  it.each(requested)('%s is denied when asked for', (permission) => {
    const answers: unknown[] = [];
    handlers.setPermissionRequestHandler?.({}, permission, (granted: unknown) => answers.push(granted), {});
    expect(answers).toEqual([false]);
  });

  const checked = namesIn('setPermissionCheckHandler', 'permission');
  it.each(checked)('%s is denied when checked', (permission) => {
    expect(handlers.setPermissionCheckHandler?.({}, permission, 'app://xiangbao', {})).toBe(false);
  });
  it('are known for checks too', () => expect(checked.length).toBeGreaterThan(30));

  it.each(['hid', 'serial', 'usb'])('no %s device is remembered as allowed', (deviceType) => {
    expect(handlers.setDevicePermissionHandler?.({ deviceType, origin: 'app://xiangbao' })).toBe(false);
  });
});

describe('the session', () => {
  const { session, handlers, settings, events } = recordedSession();
  guardSession(session);

  function emit(event: string, ...parameters: unknown[]): boolean {
    let prevented = false;
    const listened = events.emit(event, { preventDefault: () => (prevented = true) }, ...parameters);
    expect([event, listened]).toEqual([event, true]);
    return prevented;
  }

  it('listens to events and uses methods that Electron has', () => {
    for (const event of events.eventNames()) expect(declarations).toContain(`on(event: '${String(event)}'`);
    for (const name of [...Object.keys(handlers), ...Object.keys(settings)]) {
      expect(declarations).toMatch(new RegExp(`^ +${name}\\(`, 'm'));
    }
  });

  it.each([
    ['blob:app://xiangbao/0b6b2c1e-3f1e-4a57-8a4b-3f3a1f0e6c11', false],
    ['blob:app://xiangbao.evil/1', true],
    ['blob:https://evil.example/1', true],
    ['app://xiangbao/index.html', true],
    ['data:application/octet-stream;base64,AA==', true],
    ['file:///etc/passwd', true],
    ['https://evil.example/a.exe', true],
    ['', true],
  ])('of a download from %j: refused %s', (url, refused) => {
    expect(emit('will-download', { getURL: () => url }, {}, null)).toBe(refused);
  });

  it('shares no screen and accepts no certificate', () => {
    const answers: unknown[] = [];
    handlers.setDisplayMediaRequestHandler?.({}, (streams: unknown) => answers.push(streams));
    handlers.setCertificateVerifyProc?.({ hostname: 'evil.example' }, (result: unknown) =>
      answers.push(result),
    );
    expect(answers).toEqual([null, -2]);
  });

  it('fetches no dictionary for spelling', () => expect(settings.setSpellCheckerEnabled).toBe(false));

  it('chooses no device', () => {
    const chosen: unknown[][] = [];
    const choose = (...choice: unknown[]) => chosen.push(choice);
    expect(emit('select-hid-device', { deviceList: [{ deviceId: 'a' }] }, choose)).toBe(true);
    expect(emit('select-usb-device', { deviceList: [{ deviceId: 'a' }] }, choose)).toBe(true);
    expect(emit('select-serial-port', [{ portId: 'a' }], {}, choose)).toBe(true);
    expect(chosen).toEqual([[], [], ['']]);
  });
});

describe('any contents', () => {
  function contents(packaged: boolean) {
    const made = Object.assign(new EventEmitter(), {
      closed: 0,
      policy: '',
      closeDevTools: () => {
        made.closed += 1;
      },
      setWebRTCIPHandlingPolicy: (policy: string) => {
        made.policy = policy;
      },
      setWindowOpenHandler: () => {},
    });
    const app = new EventEmitter();
    guardAllContents(app as never, packaged);
    app.emit('web-contents-created', {}, made);
    return made;
  }

  it('close developer tools as they open, in the packaged program only', () => {
    for (const packaged of [true, false]) {
      const made = contents(packaged);
      made.emit('devtools-opened');
      expect(made.closed).toBe(packaged ? 1 : 0);
    }
  });

  it('send no datagram and choose no radio device', () => {
    const made = contents(true);
    expect(made.policy).toBe('disable_non_proxied_udp');
    const chosen: string[] = [];
    let prevented = false;
    const event = { preventDefault: () => (prevented = true) };
    made.emit('select-bluetooth-device', event, [{ deviceId: 'a' }], (id: string) => chosen.push(id));
    expect([prevented, chosen]).toEqual([true, ['']]);
  });

  it('are guarded by events that Electron has', () => {
    for (const event of contents(true).eventNames()) {
      expect(declarations).toContain(`on(event: '${String(event)}'`);
    }
  });
});

describe('Chromium itself', () => {
  it('is started so that no name resolves, no proxy is asked and nothing is fetched behind the page', () => {
    expect(offlineSwitches).toEqual(
      expect.arrayContaining([
        ['host-resolver-rules', 'MAP * ~NOTFOUND'],
        ['no-proxy-server'],
        ['disable-background-networking'],
        ['disable-component-update'],
        ['disable-domain-reliability'],
      ]),
    );
  });
});
