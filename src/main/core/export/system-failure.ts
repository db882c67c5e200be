/** What the system's answers to writing mean to a person. */

/** The system's own code of an error («ENOSPC»), or null for an error that is none of the system's. */
export function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** What a full disk and a missing right are called; null for every other code, which each writer names itself. */
export function mediumFailure(code: string): 'file.diskFull' | 'file.readOnly' | null {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'file.diskFull';
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return 'file.readOnly';
    default:
      return null;
  }
}
