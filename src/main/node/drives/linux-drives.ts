/** Drives that can be pulled out, as Linux tells of them in its own files: nothing is run, nothing is asked over a bus. */
import type { Drives, RemovableDrive, Volume } from '../../core/ports.ts';
import { decodeLabel, labelInUdevData, type Mount, mountOf, parseMountTable } from './mount-table.ts';

/** What is read of the system; null and [] where it cannot be. */
export interface LinuxSystem {
  readText(path: string): Promise<string | null>;
  list(folder: string): Promise<string[]>;
  realPath(path: string): Promise<string | null>;
  /** Bytes of the volume that holds `path`; null where it does not answer in time. */
  space(path: string): Promise<{ freeBytes: number; totalBytes: number } | null>;
}

const mountTable = '/proc/self/mountinfo';
const labels = '/dev/disk/by-label';
/** Parts of the system's own disk, should it be on a stick, and of containers. */
const ownPaths = /^\/($|(boot|efi|etc|usr|var|home|opt|proc|sys|dev)($|\/))/;

/** The volume's folder in /sys says where it hangs: below its disk, and that below its bus. */
async function isRemovable(system: LinuxSystem, { device }: Mount): Promise<boolean> {
  const folder = await system.realPath(`/sys/dev/block/${device}`);
  if (folder === null) return false;
  if (/\/usb\d+\//.test(folder) || /\/mmc_host\//.test(folder)) return true;
  for (const place of [folder, folder.slice(0, folder.lastIndexOf('/'))]) {
    if ((await system.readText(`${place}/removable`))?.trim() === '1') return true;
  }
  return false;
}

async function labelOf(system: LinuxSystem, mount: Mount): Promise<string> {
  const told = await system.readText(`/run/udev/data/b${mount.device}`);
  const label = told === null ? '' : labelInUdevData(told);
  if (label !== '') return label;
  const source = await system.realPath(mount.source);
  for (const name of await system.list(labels)) {
    if (source !== null && (await system.realPath(`${labels}/${name}`)) === source) return decodeLabel(name);
  }
  return '';
}

export function createLinuxDrives(system: LinuxSystem): Drives {
  const readMounts = async () => parseMountTable((await system.readText(mountTable)) ?? '');

  const describe = async (mount: Mount): Promise<RemovableDrive> => {
    const space = await system.space(mount.path);
    return {
      path: mount.path,
      label: await labelOf(system, mount),
      fileSystem: mount.fileSystem,
      freeBytes: space?.freeBytes ?? 0,
      totalBytes: space?.totalBytes ?? 0,
      readOnly: mount.readOnly,
      busy: space === null,
    };
  };

  return {
    async list() {
      const drives: RemovableDrive[] = [];
      const seen = new Set<string>();
      for (const mount of await readMounts()) {
        // The same volume may be mounted at several places; the first is the one that people know.
        if (ownPaths.test(mount.path) || !mount.source.startsWith('/dev/') || seen.has(mount.device))
          continue;
        if (!(await isRemovable(system, mount))) continue;
        seen.add(mount.device);
        drives.push(await describe(mount));
      }
      return drives.toSorted((first, second) => (first.path < second.path ? -1 : 1));
    },

    async volume(path): Promise<Volume> {
      const mount = mountOf(await readMounts(), path);
      const space = await system.space(path);
      return {
        label: mount === null ? '' : await labelOf(system, mount),
        fileSystem: mount?.fileSystem ?? '',
        freeBytes: space?.freeBytes ?? null,
        readOnly: mount?.readOnly ?? false,
        longestPath: null,
      };
    },
  };
}
