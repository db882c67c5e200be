/** The desktop program from start to end, over the small part of Electron it uses. */
import type { App, Dialog, IpcMain, MenuItemConstructorOptions, Protocol, Screen, Session } from 'electron';
import type { Outcome } from '../../shared/errors.ts';
import type { PdfEngine } from '../core/ports.ts';
import { isRecoverable } from '../node/recovery-choice.ts';
import type { RendererFile } from '../node/renderer-files.ts';
import { failureSentence, type Translate } from '../node/translate.ts';
import { appSchemePrivileges, serveAppScheme } from './app-scheme.ts';
import type { FileDialogs } from './desktop-host-methods.ts';
import type { DesktopProgram } from './desktop-program.ts';
import { pressHelpKey } from './help-key.ts';
import { openIpcDoor } from './ipc-door.ts';
import { type Launch, withoutSandbox, workspaceFilesIn } from './launch.ts';
import { type DesktopWindow, type OpenWindow, openMainWindow } from './main-window.ts';
import { menuTemplate } from './menu.ts';
import { guardAllContents } from './navigation-guard.ts';
import { chooseWorkspace, explainWhileOpen } from './open-offer.ts';
import { meaningOfOpenedFile, type OpenedFile } from './opened-file.ts';
import { createElectronPdfEngine, type ElectronPdfOptions } from './pdf-engine.ts';
import { denyPermissions } from './permissions.ts';
import { createPrintPages } from './print-pages.ts';
import { offerRecovery, type Recovery } from './recovery-offer.ts';
import { blockForeignRequests, offlineSwitches } from './request-blocking.ts';
import { type GuardedSession, guardSession } from './session-guard.ts';
import { askWhetherToLeave } from './unsaved-guard.ts';

export interface ElectronParts {
  app: Pick<
    App,
    | 'on'
    | 'whenReady'
    | 'requestSingleInstanceLock'
    | 'quit'
    | 'exit'
    | 'getLocale'
    | 'getPath'
    | 'isPackaged'
    | 'commandLine'
    | 'enableSandbox'
  >;
  protocol: Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle'>;
  ipcMain: Pick<IpcMain, 'handle'>;
  dialog: Pick<Dialog, 'showErrorBox' | 'showMessageBoxSync' | 'showMessageBox'>;
  /** Electron has these two only once it is ready. */
  screen: () => Pick<Screen, 'getAllDisplays'>;
  session: () => GuardedSession &
    Pick<
      Session,
      | 'setPermissionRequestHandler'
      | 'setPermissionCheckHandler'
      | 'setDevicePermissionHandler'
      | 'webRequest'
    >;
  openWindow: OpenWindow;
  openPrintWindow: ElectronPdfOptions['open'];
  chromiumVersion: string;
  fileDialogs: FileDialogs;
  setMenu: (template: MenuItemConstructorOptions[]) => void;
}

export interface DesktopSurroundings {
  platform: NodeJS.Platform;
  preload: string;
  launch: Exclude<Launch, { kind: 'commandLine' }>;
  /** Of the workspace that is opened unless the person chooses another. */
  usualFolder: string;
  /** A file as the person named it: absolute, without links where it exists. */
  locate: (path: string, workingFolder: string) => { path: string; exists: boolean };
  /** The file of a folder's workspace, located. */
  workspaceFileOf: (folder: string) => string;
  translateFor: (locale: string) => Translate;
  listRendererFiles: () => ReadonlyMap<string, RendererFile>;
  openProgram: (
    workspaceFolder: string,
    dialogs: FileDialogs,
    translate: Translate,
    pdf: PdfEngine,
  ) => Promise<Outcome<DesktopProgram>>;
  recovery: (workspaceFolder: string) => Recovery;
}

/** How the process ends when it could not start and has said so in a message box. */
const exitCodeOfToldFailure = 3;
const exitCodeOfBadUsage = 2;

/**
 * Starts the desktop program. Everything that must happen before Electron is ready happens before this returns; the
 * promise resolves when the window is open, or when the start has failed and the person has been told.
 */
export async function startDesktop(
  electron: ElectronParts,
  surroundings: DesktopSurroundings,
): Promise<void> {
  const { app, protocol } = electron;
  const { launch } = surroundings;
  if (launch.kind === 'refused') {
    const sandboxMissing = launch.switchName === withoutSandbox;
    // On Linux a message is shown only once Electron is ready. A person who double-clicked must see it; for what opens
    // the program to others, ready would be too late.
    if (sandboxMissing) await app.whenReady();
    const translate = surroundings.translateFor(sandboxMissing ? app.getLocale() : '');
    const sentence = sandboxMissing
      ? translate('menu:start.noSandbox')
      : translate('menu:start.switchRefused', { name: launch.switchName });
    electron.dialog.showErrorBox(translate('menu:start.failed'), sentence);
    app.exit(exitCodeOfBadUsage);
    return;
  }
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  protocol.registerSchemesAsPrivileged([appSchemePrivileges]);
  for (const [name, value] of offlineSwitches) {
    app.commandLine.appendSwitch(name, value);
  }
  app.enableSandbox();
  guardAllContents(app, app.isPackaged);
  let window: DesktopWindow | null = null;
  let folder = surroundings.usualFolder;
  const meaningOf = (file: string, workingFolder: string): OpenedFile => {
    const { path, exists } = surroundings.locate(file, workingFolder);
    return meaningOfOpenedFile(path, exists, surroundings.workspaceFileOf(folder));
  };
  app.on('second-instance', (_event, words, workingFolder) => {
    if (window?.isMinimized()) {
      window.restore();
    }
    window?.focus();
    const [file] = workspaceFilesIn(words, surroundings.platform);
    if (window !== null && file !== undefined) {
      const translate = surroundings.translateFor(app.getLocale());
      explainWhileOpen(electron.dialog, translate, meaningOf(file, workingFolder));
    }
  });
  app.on('window-all-closed', () => app.quit());

  await app.whenReady();
  const translate = surroundings.translateFor(app.getLocale());
  try {
    const [file] = launch.files;
    if (file !== undefined) {
      const opened = meaningOf(file, '');
      const chosen = chooseWorkspace(electron.dialog, translate, opened, surroundings.usualFolder);
      if (chosen === null) {
        app.quit();
        return;
      }
      folder = chosen;
    }
    const pages = createPrintPages();
    const pdf = createElectronPdfEngine({
      open: electron.openPrintWindow,
      pages,
      version: electron.chromiumVersion,
    });
    const open = () => surroundings.openProgram(folder, electron.fileDialogs, translate, pdf);
    let opened = await open();
    if (!opened.ok && isRecoverable(opened.error.code)) {
      const recovered = await offerRecovery(electron.dialog, translate, surroundings.recovery(folder));
      if (recovered) opened = await open();
    }
    if (!opened.ok) {
      tell(electron, translate, failureSentence(translate, opened.error));
      return;
    }
    const program = opened.value;
    app.on('will-quit', () => program.close());
    const session = electron.session();
    denyPermissions(session);
    guardSession(session);
    blockForeignRequests(session, app.isPackaged);
    serveAppScheme(protocol, surroundings.listRendererFiles(), pages);
    openIpcDoor(electron.ipcMain, program.dispatch);
    const { platform } = surroundings;
    const openHelp = () => window && pressHelpKey(window.webContents);
    electron.setMenu(menuTemplate({ translate, platform, packaged: app.isPackaged, openHelp }));
    window = await openMainWindow({
      open: electron.openWindow,
      preload: surroundings.preload,
      userData: app.getPath('userData'),
      workAreas: electron
        .screen()
        .getAllDisplays()
        .map((display) => display.workArea),
      packaged: app.isPackaged,
      mayLeave: () => askWhetherToLeave(electron.dialog, translate),
    });
  } catch {
    // A bug. The person gets a sentence instead of Electron's stack trace.
    tell(electron, translate, translate('menu:start.bug'));
  }
}

function tell(electron: ElectronParts, translate: Translate, sentence: string): void {
  electron.dialog.showErrorBox(translate('menu:start.failed'), sentence);
  electron.app.exit(exitCodeOfToldFailure);
}
