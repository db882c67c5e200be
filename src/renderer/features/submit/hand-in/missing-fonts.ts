import type { RoleFont } from '../../../../shared/domain/font-report.ts';

export type MissingFont = Pick<RoleFont, 'wanted' | 'used' | 'bold'>;

/** The fonts that are wanted and not there, each with its stand-in once, in the order of the roles. Pure. */
export function missingFonts(roles: readonly RoleFont[]): MissingFont[] {
  const found = new Map<string, MissingFont>();
  for (const { wanted, used, bold, state } of roles) {
    const key = JSON.stringify([wanted, used, bold]);
    if (state !== 'present' && !found.has(key)) found.set(key, { wanted, used, bold });
  }
  return [...found.values()];
}
