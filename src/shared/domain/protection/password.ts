/** What a password is, the same on screen, on the command line and in the file: its form, its least length, its strength. */

/** Characters that a password has at least. */
export const leastPasswordLength = 8;
/** UTF-16 units taken from a person, before normalisation. */
export const mostPasswordLength = 256;

/**
 * The form that is turned into keys: Unicode NFKC, white space at both ends removed. NFKC, because an input method gives
 * «１２３» where a keyboard without one gives «123», and a person does not see the difference.
 */
export function normalizePassword(typed: string): string {
  return typed.normalize('NFKC').trim();
}

export function isLongEnough(typed: string): boolean {
  return [...normalizePassword(typed)].length >= leastPasswordLength;
}

/** In the order of a meter; `tooShort` is refused, `weak` is told and let be. */
export const passwordStrengths = ['tooShort', 'weak', 'fair', 'strong'] as const;
export type PasswordStrength = (typeof passwordStrengths)[number];

/** Kinds of characters with how many there are to choose from; of Chinese ones those in daily use. */
const alphabets: readonly (readonly [RegExp, number])[] = [
  [/[0-9]/, 10],
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  [/[ -/:-@[-`{-~]/, 33],
  [/[^ -~]/u, 2500],
];

/** What is tried first, in lower case; also as a part it counts as one character. */
const triedFirst = /password|qwerty|asdfgh|zxcvbn|admin|xiangbao|mima|iloveyou|abc|密码|乡报/g;
/** Bits below which a password is weak, and from which it is strong, if it was chosen at random. */
const fairBits = 45;
const strongBits = 65;

/**
 * A coarse measure, in bits as if the characters were chosen at random. Runs («1111», «3456», «dcba») and words that are
 * tried first count as one character; digits alone are never more than weak: they are dates and telephone numbers.
 */
export function passwordStrength(typed: string): PasswordStrength {
  const password = normalizePassword(typed);
  if (!isLongEnough(password)) return 'tooShort';
  if (/^[0-9]+$/.test(password)) return 'weak';
  const choices = alphabets.reduce((sum, [kind, size]) => sum + (kind.test(password) ? size : 0), 0);
  const bits = freeCharacters(password.toLowerCase().replace(triedFirst, '*')) * Math.log2(choices);
  if (bits < fairBits) return 'weak';
  return bits < strongBits ? 'fair' : 'strong';
}

/** Characters that do not follow from the one before: neither the same, nor the next, nor the one before it. */
function freeCharacters(password: string): number {
  let free = 0;
  let previous = Number.NaN;
  for (const character of password.toLowerCase()) {
    const code = character.codePointAt(0) ?? 0;
    if (!(Math.abs(code - previous) <= 1)) free += 1;
    previous = code;
  }
  return free;
}
