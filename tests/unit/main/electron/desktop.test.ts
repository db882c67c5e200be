import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
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
    launch: { kind: 'window', files: [] },
    usualFolder: '/home/wang/乡报',
    locate: (path, workingFolder) => ({ path: resolve(workingFolder, path), exists: !path.includes('gone') }),
    workspaceFileOf: (folder) => join(folder, '资料库.xbdb'),
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
    recovery: () => ({
      plan: async () => failed('recovery.notNeeded'),
      unsaved: () => null,
      recover: async () => done(null),
    }),
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
      'spellChecker false',
      'displayMedia',
      'certificate',
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

  it('opens the help by pressing the page’s own key', async () => {
    const electron = fakeElectron({ userData });
    await startDesktop(electron.parts, surroundings());
    const menus = electron.menu.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
    const help: unknown = menus.find(({ accelerator }) => accelerator === 'F1')?.click;
    if (typeof help !== 'function') throw new Error('the menu has no help');
    help();
    expect(electron.windows[0]?.asked.slice(-2)).toEqual(['keyDown F1', 'keyUp F1']);
  });

  it('leaves to the first instance what a second one was started for', async () => {
    const second = fakeElectron({ userData, lock: false });
    await startDesktop(second.parts, surroundings());
    expect(second.asked).toEqual(['quit']);
    expect(second.windows).toEqual([]);

    const first = fakeElectron({ userData });
    await startDesktop(first.parts, surroundings());
    first.events.emit('second-instance', {}, ['/program/xiangbao'], '/');
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

  it('does not start with a switch that would let others in, and names it', async () => {
    const electron = fakeElectron({ userData });
    const launch = { kind: 'refused', switchName: 'remote-debugging-port' } as const;
    await startDesktop(electron.parts, surroundings({ launch }));
    expect(electron.errorBoxes).toEqual([['乡报无法启动', expect.stringContaining('remote-debugging-port')]]);
    expect(electron.exitCodes).toEqual([2]);
    expect(electron.asked).toEqual([]);
    expect(electron.windows).toEqual([]);
  });
});

it('tells a person whose system gives no sandbox what to do, when it can be seen, and opens nothing', async () => {
  const electron = fakeElectron({ userData });
  const launch = { kind: 'refused', switchName: 'no-sandbox' } as const;
  await startDesktop(electron.parts, surroundings({ launch }));
  expect(electron.asked).toEqual(['ready']);
  expect(electron.errorBoxes).toEqual([['乡报无法启动', expect.stringContaining('.deb')]]);
  expect([electron.exitCodes, electron.windows]).toEqual([[2], []]);
});

describe('a double click on a workspace file', () => {
  /** Starts with a file and returns what was asked of the person and which folder was opened. */
  async function startWith(file: string, pressed = 0) {
    const electron = fakeElectron({ userData, pressed });
    const opened: string[] = [];
    const usual = surroundings();
    await startDesktop(electron.parts, {
      ...usual,
      launch: { kind: 'window', files: [file] },
      openProgram: async (folder, ...rest) => {
        opened.push(folder);
        return await usual.openProgram(folder, ...rest);
      },
    });
    return { electron, opened };
  }

  it('opens the usual one without a question', async () => {
    const { electron, opened } = await startWith('/home/wang/乡报/资料库.xbdb');
    expect(electron.questions).toEqual([]);
    expect(opened).toEqual(['/home/wang/乡报']);
  });

  it.each([
    [0, ['/home/wang/乡报']],
    [1, ['/media/stick/乡报']],
    [2, []],
  ])('asks about another one; button %s opens %j', async (pressed, folders) => {
    const { electron, opened } = await startWith('/media/stick/乡报/资料库.xbdb', pressed);
    expect(electron.questions).toMatchObject([
      { buttons: ['打开平时用的', '这次打开它', '退出'], defaultId: 0, cancelId: 0 },
    ]);
    expect(electron.questions[0]?.detail).toContain('/media/stick/乡报');
    expect(electron.questions[0]?.detail).toContain('/home/wang/乡报');
    expect(opened).toEqual(folders);
    expect(electron.windows).toHaveLength(folders.length);
    expect(electron.asked.includes('quit')).toBe(folders.length === 0);
  });

  it.each([
    ['/home/wang/乡报/备份/2025-01-06T01-00-01-000Z-自动.xbdb', '是资料库的备份或副本'],
    ['/media/stick/gone/资料库.xbdb', '找不到'],
  ])('explains %s and opens the usual one', async (file, words) => {
    const { electron, opened } = await startWith(file);
    expect(electron.questions).toMatchObject([{ buttons: ['知道了'] }]);
    expect(electron.questions[0]?.message).toContain(words);
    expect(opened).toEqual(['/home/wang/乡报']);
  });

  it.each([
    [['/program/xiangbao', '--allow-file-access-from-files', '/home/wang/乡报/资料库.xbdb'], undefined],
    [['/program/xiangbao', '../乡报/资料库.xbdb'], undefined],
    [['/program/xiangbao'], undefined],
    [['/program/xiangbao', '/media/stick/资料库.xbdb'], '这个资料库现在不能打开'],
    [['/program/xiangbao', '备份/a.xbdb'], '「a.xbdb」是资料库的备份或副本'],
  ])('while the program is open (%j) it stays with its workspace', async (words, told) => {
    const electron = fakeElectron({ userData });
    await startDesktop(electron.parts, surroundings());
    electron.events.emit('second-instance', {}, words, '/home/wang/文档');
    expect(electron.windows[0]?.asked.at(-1)).toBe('focus');
    expect(electron.windows).toHaveLength(1);
    expect(electron.questions.map(({ message }) => message)).toEqual(told === undefined ? [] : [told]);
  });
});
