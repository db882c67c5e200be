import { describe, expect, it } from 'vitest';
import { createDrives, decodeOutput } from '../../../../../src/main/node/drives/drives.ts';
import {
  createWindowsDrives,
  fileSystemIn,
  parseDriveLines,
  saysRemovable,
  type WindowsSystem,
} from '../../../../../src/main/node/drives/windows-drives.ts';

const space = async (path: string) =>
  path.startsWith('C:') || path.startsWith('E:') ? { freeBytes: 1000, totalBytes: 2000 } : null;
const stick = {
  path: 'E:\\',
  label: '报送|盘',
  fileSystem: 'FAT32',
  freeBytes: 8_000_000_000,
  totalBytes: 15_000_000_000,
  readOnly: false,
  busy: false,
};
const lines = '\uFEFFE:\\|FAT32|8000000000|15000000000|报送|盘\r\nG:\\||||\r\nsome other line\r\n';

describe('the drives of Windows', () => {
  it('are those that PowerShell calls removable; without sizes one is not ready', async () => {
    expect(parseDriveLines(lines)).toEqual([
      stick,
      { ...stick, path: 'G:\\', label: '', fileSystem: '', freeBytes: 0, totalBytes: 0, busy: true },
    ]);
    const asked: string[][] = [];
    const run: WindowsSystem['run'] = async (program, words) => {
      asked.push([program, ...words]);
      return lines;
    };
    const drives = createWindowsDrives({ run, space });
    const [first] = await Promise.all([drives.list(), drives.list(), drives.list()]);
    expect(first.map(({ path }) => path)).toEqual(['E:\\', 'G:\\']);
    expect(asked).toHaveLength(1);
    await drives.list();
    expect(asked).toHaveLength(2);
    expect(asked[0]?.[0]).toBe('powershell.exe');
  });

  it('are asked of fsutil where PowerShell may not run', async () => {
    const run: WindowsSystem['run'] = async (program, words) => {
      if (program === 'powershell.exe') return null;
      if (words[1] === 'volumeinfo') return '卷名 : 报送\r\n文件系统名 : exFAT\r\n';
      return words[2] === 'E:' ? 'E: - 可移动驱动器\r\n' : `${words[2]} - 固定驱动器\r\n`;
    };
    expect(await createWindowsDrives({ run, space }).list()).toEqual([
      { ...stick, label: '', fileSystem: 'exFAT', freeBytes: 1000, totalBytes: 2000 },
    ]);
  });

  it('are none where Windows answers nothing, and a folder is then written without knowing its format', async () => {
    const drives = createWindowsDrives({ run: async () => null, space });
    expect(await drives.list()).toEqual([]);
    expect(await drives.volume('E:\\报送')).toEqual({
      label: '',
      fileSystem: '',
      freeBytes: 1000,
      readOnly: false,
      longestPath: 259,
    });
  });

  it('tell the format of a folder on a stick by its letter', async () => {
    const drives = createWindowsDrives({ run: async () => lines, space });
    expect(await drives.volume('e:\\2024')).toMatchObject({ fileSystem: 'FAT32', label: '报送|盘' });
    expect(await drives.volume('\\\\server\\share')).toMatchObject({ fileSystem: '', freeBytes: null });
  });

  it.each([
    ['E: - Removable Drive', true],
    ['E: - 可移动驱动器', true],
    ['C: - Fixed Drive', false],
    ['D: - CD-ROM 驱动器', false],
    ['', false],
  ])('fsutil says %j: %s', (text, removable) => {
    expect(saysRemovable(text)).toBe(removable);
  });

  it.each([
    ['File System Name : FAT32', 'FAT32'],
    ['文件系统名 : NTFS', 'NTFS'],
    ['错误: 拒绝访问。', ''],
  ])('fsutil says %j: «%s»', (text, fileSystem) => {
    expect(fileSystemIn(text)).toBe(fileSystem);
  });

  it('read what an older Chinese Windows writes in GBK', () => {
    const gbk = new Uint8Array([0xbf, 0xc9, 0xd2, 0xc6, 0xb6, 0xaf]);
    expect(decodeOutput(gbk)).toBe('可移动');
    expect(decodeOutput(new TextEncoder().encode('可移动'))).toBe('可移动');
  });
});

it('this computer is asked without a failure, whatever it has', async () => {
  const drives = createDrives();
  expect(Array.isArray(await drives.list())).toBe(true);
  const volume = await drives.volume(import.meta.dirname);
  if (process.platform === 'linux') {
    expect(volume.freeBytes).toBeGreaterThan(0);
    expect(volume.fileSystem).not.toBe('');
  }
});

it('skips a line whose sizes are those of no drive', () => {
  expect(parseDriveLines(`E:\\|FAT32|${'9'.repeat(400)}|4096|报送\r\n`)).toEqual([]);
  expect(parseDriveLines('E:\\|FAT32|18446744073709551615|18446744073709551615|报送')).toHaveLength(1);
});
