/** The table of mounted volumes that Linux keeps for each process. Source: proc(5), /proc/pid/mountinfo. */

export interface Mount {
  /** «8:17», major and minor number of the volume. */
  device: string;
  /** Absolute path. */
  path: string;
  fileSystem: string;
  /** «/dev/sdb1»; for what is no device, whatever the file system says. */
  source: string;
  readOnly: boolean;
}

/** Blanks and the like stand in the table as \040. */
function unescaped(text: string): string {
  const bytes = Buffer.from(
    text.replace(/\\([0-7]{3})/g, (_whole, octal: string) => String.fromCharCode(Number.parseInt(octal, 8))),
  );
  return bytes.toString('utf8');
}

/** Lines that do not have the documented shape are skipped. In the order of the table, in which later mounts hide earlier ones. */
export function parseMountTable(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [before = '', after = ''] = line.split(' - ', 2);
    const [, , device, , path, options] = before.split(' ');
    const [fileSystem, source, superOptions] = after.split(' ');
    if (device === undefined || path === undefined || options === undefined) return [];
    if (fileSystem === undefined || source === undefined) return [];
    const readOnly = [options, superOptions ?? ''].some((list) => list.split(',').includes('ro'));
    return [{ device, path: unescaped(path), fileSystem, source: unescaped(source), readOnly }];
  });
}

/** The mount that holds `path`: the longest that is a folder above it, of equal ones the last. */
export function mountOf(mounts: readonly Mount[], path: string): Mount | null {
  let found: Mount | null = null;
  for (const mount of mounts) {
    const below = mount.path === '/' ? '/' : `${mount.path}/`;
    const holds = path === mount.path || path.startsWith(below);
    if (holds && (found === null || mount.path.length >= found.path.length)) found = mount;
  }
  return found;
}

/** The name of a link in /dev/disk/by-label, where udev writes odd characters as \x20. Source: udev, udev_util_encode_string. */
export function decodeLabel(encoded: string): string {
  const pieces = Array.from(encoded.matchAll(/\\x([0-9a-f]{2})|[^\\]+|\\/giu), ([piece, hex]) =>
    hex === undefined ? Buffer.from(piece) : Buffer.of(Number.parseInt(hex, 16)),
  );
  return Buffer.concat(pieces).toString('utf8');
}

/** The label in udev's data of a device (/run/udev/data/b8:17); '' where there is none. */
export function labelInUdevData(text: string): string {
  const encoded = /^E:ID_FS_LABEL_ENC=(.*)$/mu.exec(text)?.[1];
  const plain = /^E:ID_FS_LABEL=(.*)$/mu.exec(text)?.[1];
  return encoded === undefined ? (plain ?? '') : decodeLabel(encoded);
}
