/** Entry of the desktop program: hands Electron's parts to `startDesktop` and decides nothing. */
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session } from 'electron';
import { planRecovery, recover } from '../core/storage/recovery/recover.ts';
import { describeHolder } from '../node/holder.ts';
import { journalFolders } from '../node/journal-folders.ts';
import { programFolders } from '../node/program-folders.ts';
import { unsavedOf } from '../node/recovery-choice.ts';
import { listRendererFiles } from '../node/renderer-files.ts';
import { createResourceFolder } from '../node/resource-folder.ts';
import { systemClock } from '../node/system-clock.ts';
import { createTranslate, languageFor } from '../node/translate.ts';
import { defaultWorkspaceFolder } from '../node/workspace-folder.ts';
import { startDesktop } from './desktop.ts';
import { openDesktopProgram } from './desktop-program.ts';

const folders = programFolders(import.meta.dirname);
const workspaceFolder = defaultWorkspaceFolder(homedir(), process.env);
const damaged = { folder: workspaceFolder, holder: describeHolder('electron'), clock: systemClock };
const printWindows = new WeakSet<BrowserWindow>();
const currentWindow = () => BrowserWindow.getAllWindows().find((window) => !printWindows.has(window));

// Not awaited: Electron becomes ready only after this module has run to its end.
void startDesktop(
  {
    app,
    protocol,
    ipcMain,
    dialog,
    screen: () => screen,
    session: () => session.defaultSession,
    openWindow: (options) => new BrowserWindow(options),
    openPrintWindow: (options) => {
      const window = new BrowserWindow(options);
      printWindows.add(window);
      return window;
    },
    chromiumVersion: process.versions.chrome ?? '',
    fileDialogs: {
      open: (options) => {
        const window = currentWindow();
        return window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options);
      },
      save: (options) => {
        const window = currentWindow();
        return window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options);
      },
    },
    setMenu: (template) => Menu.setApplicationMenu(Menu.buildFromTemplate(template)),
  },
  {
    platform: process.platform,
    preload: join(import.meta.dirname, 'preload.cjs'),
    translateFor: (locale) =>
      createTranslate(
        createResourceFolder(folders.resources),
        languageFor(process.env.XIANGBAO_LANGUAGE ?? locale),
      ),
    listRendererFiles: () => listRendererFiles(folders.renderer),
    openProgram: (dialogs, translate, pdf) =>
      openDesktopProgram({
        folders,
        workspaceFolder,
        temporaryRoot: tmpdir(),
        dialogs,
        translate,
        pdf,
      }),
    recovery: {
      plan: () => planRecovery(damaged),
      unsaved: () => unsavedOf(workspaceFolder, journalFolders()),
      recover: (from) => recover(damaged, from),
    },
  },
);
