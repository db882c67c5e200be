/**
 * Drives that can be pulled out, as Windows tells of them. Node knows the size of a volume and nothing else, so Windows
 * itself is asked: .NET's DriveInfo through PowerShell, and where that may not run, `fsutil`, which tells less.
 *
 * Limits: a disk in a USB case calls itself fixed and is not listed (it can be chosen by hand); the switch of a
 * write-protected stick is only found when something is written.
 */
import type { Drives, RemovableDrive } from '../../core/ports.ts';

/** What is asked of Windows. */
export interface WindowsSystem {
  /** Runs a program of Windows without a shell; its output, or null where it fails or takes too long. */
  run(program: string, words: readonly string[]): Promise<string | null>;
  /** Bytes of the volume that holds `path`; null where there is none or it does not answer in time. */
  space(path: string): Promise<{ freeBytes: number; totalBytes: number } | null>;
}

/** Microsoft, «Maximum Path Length Limitation»: MAX_PATH is 260 with the closing zero, and WPS opens no longer one. */
export const longestWindowsPath = 259;

/** Microsoft, System.IO.DriveType: 2 is Removable. Lines of words, because ConvertTo-Json differs between versions. */
const script = [
  '[Console]::OutputEncoding=[Text.Encoding]::UTF8',
  '[IO.DriveInfo]::GetDrives() | Where-Object { $_.DriveType -eq 2 } | ForEach-Object { ' +
    "if ($_.IsReady) { $_.Name + '|' + $_.DriveFormat + '|' + $_.AvailableFreeSpace + '|' + $_.TotalSize + '|' + $_.VolumeLabel }" +
    " else { $_.Name + '||||' } }",
].join('; ');

export const powerShellWords = ['-NoProfile', '-NonInteractive', '-Command', script] as const;

/** «E:\|FAT32|1024|4096|报送»: a drive in each line; without sizes it is there, but not ready. Other lines are skipped. */
export function parseDriveLines(text: string): RemovableDrive[] {
  return text.split(/\r?\n/).flatMap((line) => {
    // A label may hold the sign that separates; a size is one of 64 bits.
    const [, path, fileSystem, free, total, label] =
      /^\uFEFF?([A-Z]:\\)\|([^|]*)\|(\d{0,20})\|(\d{0,20})\|(.*)$/.exec(line.trimEnd()) ?? [];
    if (path === undefined || fileSystem === undefined || label === undefined) return [];
    return [
      {
        path,
        label,
        fileSystem,
        freeBytes: Number(free),
        totalBytes: Number(total),
        readOnly: false,
        busy: total === '',
      },
    ];
  });
}

/** «E: - Removable Drive», in Chinese «E: - 可移动驱动器». */
export function saysRemovable(text: string): boolean {
  return /removable|可移动/i.test(text);
}

/** «File System Name : FAT32», in Chinese «文件系统名称 : FAT32»; '' where the text does not say. */
export function fileSystemIn(text: string): string {
  return /\b(FAT(?:12|16|32)?|exFAT|NTFS|ReFS|UDF|CDFS)\b/i.exec(text)?.[1] ?? '';
}

/** A and B are floppies, which make a noise when they are asked. */
const letters = [...'CDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`);

export function createWindowsDrives(system: WindowsSystem): Drives {
  const byPrograms = async (): Promise<RemovableDrive[]> => {
    const drives: RemovableDrive[] = [];
    for (const path of letters) {
      const space = await system.space(path);
      if (space === null) continue;
      const type = await system.run('fsutil.exe', ['fsinfo', 'drivetype', path.slice(0, 2)]);
      if (type === null || !saysRemovable(type)) continue;
      const volume = await system.run('fsutil.exe', ['fsinfo', 'volumeinfo', path]);
      drives.push({
        path,
        label: '',
        fileSystem: fileSystemIn(volume ?? ''),
        ...space,
        readOnly: false,
        busy: false,
      });
    }
    return drives;
  };

  const ask = async () => {
    const told = await system.run('powershell.exe', powerShellWords);
    return told === null ? byPrograms() : parseDriveLines(told);
  };
  // A page asks again every few seconds, PowerShell may take as long to start: one answer serves all who wait for it.
  let underWay: Promise<RemovableDrive[]> | null = null;
  const list = () => {
    underWay ??= ask().finally(() => {
      underWay = null;
    });
    return underWay;
  };

  return {
    list,
    async volume(path) {
      const root = /^[a-z]:/i.exec(path)?.[0].toUpperCase();
      const drive = root === undefined ? undefined : (await list()).find((one) => one.path.startsWith(root));
      return {
        label: drive?.label ?? '',
        fileSystem: drive?.fileSystem ?? '',
        freeBytes: (await system.space(path))?.freeBytes ?? null,
        readOnly: false,
        longestPath: longestWindowsPath,
      };
    },
  };
}
