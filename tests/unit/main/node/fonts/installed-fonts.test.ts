import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fontFolders } from '../../../../../src/main/node/fonts/font-folders.ts';
import { createInstalledFonts } from '../../../../../src/main/node/fonts/installed-fonts.ts';
import { fontCollection, fontFace, windowsName } from '../../../../support/font-files.ts';
import { temporaryFolder } from '../../../../support/workspace.ts';

describe('the fonts of this computer', () => {
  function folderOfFonts(): string {
    const folder = temporaryFolder();
    mkdirSync(join(folder, '公文', 'more'), { recursive: true });
    writeFileSync(join(folder, 'simfang.ttf'), fontFace([windowsName('FangSong'), windowsName('仿宋')]));
    writeFileSync(join(folder, '公文', 'more', 'SIMSUN.TTC'), fontCollection([[windowsName('宋体')]]));
    writeFileSync(join(folder, 'broken.otf'), 'OTTO and nothing else');
    writeFileSync(join(folder, 'readme.txt'), 'no font');
    symlinkSync(folder, join(folder, 'loop'));
    return folder;
  }

  it('are read from the files of the folders where the system does not say', async () => {
    const fonts = createInstalledFonts({
      platform: 'linux',
      folders: [folderOfFonts(), '/nowhere'],
      listFonts: async () => null,
    });
    expect([...(await fonts.families())].sort()).toEqual(['fangsong', '仿宋', '宋体']);
  });

  it('are what the system lists, under all their names', async () => {
    const fonts = createInstalledFonts({
      platform: 'linux',
      folders: [],
      listFonts: async () => 'FangSong,仿宋\nLXGW WenKai,霞鹜文楷\n\n',
    });
    expect([...(await fonts.families())]).toEqual(['fangsong', '仿宋', 'lxgw wenkai', '霞鹜文楷']);
  });

  it('are read once, and on Windows without asking a program', async () => {
    let asked = 0;
    const fonts = createInstalledFonts({
      platform: 'win32',
      folders: [folderOfFonts()],
      listFonts: async () => {
        asked += 1;
        return null;
      },
    });
    expect(await fonts.families()).toBe(await fonts.families());
    expect(asked).toBe(0);
  });
});

describe('the folders of fonts', () => {
  it('are those of the system and of the person', () => {
    expect(
      fontFolders({
        platform: 'win32',
        home: 'C:\\Users\\li',
        environment: { WINDIR: 'D:\\Windows', LOCALAPPDATA: 'C:\\Users\\li\\AppData\\Local' },
      }),
    ).toEqual(['D:\\Windows\\Fonts', 'C:\\Users\\li\\AppData\\Local\\Microsoft\\Windows\\Fonts']);
    expect(fontFolders({ platform: 'linux', home: '/home/li', environment: {} })).toContain(
      '/home/li/.local/share/fonts',
    );
  });
});
