/** Entry of the desktop program: hands Electron's parts to `startDesktop`, or the words behind `--cli` to the command line. */
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session } from 'electron';
import { workspaceFileName } from '../core/storage/open.ts';
import { planRecovery, recover } from '../core/storage/recovery/recover.ts';
import { describeHolder } from '../node/holder.ts';
import { journalFolders } from '../node/journal-folders.ts';
import { locateFile } from '../node/locate-file.ts';
import { keepNewFilesPrivate } from '../node/private-files.ts';
import { programFolders } from '../node/program-folders.ts';
import { unsavedOf } from '../node/recovery-choice.ts';
import { listRendererFiles } from '../node/renderer-files.ts';
import { createResourceFolder } from '../node/resource-folder.ts';
import { systemClock } from '../node/system-clock.ts';
import { createTranslate, languageFor } from '../node/translate.ts';
import { defaultWorkspaceFolder } from '../node/workspace-folder.ts';
import { runInTerminal } from './command-line.ts';
import { startDesktop } from './desktop.ts';
import { openDesktopProgram } from './desktop-program.ts';
import { readLaunch } from './launch.ts';

keepNewFilesPrivate();
const folders = programFolders(import.meta.dirname);
const usualFolder = defaultWorkspaceFolder(homedir(), process.env);
// Electron alone counts its own path and the folder of an unpackaged program among the words.
const ownWords = process.defaultApp ? 2 : 1;
const launch = readLaunch(process.argv.slice(ownWords), {
  platform: process.platform,
  packaged: app.isPackaged,
});
const printWindows = new WeakSet<BrowserWindow>();
const currentWindow = () => BrowserWindow.getAllWindows().find((window) => !printWindows.has(window));

const start = (window: Exclude<typeof launch, { kind: 'commandLine' }>) =>
  startDesktop(
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
      launch: window,
      usualFolder,
      locate: locateFile,
      workspaceFileOf: (folder) => locateFile(workspaceFileName, folder).path,
      preload: join(import.meta.dirname, 'preload.cjs'),
      translateFor: (locale) =>
        createTranslate(
          createResourceFolder(folders.resources),
          languageFor(process.env.XIANGBAO_LANGUAGE ?? locale),
        ),
      listRendererFiles: () => listRendererFiles(folders.renderer),
      openProgram: (workspaceFolder, dialogs, translate, pdf) =>
        openDesktopProgram({
          folders,
          workspaceFolder,
          temporaryRoot: tmpdir(),
          dialogs,
          translate,
          pdf,
        }),
      recovery: (folder) => {
        const damaged = { folder, holder: describeHolder('electron'), clock: systemClock };
        return {
          plan: () => planRecovery(damaged),
          unsaved: () => unsavedOf(folder, journalFolders()),
          recover: (from) => recover(damaged, from),
        };
      },
    },
  );

if (launch.kind === 'commandLine') {
  // Awaited: while this module runs Electron opens nothing, so that no screen is needed. Built beside this file.
  const entry = pathToFileURL(join(import.meta.dirname, 'cli.mjs')).href;
  await runInTerminal(app, process, launch.words, () => import(entry));
} else {
  // Not awaited: Electron becomes ready only after this module has run to its end.
  void start(launch);
}
