/** The fonts that the pages are drawn in on this computer. Pure. */
import { fontAliases, type RoleFont, shippedFontFor } from '../../../shared/domain/font-report.ts';
import type { FontChoice, FontRole } from '../../../shared/domain/format-profile.ts';
import { type DrawnFonts, drawnFonts } from '../../../shared/domain/page-nodes.ts';

/** What the pages need of the report's format. */
export interface FormatFonts {
  fonts: Record<FontRole, FontChoice>;
  westernFont: string;
}

/**
 * For each role the font that is used here, as reported, then those of the format, behind them the one that comes with
 * the program. Where nothing is reported the browser finds what is there.
 */
export function screenFonts(format: FormatFonts, report: readonly RoleFont[]): DrawnFonts {
  const reported = new Map(report.map((font) => [font.role, font]));
  const lacking = new Set(report.flatMap(({ wanted, state }) => (state === 'present' ? [] : [wanted])));
  const named = drawnFonts(format, (name) => lacking.has(name));
  const onScreen = (role: keyof DrawnFonts): DrawnFonts['body'] => {
    const used = reported.get(role)?.used;
    const { families, bold } = named[role];
    const others = families.filter((family) => family !== 'serif').flatMap(fontAliases);
    const first = used === undefined ? [] : fontAliases(used);
    const shipped = shippedFontFor(families[0] ?? '');
    return { families: [...new Set([...first, ...others, shipped, 'serif'])], bold };
  };
  return {
    body: onScreen('body'),
    title: onScreen('title'),
    masthead: onScreen('masthead'),
    heading1: onScreen('heading1'),
    heading2: onScreen('heading2'),
    heading3: onScreen('heading3'),
    heading4: onScreen('heading4'),
    signer: onScreen('signer'),
    pageNumber: onScreen('pageNumber'),
    mark: onScreen('mark'),
    western: onScreen('western'),
  };
}
