import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DesktopSurroundings, startDesktop } from '../../../../src/main/electron/desktop.ts';
import { createResourceFolder } from '../../../../src/main/node/resource-folder.ts';
import { createTranslate, languageFor } from '../../../../src/main/node/translate.ts';
import { done, failed } from '../../../../src/shared/errors.ts';
import { fakeElectron } from './fake-electron.ts';

const resources = createResourceFolder(join(import.meta.dirname, '../../../../resources'));

let userData = '';
beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'user-data-'));
});
afterEach(() => rmSync(userData, { recursive: true, force: true }));

function surroundings(
  change: Partial<DesktopSurroundings> = {},
): DesktopSurroundings & { closed: () => number } {
  let closed = 0;
  return {
    platform: 'linux',
    preload: '/program/preload.cjs',
    translateFor: (locale) => createTranslate(resources, languageFor(locale)),
    listRendererFiles: () => new Map(),
    openProgram: async () =>
      done({
        dispatch: async (method: string) => done({ method }),
        close: () => {
          closed += 1;
        },
      }),
    recovery: {
      plan: async () => failed('recovery.notNeeded'),
      unsaved: () => null,
      recover: async () => done(null),
    },
    closed: () => closed,
    ...change,
  };
}

describe('startDesktop', () => {
  it('prepares what must be ready before Electron is, then opens every guard, then the window', async () => {
    const electron = fakeElectron({ userData });
    await startDesktop(electron.parts, surroundings());
    expect(electron.asked).toEqual([
      'registerScheme app',
      'enableSandbox',
      'ready',
      'permissionRequest',
      'permissionCheck',
      'devicePermission',
      'beforeRequest',
      'protocol app',
      'ipc xiangbao:call',
    ]);
    expect(electron.switches).toContain('host-resolver-rules');
    expect(electron.events.listenerCount('web-contents-created')).toBe(1);
    expect(electron.windows).toHaveLength(1);
    expect(electron.windows[0]?.asked).toEqual(['load app://xiangbao/']);
    expect(electron.menu.length).toBeGreaterThan(3);
    electron.windows[0]?.events.emit('ready-to-show');
    expect(electron.windows[0]?.asked).toEqual(['load app://xiangbao/', 'show']);
  });

  it('leaves to the first instance what a second one was started for', async () => {
    const second = fakeElectron({ userData, lock: false });
    await startDesktop(second.parts, surroundings());
    expect(second.asked).toEqual(['quit']);
    expect(second.windows).toEqual([]);

    const first = fakeElectron({ userData });
    await startDesktop(first.parts, surroundings());
    first.events.emit('second-instance');
    expect(first.windows[0]?.asked.slice(-2)).toEqual(['restore', 'focus']);
  });

  it('says in Chinese why the workspace does not open, and ends', async () => {
    const electron = fakeElectron({ userData });
    const parameters = { user: '王芳', host: 'pc-2', door: 'electron' };
    await startDesktop(
      electron.parts,
      surroundings({ openProgram: async () => failed('workspace.locked', parameters) }),
    );
    expect(electron.errorBoxes).toHaveLength(1);
    expect(electron.errorBoxes[0]?.[0]).toBe('乡报无法启动');
    expect(electron.errorBoxes[0]?.[1]).toContain('王芳');
    expect(electron.exitCodes).toEqual([3]);
    expect(electron.windows).toEqual([]);
  });

  it('says a sentence instead of a stack trace when there is a bug', async () => {
    const electron = fakeElectron({ userData, locale: 'en-US' });
    const throwing = async () => {
      throw new Error('at secret.ts:1');
    };
    await startDesktop(electron.parts, surroundings({ openProgram: throwing }));
    expect(electron.errorBoxes[0]?.[0]).toBe('Xiangbao cannot start');
    expect(electron.errorBoxes[0]?.[1]).not.toContain('secret');
    expect(electron.exitCodes).toEqual([3]);
  });

  it('closes the workspace when the program ends, which it does with its window', async () => {
    const electron = fakeElectron({ userData });
    const around = surroundings();
    await startDesktop(electron.parts, around);
    electron.events.emit('window-all-closed');
    expect(electron.asked.at(-1)).toBe('quit');
    expect(around.closed()).toBe(0);
    electron.events.emit('will-quit');
    expect(around.closed()).toBe(1);
  });

  it.each([
    [0, false],
    [1, true],
  ])('asks before it closes over unsaved text; button %s closes: %s', async (pressed, closes) => {
    const electron = fakeElectron({ userData, pressed });
    await startDesktop(electron.parts, surroundings());
    let overridden = false;
    electron.windows[0]?.contents.emit('will-prevent-unload', {
      preventDefault: () => {
        overridden = true;
      },
    });
    expect(overridden).toBe(closes);
    expect(electron.questions).toMatchObject([
      { message: '还有内容没有保存', buttons: ['留在这里', '仍然关闭'], defaultId: 0, cancelId: 0 },
    ]);
  });

  it('opens the window where it was closed', async () => {
    const electron = fakeElectron({ userData });
    await startDesktop(electron.parts, surroundings());
    electron.windows[0]?.events.emit('close');
    expect(JSON.parse(readFileSync(join(userData, 'window-state.json'), 'utf8'))).toEqual({
      x: 10,
      y: 20,
      width: 1000,
      height: 700,
      maximized: true,
    });
    const again = fakeElectron({ userData });
    await startDesktop(again.parts, surroundings());
    expect(again.windows[0]?.options).toMatchObject({ x: 10, y: 20, width: 1000, height: 700 });
    again.windows[0]?.events.emit('ready-to-show');
    expect(again.windows[0]?.asked).toEqual(['load app://xiangbao/', 'maximize', 'show']);
  });

  it('opens all the same when the kept place is damaged', async () => {
    writeFileSync(join(userData, 'window-state.json'), '{"width": "wide"');
    const electron = fakeElectron({ userData });
    await startDesktop(electron.parts, surroundings());
    expect(electron.windows[0]?.options).toMatchObject({ width: 1280, height: 720 });
    expect(electron.windows[0]?.options).not.toHaveProperty('x');
  });
});
