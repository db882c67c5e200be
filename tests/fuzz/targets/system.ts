/** What this computer says of itself: font files, drives, mounts. Nobody's word for it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  decodeLabel,
  labelInUdevData,
  mountOf,
  parseMountTable,
} from '../../../src/main/node/drives/mount-table.ts';
import {
  fileSystemIn,
  parseDriveLines,
  saysRemovable,
} from '../../../src/main/node/drives/windows-drives.ts';
import { familiesOfFile } from '../../../src/main/node/fonts/font-files.ts';
import { readFamilyNames } from '../../../src/main/node/fonts/sfnt-names.ts';
import { fontCollection, fontFace, windowsName } from '../../support/font-files.ts';
import { mutateBytes } from '../mutate/bytes.ts';
import { monotonousText, mutateText } from '../mutate/text.ts';
import { type FuzzTarget, mustHold } from '../target.ts';

export const fontTarget: FuzzTarget = {
  name: 'font',
  async prepare(folder) {
    const path = join(folder, 'fuzzed.ttf');
    const names = [windowsName('仿宋'), windowsName('FangSong', 16), windowsName('Version 1', 5)];
    const seeds = [
      fontFace(names),
      fontCollection([names, [windowsName('楷体')]]),
      fontCollection(Array(64).fill(names)),
    ];
    return {
      make(random) {
        let bytes = random.pick(seeds);
        for (let count = 1 + random.below(3); count > 0; count -= 1) bytes = mutateBytes(bytes, random);
        return { name: 'fuzzed.ttf', bytes };
      },
      attempt({ bytes }) {
        const found = readFamilyNames((offset, length) => bytes.subarray(offset, offset + length));
        for (const name of found) {
          mustHold(
            name.trim() === name && name !== '' && !/\p{Cc}/u.test(name),
            'a family has a name that can be shown',
          );
        }
        writeFileSync(path, bytes);
        mustHold(familiesOfFile(path).join('\n') === found.join('\n'), 'a file says what its bytes say');
        return found.length > 0 ? 'accepted' : 'refused';
      },
    };
  },
};

const driveTexts = [
  'E:\\|FAT32|1024|4096|报送\r\nF:\\|exFAT|1|2|a|b\r\nG:\\||||\r\n',
  'E: - 可移动驱动器\r\n',
  '卷名 : 报送\r\n文件系统名称 : FAT32\r\nMax Component Length : 255',
  '36 35 8:17 / /media/user/STICK\\040A rw,nosuid - vfat /dev/sdb1 rw,uid=1000\n37 35 0:25 / /run rw - tmpfs tmpfs rw,size=1k\n35 1 8:1 / / ro shared:1 - ext4 /dev/sda1 ro\n',
  'E:ID_FS_LABEL=STICK\nE:ID_FS_LABEL_ENC=\\xe6\\x8a\\xa5\\x20A\n',
];

export const driveTarget: FuzzTarget = {
  name: 'drives',
  async prepare() {
    const words = [
      '|',
      '\\040',
      '\\x20',
      '\\xff',
      ' - ',
      ':\\',
      'rw',
      'ro,',
      '/',
      '\n',
      '\r\n',
      '\\777',
      '8:17',
    ];
    return {
      make(random) {
        const text = random.chance(0.1)
          ? monotonousText(random, words)
          : mutateText(random.pick(driveTexts), random, words);
        return { name: 'drives.txt', bytes: new Uint8Array(Buffer.from(text)) };
      },
      attempt({ bytes }) {
        const text = Buffer.from(bytes).toString('utf8');
        const drives = parseDriveLines(text);
        for (const { path, freeBytes, totalBytes } of drives) {
          mustHold(/^[A-Z]:\\$/.test(path), 'a drive has a letter');
          mustHold(
            freeBytes >= 0 && totalBytes >= 0 && Number.isFinite(freeBytes + totalBytes),
            'sizes are numbers',
          );
        }
        saysRemovable(text);
        fileSystemIn(text);
        const mounts = parseMountTable(text);
        const mount = mountOf(mounts, '/media/user/STICK A/报送');
        mustHold(mount === null || mounts.includes(mount), 'a path is on a mount of the table');
        decodeLabel(text);
        labelInUdevData(text);
        return drives.length + mounts.length > 0 ? 'accepted' : 'refused';
      },
    };
  },
};
