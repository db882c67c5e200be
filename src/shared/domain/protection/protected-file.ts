/**
 * Names of protected files: the full name of what is inside, and one ending more. Pinyin for 密码, because it must be
 * ASCII (drives, mail gateways and old archivers break other endings) and readable to a clerk; not «加密» or «密», which
 * on an office's papers is the mark of a state secret, and that is exactly what no file of this program may hold.
 */
export const protectedEnding = '.mima';

export function protectedName(name: string): string {
  return `${name}${protectedEnding}`;
}

export function isProtectedName(name: string): boolean {
  return name.toLowerCase().endsWith(protectedEnding) && name.length > protectedEnding.length;
}

/** What is inside, as it is called; a name that lost its ending stays as it is. */
export function nameInside(name: string): string {
  return isProtectedName(name) ? name.slice(0, -protectedEnding.length) : name;
}
