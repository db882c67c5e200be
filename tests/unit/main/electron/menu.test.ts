import { join } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate } from '../../../../src/main/electron/menu.ts';
import { createResourceFolder } from '../../../../src/main/node/resource-folder.ts';
import { createTranslate, type Language } from '../../../../src/main/node/translate.ts';

const resources = createResourceFolder(join(import.meta.dirname, '../../../../resources'));

function items(platform: NodeJS.Platform, packaged: boolean, language: Language = 'zh-CN') {
  const template = menuTemplate({
    translate: createTranslate(resources, language),
    platform,
    packaged,
    openHelp: () => {},
  });
  const flat = (entries: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    entries.flatMap((entry) => [entry, ...(Array.isArray(entry.submenu) ? flat(entry.submenu) : [])]);
  return flat(template);
}

describe('menuTemplate', () => {
  it('is Chinese', () => {
    const labels = items('win32', true).flatMap((item) => item.label ?? []);
    expect(labels).toEqual(
      expect.arrayContaining([
        '文件(&F)',
        '编辑(&E)',
        '撤销',
        '恢复',
        '复制',
        '粘贴',
        '全选',
        '全屏',
        '关于乡报',
      ]),
    );
  });

  it.each<Language>(['zh-CN', 'en'])('has a word for every entry in %s', (language) => {
    for (const item of items('linux', false, language)) {
      if (item.type !== 'separator') {
        expect(item.label).not.toMatch(/^\w+\.\w+$/);
      }
    }
  });

  it.each([
    ['cut', 'CmdOrCtrl+X'],
    ['copy', 'CmdOrCtrl+C'],
    ['paste', 'CmdOrCtrl+V'],
    ['selectAll', 'CmdOrCtrl+A'],
    ['undo', 'CmdOrCtrl+Z'],
    ['redo', 'Ctrl+Y'],
    ['togglefullscreen', 'F11'],
    ['resetZoom', 'CmdOrCtrl+0'],
    ['quit', 'CmdOrCtrl+Q'],
  ])('%s has its usual key', (role, accelerator) => {
    expect(items('win32', true).find((item) => item.role === role)?.accelerator).toBe(accelerator);
  });

  it('leaves the keys for undo and redo to the page', () => {
    const history = items('linux', true).filter((item) => item.role === 'undo' || item.role === 'redo');
    expect(history.map((item) => item.registerAccelerator)).toEqual([false, false]);
  });

  it('shows the key of the help and leaves it to the page', () => {
    const help = items('linux', true).find((item) => item.accelerator === 'F1');
    expect(help).toMatchObject({ label: '帮助', registerAccelerator: false });
  });

  it('has developer tools only while not packaged', () => {
    const roles = (packaged: boolean) => items('linux', packaged).map((item) => item.role);
    expect(roles(false)).toContain('toggleDevTools');
    expect(roles(true)).not.toContain('toggleDevTools');
    expect(roles(true)).not.toContain('reload');
  });

  it('gives each key once', () => {
    const keys = items('linux', false).flatMap((item) => item.accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
