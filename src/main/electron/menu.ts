import type { MenuItemConstructorOptions } from 'electron';
import type { Translate } from '../node/translate.ts';

export interface MenuSurroundings {
  translate: Translate;
  platform: NodeJS.Platform;
  packaged: boolean;
  /** Opens the help of the page. */
  openHelp: () => void;
}

/**
 * The menu, with the accelerators every office program has. Undo, redo and help show their keys but leave them to the
 * page, whose history spans text and tables and which knows what is shown.
 */
export function menuTemplate({
  translate,
  platform,
  packaged,
  openHelp,
}: MenuSurroundings): MenuItemConstructorOptions[] {
  const label = (key: string): { label: string } => ({ label: translate(`menu:${key}`) });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const development: MenuItemConstructorOptions[] = packaged
    ? []
    : [
        separator,
        { ...label('view.reload'), role: 'reload', accelerator: 'CmdOrCtrl+R' },
        { ...label('view.developerTools'), role: 'toggleDevTools', accelerator: 'F12' },
      ];
  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    {
      ...label('file.title'),
      submenu: [
        { ...label('file.close'), role: 'close', accelerator: 'CmdOrCtrl+W' },
        separator,
        { ...label('file.quit'), role: 'quit', accelerator: 'CmdOrCtrl+Q' },
      ],
    },
    {
      ...label('edit.title'),
      submenu: [
        { ...label('edit.undo'), role: 'undo', accelerator: 'CmdOrCtrl+Z', registerAccelerator: false },
        {
          ...label('edit.redo'),
          role: 'redo',
          accelerator: platform === 'darwin' ? 'Shift+Cmd+Z' : 'Ctrl+Y',
          registerAccelerator: false,
        },
        separator,
        { ...label('edit.cut'), role: 'cut', accelerator: 'CmdOrCtrl+X' },
        { ...label('edit.copy'), role: 'copy', accelerator: 'CmdOrCtrl+C' },
        { ...label('edit.paste'), role: 'paste', accelerator: 'CmdOrCtrl+V' },
        {
          ...label('edit.pastePlain'),
          role: 'pasteAndMatchStyle',
          accelerator: 'CmdOrCtrl+Shift+V',
        },
        { ...label('edit.selectAll'), role: 'selectAll', accelerator: 'CmdOrCtrl+A' },
      ],
    },
    {
      ...label('view.title'),
      submenu: [
        { ...label('view.zoomIn'), role: 'zoomIn', accelerator: 'CmdOrCtrl+=' },
        { ...label('view.zoomOut'), role: 'zoomOut', accelerator: 'CmdOrCtrl+-' },
        { ...label('view.actualSize'), role: 'resetZoom', accelerator: 'CmdOrCtrl+0' },
        separator,
        { ...label('view.fullScreen'), role: 'togglefullscreen', accelerator: 'F11' },
        ...development,
      ],
    },
    {
      ...label('window.title'),
      submenu: [{ ...label('window.minimize'), role: 'minimize', accelerator: 'CmdOrCtrl+M' }],
    },
    {
      ...label('help.title'),
      submenu: [
        // The key is the page's own, which opens the help of the place that is shown.
        { ...label('help.open'), accelerator: 'F1', registerAccelerator: false, click: openHelp },
        separator,
        { ...label('help.about'), role: 'about' },
      ],
    },
  ];
}
