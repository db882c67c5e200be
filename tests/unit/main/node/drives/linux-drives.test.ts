import { describe, expect, it } from 'vitest';
import { createLinuxDrives, type LinuxSystem } from '../../../../../src/main/node/drives/linux-drives.ts';
import {
  decodeLabel,
  labelInUdevData,
  mountOf,
  parseMountTable,
} from '../../../../../src/main/node/drives/mount-table.ts';

const table = [
  '22 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw',
  '23 22 0:21 / /proc rw,nosuid - proc proc rw',
  '30 22 259:1 / /boot/efi rw - vfat /dev/nvme0n1p1 rw,fmask=0077',
  '41 22 8:17 / /media/xiao\\040wang/报送盘 rw,nosuid,nodev shared:7 - vfat /dev/sdb1 rw,utf8',
  '42 22 8:17 / /mnt/again rw - vfat /dev/sdb1 rw',
  '43 22 8:33 / /run/media/wang/LOCKED ro,nosuid - exfat /dev/sdc1 rw',
  '44 22 8:49 / /mnt/disk rw - ext4 /dev/sdd1 rw',
  '45 22 179:1 / /media/card rw - vfat /dev/mmcblk0p1 rw',
  '46 22 0:50 / /mnt/share rw - cifs //server/share rw',
  'not a line of the table',
  '',
].join('\n');

const links: Record<string, string> = {
  '/sys/dev/block/259:2': '/sys/devices/pci0000:00/nvme/nvme0/nvme0n1/nvme0n1p2',
  '/sys/dev/block/8:17':
    '/sys/devices/pci0000:00/0000:00:14.0/usb1/1-2/1-2:1.0/host6/target6:0:0/6:0:0:0/block/sdb/sdb1',
  '/sys/dev/block/8:33': '/sys/devices/pci0000:00/ata7/host7/block/sdc/sdc1',
  '/sys/dev/block/8:49': '/sys/devices/pci0000:00/ata1/host1/block/sdd/sdd1',
  '/sys/dev/block/179:1': '/sys/devices/platform/mmc_host/mmc0/mmc0:0001/block/mmcblk0/mmcblk0p1',
  '/dev/sdc1': '/dev/sdc1',
  '/dev/disk/by-label/\\xe6\\x8a\\xa5\\x20B': '/dev/sdc1',
  '/dev/disk/by-label/OTHER': '/dev/sdd1',
};
const texts: Record<string, string> = {
  '/proc/self/mountinfo': table,
  '/sys/devices/pci0000:00/ata7/host7/block/sdc/removable': '1\n',
  '/sys/devices/pci0000:00/ata1/host1/block/sdd/removable': '0\n',
  '/run/udev/data/b8:17': 'S:disk/by-label/x\nE:ID_FS_LABEL=___\nE:ID_FS_LABEL_ENC=报送\\x20盘\n',
};

const system: LinuxSystem = {
  readText: async (path) => texts[path] ?? null,
  list: async (folder) =>
    Object.keys(links).flatMap((path) =>
      path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : [],
    ),
  realPath: async (path) => links[path] ?? null,
  space: async (path) => (path === '/media/card' ? null : { freeBytes: 10, totalBytes: 20 }),
};

describe('the drives of Linux', () => {
  it('are those on USB, of cards, and those that say so; each once, with its label', async () => {
    expect(await createLinuxDrives(system).list()).toEqual([
      {
        path: '/media/card',
        label: '',
        fileSystem: 'vfat',
        freeBytes: 0,
        totalBytes: 0,
        readOnly: false,
        busy: true,
      },
      {
        path: '/media/xiao wang/报送盘',
        label: '报送 盘',
        fileSystem: 'vfat',
        freeBytes: 10,
        totalBytes: 20,
        readOnly: false,
        busy: false,
      },
      {
        path: '/run/media/wang/LOCKED',
        label: '报 B',
        fileSystem: 'exfat',
        freeBytes: 10,
        totalBytes: 20,
        readOnly: true,
        busy: false,
      },
    ]);
  });

  it('are none where nothing can be read', async () => {
    const blind: LinuxSystem = {
      readText: async () => null,
      list: async () => [],
      realPath: async () => null,
      space: async () => null,
    };
    const drives = createLinuxDrives(blind);
    expect(await drives.list()).toEqual([]);
    expect(await drives.volume('/somewhere')).toEqual({
      label: '',
      fileSystem: '',
      freeBytes: null,
      readOnly: false,
      longestPath: null,
    });
  });

  it.each([
    ['/media/xiao wang/报送盘/2024', 'vfat', false],
    ['/run/media/wang/LOCKED', 'exfat', true],
    ['/media/xiao wang', 'ext4', false],
    ['/home/wang', 'ext4', false],
  ])('%s is on a volume of %s', async (path, fileSystem, readOnly) => {
    expect(await createLinuxDrives(system).volume(path)).toMatchObject({ fileSystem, readOnly });
  });
});

describe('the table of mounts', () => {
  it('has the later of two mounts in one place', () => {
    const mounts = parseMountTable(
      '1 1 8:1 / /a rw - ext4 /dev/sda1 rw\n2 1 8:2 / /a rw - vfat /dev/sdb1 rw',
    );
    expect(mountOf(mounts, '/a/b')?.source).toBe('/dev/sdb1');
    expect(mountOf(mounts, '/ab')).toBeNull();
  });

  it.each([
    ['plain', 'plain'],
    ['\\x20', ' '],
    ['a\\x2fb', 'a/b'],
    ['报\\xe9\\x80\\x81', '报送'],
    ['back\\slash', 'back\\slash'],
  ])('the label %s reads %s', (encoded, label) => {
    expect(decodeLabel(encoded)).toBe(label);
  });

  it('reads a label of any length', () => {
    expect(decodeLabel(`${'报'.repeat(200_000)}\\x20A`)).toBe(`${'报'.repeat(200_000)} A`);
  });

  it('takes a label without odd characters as it is', () => {
    expect(labelInUdevData('E:ID_FS_LABEL=STICK\n')).toBe('STICK');
    expect(labelInUdevData('E:ID_BUS=usb\n')).toBe('');
  });
});
