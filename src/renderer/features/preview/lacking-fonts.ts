/** The fonts of the format that this computer lacks, each once with all that it is used for. Pure. */
import type { ReportedFontRole, RoleFont } from '../../../shared/domain/font-report.ts';

export interface LackingFont extends Omit<RoleFont, 'role'> {
  roles: ReportedFontRole[];
}

export function lackingFonts(roles: readonly RoleFont[]): LackingFont[] {
  const lacking = roles.filter(({ state }) => state !== 'present');
  return [
    ...Map.groupBy(lacking, ({ wanted, used, bold }) => `${wanted}\n${used}\n${bold}`).values(),
  ].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { role: _role, ...font } = first;
    return [{ ...font, roles: same.map(({ role }) => role) }];
  });
}
