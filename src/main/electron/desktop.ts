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
import { openIpcDoor } from './ipc-door.ts';
import { type DesktopWindow, type OpenWindow, openMainWindow } from './main-window.ts';
import { menuTemplate } from './menu.ts';
import { guardAllContents } from './navigation-guard.ts';
import { createElectronPdfEngine, type ElectronPdfOptions } from './pdf-engine.ts';
import { denyPermissions } from './permissions.ts';
import { createPrintPages } from './print-pages.ts';
import { offerRecovery, type Recovery } from './recovery-offer.ts';
import { blockForeignRequests, offlineSwitches } from './request-blocking.ts';
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
  dialog: Pick<Dialog, 'showErrorBox' | 'showMessageBoxSync'>;
  /** Electron has these two only once it is ready. */
  screen: () => Pick<Screen, 'getAllDisplays'>;
  session: () => Pick<
    Session,
    'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'webRequest'
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
  translateFor: (locale: string) => Translate;
  listRendererFiles: () => ReadonlyMap<string, RendererFile>;
  openProgram: (
    dialogs: FileDialogs,
    translate: Translate,
    pdf: PdfEngine,
  ) => Promise<Outcome<DesktopProgram>>;
  recovery: Recovery;
}

/** How the process ends when it could not start and has said so in a message box. */
const exitCodeOfToldFailure = 3;

/**
 * Starts the desktop program. Everything that must happen before Electron is ready happens before this returns; the
 * promise resolves when the window is open, or when the start has failed and the person has been told.
 */
export async function startDesktop(
  electron: ElectronParts,
  surroundings: DesktopSurroundings,
): Promise<void> {
  const { app, protocol } = electron;
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  protocol.registerSchemesAsPrivileged([appSchemePrivileges]);
  for (const [name, value] of offlineSwitches) {
    app.commandLine.appendSwitch(name, value);
  }
  app.enableSandbox();
  guardAllContents(app);
  let window: DesktopWindow | null = null;
  app.on('second-instance', () => {
    if (window?.isMinimized()) {
      window.restore();
    }
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());

  await app.whenReady();
  const translate = surroundings.translateFor(app.getLocale());
  try {
    const pages = createPrintPages();
    const pdf = createElectronPdfEngine({
      open: electron.openPrintWindow,
      pages,
      version: electron.chromiumVersion,
    });
    const open = () => surroundings.openProgram(electron.fileDialogs, translate, pdf);
    let opened = await open();
    if (!opened.ok && isRecoverable(opened.error.code)) {
      const recovered = await offerRecovery(electron.dialog, translate, surroundings.recovery);
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
    blockForeignRequests(session, app.isPackaged);
    serveAppScheme(protocol, surroundings.listRendererFiles(), pages);
    openIpcDoor(electron.ipcMain, program.dispatch);
    electron.setMenu(menuTemplate({ translate, platform: surroundings.platform, packaged: app.isPackaged }));
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
