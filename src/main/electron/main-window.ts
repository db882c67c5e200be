import { join } from 'node:path';
import type { BrowserWindow, BrowserWindowConstructorOptions, WebContents } from 'electron';
import { appPage } from './app-address.ts';
import { windowOptions } from './window-options.ts';
import { type Rectangle, readWindowState, visibleWindowState, writeWindowState } from './window-state.ts';

export type DesktopWindow = Pick<
  BrowserWindow,
  | 'on'
  | 'once'
  | 'loadURL'
  | 'show'
  | 'focus'
  | 'restore'
  | 'maximize'
  | 'isMaximized'
  | 'isMinimized'
  | 'getNormalBounds'
> & { webContents: Pick<WebContents, 'on' | 'sendInputEvent'> };

export type OpenWindow = (options: BrowserWindowConstructorOptions) => DesktopWindow;

export interface MainWindowOptions {
  open: OpenWindow;
  preload: string;
  /** Folder of Electron's own data, where the window's place is kept. */
  userData: string;
  workAreas: readonly Rectangle[];
  packaged: boolean;
  /** Asked when the page does not want to go because something is unsaved. */
  mayLeave: () => boolean;
}

/** Opens the window where it stood last time and resolves when its page has loaded. */
export async function openMainWindow(options: MainWindowOptions): Promise<DesktopWindow> {
  const statePath = join(options.userData, 'window-state.json');
  const state = visibleWindowState(readWindowState(statePath), options.workAreas);
  const window = options.open(windowOptions(options.preload, state, options.packaged));
  window.once('ready-to-show', () => {
    if (state.maximized) {
      window.maximize();
    }
    window.show();
  });
  window.on('close', () => {
    const { x, y, width, height } = window.getNormalBounds();
    writeWindowState(statePath, { x, y, width, height, maximized: window.isMaximized() });
  });
  window.webContents.on('will-prevent-unload', (event) => {
    if (options.mayLeave()) {
      event.preventDefault();
    }
  });
  await window.loadURL(appPage);
  return window;
}
