/** Which font families draw each role of a format, and which of them bold. */
import type { FontChoice, FontRole } from './format-profile.ts';
import type { PageSegment } from './paged-document.ts';

/** The font of each role: families in the order in which they are tried. */
export type DrawnFonts = Readonly<
  Record<PageSegment['font'], { families: readonly string[]; bold: boolean }>
>;

/** Where a computer has none of a role's fonts: a Western one would set “”, — and … half as wide as they were composed. */
const anyChinese = ['FangSong', 'SimSun', 'Noto Serif CJK SC', 'Source Han Serif SC', 'Noto Serif SC'];

/**
 * The fonts of a format. `isMissing` tells which of its first choices this computer lacks: a fallback is then set bold
 * where the format wants that.
 */
export function drawnFonts(
  format: { fonts: Record<FontRole, FontChoice>; westernFont: string },
  isMissing: (name: string) => boolean,
): DrawnFonts {
  const drawn = ({ name, fallbacks, bold, boldFallback }: FontChoice) => ({
    families: [name, ...fallbacks, ...anyChinese, 'serif'],
    bold: bold || (boldFallback && isMissing(name)),
  });
  const { fonts, westernFont } = format;
  return {
    body: drawn(fonts.body),
    title: drawn(fonts.title),
    masthead: drawn(fonts.masthead),
    heading1: drawn(fonts.heading1),
    heading2: drawn(fonts.heading2),
    heading3: drawn(fonts.heading3),
    heading4: drawn(fonts.heading4),
    signer: drawn(fonts.signer),
    pageNumber: drawn(fonts.pageNumber),
    mark: drawn(fonts.mark),
    // Liberation Serif has the widths of Times New Roman.
    western: { families: [westernFont, 'Times New Roman', 'Liberation Serif', 'serif'], bold: false },
  };
}

const generic = new Set(['serif', 'sans-serif', 'monospace']);

/** A value of `font-family`. A name with quotes or brackets is no font's: such characters are taken out. */
export function fontFamilyList(families: readonly string[]): string {
  return families
    .map((family) => (generic.has(family) ? family : `'${family.replaceAll(/['"\\<>{};]/gu, '')}'`))
    .join(', ');
}
