/** What to say when better-sqlite3's compiled part cannot be loaded: the system is too old for it, or the file is damaged. */
import type { Translate } from './translate.ts';

/** The oldest C library that has the symbols of the Linux addon (it names GLIBC_2.34). */
const oldestGlibc = '2.34';

/** The sentence, or `null` for every other error. */
export function addonFailureSentence(
  error: unknown,
  platform: NodeJS.Platform,
  translate: Translate,
): string | null {
  if (!(error instanceof Error && 'code' in error && error.code === 'ERR_DLOPEN_FAILED')) return null;
  return platform === 'linux'
    ? translate('cli:addon.linux', { version: oldestGlibc })
    : translate('cli:addon.other');
}
