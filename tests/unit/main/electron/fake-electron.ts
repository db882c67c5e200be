/** The small part of Electron that `startDesktop` uses, recording what was asked of it. */
import { EventEmitter } from 'node:events';
import type { MenuItemConstructorOptions, MessageBoxSyncOptions } from 'electron';
import type { ElectronParts } from '../../../../src/main/electron/desktop.ts';

type Handler = (...parameters: unknown[]) => unknown;

export interface FakeElectron {
  parts: ElectronParts;
  /** What was called, in order, by name. */
  asked: string[];
  events: EventEmitter;
  windows: {
    options: Record<string, unknown>;
    events: EventEmitter;
    contents: EventEmitter;
    asked: string[];
  }[];
  menu: MenuItemConstructorOptions[];
  switches: string[];
  errorBoxes: string[][];
  questions: MessageBoxSyncOptions[];
  exitCodes: number[];
  /** Handlers given to ipcMain, protocol and session, by name. */
  handlers: Map<string, Handler>;
}

export interface FakeOptions {
  lock?: boolean;
  packaged?: boolean;
  locale?: string;
  /** The button that the person presses in a message box. */
  pressed?: number;
  userData: string;
}

export function fakeElectron(options: FakeOptions): FakeElectron {
  const fake = {
    asked: [] as string[],
    events: new EventEmitter(),
    windows: [] as FakeElectron['windows'],
    menu: [] as MenuItemConstructorOptions[],
    switches: [] as string[],
    errorBoxes: [] as string[][],
    questions: [] as MessageBoxSyncOptions[],
    exitCodes: [] as number[],
    handlers: new Map<string, Handler>(),
  };
  const keep = (name: string) => (handler: Handler) => {
    fake.asked.push(name);
    fake.handlers.set(name, handler);
  };
  const parts = {
    app: {
      isPackaged: options.packaged ?? false,
      commandLine: { appendSwitch: (name: string) => fake.switches.push(name) },
      on: (event: string, listener: Handler) => fake.events.on(event, listener),
      whenReady: async () => {
        fake.asked.push('ready');
      },
      requestSingleInstanceLock: () => options.lock ?? true,
      enableSandbox: () => fake.asked.push('enableSandbox'),
      quit: () => fake.asked.push('quit'),
      exit: (code: number) => fake.exitCodes.push(code),
      getLocale: () => options.locale ?? 'zh-CN',
      getPath: () => options.userData,
    },
    protocol: {
      registerSchemesAsPrivileged: (schemes: { scheme: string }[]) =>
        fake.asked.push(`registerScheme ${schemes.map((scheme) => scheme.scheme).join()}`),
      handle: (scheme: string, handler: Handler) => keep(`protocol ${scheme}`)(handler),
    },
    ipcMain: { handle: (channel: string, handler: Handler) => keep(`ipc ${channel}`)(handler) },
    dialog: {
      showErrorBox: (...words: string[]) => fake.errorBoxes.push(words),
      showMessageBoxSync: (question: MessageBoxSyncOptions) => {
        fake.questions.push(question);
        return options.pressed ?? 0;
      },
      showMessageBox: async (told: MessageBoxSyncOptions) => {
        fake.questions.push(told);
        return { response: 0, checkboxChecked: false };
      },
    },
    screen: () => ({ getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1366, height: 728 } }] }),
    session: () => ({
      setPermissionRequestHandler: keep('permissionRequest'),
      setPermissionCheckHandler: keep('permissionCheck'),
      setDevicePermissionHandler: keep('devicePermission'),
      setDisplayMediaRequestHandler: keep('displayMedia'),
      setCertificateVerifyProc: keep('certificate'),
      setSpellCheckerEnabled: (enabled: boolean) => fake.asked.push(`spellChecker ${enabled}`),
      on: (event: string, listener: Handler) => fake.handlers.set(event, listener),
      webRequest: { onBeforeRequest: keep('beforeRequest') },
    }),
    fileDialogs: {
      open: async () => ({ canceled: true, filePaths: [] }),
      save: async () => ({ canceled: true, filePath: '' }),
    },
    openWindow: (windowOptions: Record<string, unknown>) => {
      const window = {
        options: windowOptions,
        events: new EventEmitter(),
        contents: new EventEmitter(),
        asked: [] as string[],
      };
      fake.windows.push(window);
      const record = (name: string) => () => window.asked.push(name);
      return {
        webContents: {
          on: (event: string, listener: Handler) => window.contents.on(event, listener),
          sendInputEvent: ({ type, keyCode }: { type: string; keyCode: string }) =>
            window.asked.push(`${type} ${keyCode}`),
        },
        on: (event: string, listener: Handler) => window.events.on(event, listener),
        once: (event: string, listener: Handler) => window.events.once(event, listener),
        loadURL: async (url: string) => {
          window.asked.push(`load ${url}`);
        },
        show: record('show'),
        focus: record('focus'),
        restore: record('restore'),
        maximize: record('maximize'),
        isMaximized: () => true,
        isMinimized: () => true,
        getNormalBounds: () => ({ x: 10, y: 20, width: 1000, height: 700 }),
      };
    },
    openPrintWindow: () => {
      throw new Error('nothing is printed');
    },
    chromiumVersion: '1.2.3',
    setMenu: (template: MenuItemConstructorOptions[]) => fake.menu.push(...template),
  };
  // The real types have hundreds of members and overloads; the fake has what is used, and a use of more would fail.
  return { ...fake, parts: parts as unknown as ElectronParts };
}
