// Takes the place of the module `electron` under plain Node (node --import), plays one short session with the real
// desktop entry, prints what came of it as one JSON line (into the file STAND_IN_SEEN, if there is one) and ends.
import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: 'stand-in:electron', shortCircuit: true } : next(specifier, context),
  load: (url, context, next) =>
    url === 'stand-in:electron'
      ? {
          format: 'module',
          shortCircuit: true,
          source: `export const { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session } = globalThis.standIn;`,
        }
      : next(url, context),
});

const handlers = {};
const seen = { switches: [], menu: [], errorBoxes: [], asked: [] };
const ends = [];

function end(code) {
  for (const closing of ends) {
    closing();
  }
  if (process.env.STAND_IN_SEEN) writeFileSync(process.env.STAND_IN_SEEN, JSON.stringify(seen));
  else process.stdout.write(`${JSON.stringify(seen)}\n`);
  process.exit(code);
}

async function playSession() {
  const page = await handlers.app(new Request('app://xiangbao/'));
  seen.page = [page.status, page.headers.get('content-security-policy')];
  const stranger = { senderFrame: { origin: 'https://evil.example', parent: null } };
  const own = { senderFrame: { origin: 'app://xiangbao', parent: null } };
  seen.stranger = await handlers['xiangbao:call'](stranger, 'workspace.status', {});
  seen.status = await handlers['xiangbao:call'](own, 'workspace.status', {});
  seen.describe = await handlers['xiangbao:call'](own, 'host.describe', {});
  seen.cancelled = await handlers['xiangbao:call'](own, 'host.chooseFile', {});
  end(0);
}

const ignore = () => {};
globalThis.standIn = {
  app: {
    isPackaged: true,
    commandLine: { appendSwitch: (name) => seen.switches.push(name) },
    on: (event, listener) => event === 'will-quit' && ends.push(listener),
    whenReady: async () => {
      seen.asked.push('ready');
    },
    requestSingleInstanceLock: () => seen.asked.push('lock') > 0,
    enableSandbox: ignore,
    quit: ignore,
    exit: end,
    getLocale: () => 'zh-CN',
    getPath: () => process.env.STAND_IN_USER_DATA,
  },
  BrowserWindow: class {
    static getAllWindows = () => [];
    webContents = { on: ignore };
    constructor(options) {
      seen.asked.push('window');
      seen.preload = options.webPreferences.preload;
    }
    on = ignore;
    once = ignore;
    loadURL = async (url) => {
      seen.loaded = url;
      setImmediate(playSession);
    };
  },
  dialog: {
    showErrorBox: (...words) => seen.errorBoxes.push(words),
    showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
    showSaveDialog: async () => ({ canceled: true, filePath: '' }),
  },
  ipcMain: {
    handle: (channel, handler) => {
      handlers[channel] = handler;
    },
  },
  Menu: {
    buildFromTemplate: (template) => template,
    setApplicationMenu: (template) => seen.menu.push(...template.map((entry) => entry.label)),
  },
  protocol: {
    registerSchemesAsPrivileged: ignore,
    handle: (scheme, handler) => {
      handlers[scheme] = handler;
    },
  },
  screen: { getAllDisplays: () => [] },
  session: {
    defaultSession: {
      setPermissionRequestHandler: ignore,
      setPermissionCheckHandler: ignore,
      setDevicePermissionHandler: ignore,
      setDisplayMediaRequestHandler: ignore,
      setCertificateVerifyProc: ignore,
      setSpellCheckerEnabled: ignore,
      on: ignore,
      webRequest: { onBeforeRequest: ignore },
    },
  },
};
