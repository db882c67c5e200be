/**
 * Which fonts of a format this computer has, and what stands in for those it lacks, so that a person is told before
 * something goes out. The open fonts that come with the program are the last resort, for the preview and the .pdf.
 */
import { z } from 'zod';
import type { FontChoice, FontRole, FormatProfile } from './format-profile.ts';

export const reportedFontRoles = [
  'title',
  'masthead',
  'body',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'signer',
  'pageNumber',
  'mark',
  'western',
] as const satisfies readonly (FontRole | 'western')[];
export type ReportedFontRole = (typeof reportedFontRoles)[number];

/**
 * `present`: the first choice is installed. `replaced`: one of its replacements is. `shipped`: neither is, the open font
 * that comes with the program is used, which the .docx on this computer cannot do.
 */
export const fontStates = ['present', 'replaced', 'shipped'] as const;
export type FontState = (typeof fontStates)[number];

export const roleFontSchema = z.object({
  role: z.enum(reportedFontRoles),
  /** The font the format names. */
  wanted: z.string(),
  /** The font that is used here; `wanted` itself where it is present. */
  used: z.string(),
  state: z.enum(fontStates),
  /** Set bold where the format does not say so, so that the replacement still looks like the role. */
  bold: z.boolean(),
});
export type RoleFont = z.infer<typeof roleFontSchema>;

/** Families of the open fonts that the renderer ships (src/renderer/fonts.css). */
export const shippedFonts = {
  serif: 'Noto Serif SC Variable',
  sans: 'Noto Sans SC Variable',
  kai: 'LXGW WenKai',
} as const;
const shippedNames: ReadonlySet<string> = new Set(Object.values(shippedFonts).map(normalizeFontName));

/** One font under its Chinese and its English family name. A system lists both or only one. */
const sameFont: readonly (readonly string[])[] = [
  ['仿宋', 'FangSong'],
  ['仿宋_GB2312', 'FangSong_GB2312'],
  ['楷体', 'KaiTi'],
  ['楷体_GB2312', 'KaiTi_GB2312'],
  ['黑体', 'SimHei'],
  ['宋体', 'SimSun'],
  ['方正小标宋简体', 'FZXiaoBiaoSong-B05S'],
  ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05'],
  ['华文仿宋', 'STFangsong'],
  ['华文楷体', 'STKaiti'],
  ['华文中宋', 'STZhongsong'],
  ['微软雅黑', 'Microsoft YaHei'],
];
const otherNames = new Map(
  sameFont.flatMap((names) => names.map((name) => [normalizeFontName(name), names] as const)),
);

/** As wide as Times New Roman, letter for letter. */
const westernFallbacks: Readonly<Record<string, readonly string[]>> = {
  'times new roman': ['Liberation Serif', 'Tinos', 'Nimbus Roman'],
  arial: ['Liberation Sans', 'Arimo', 'Nimbus Sans'],
};

/** Family names are compared without regard to case and to the blanks around them. */
export function normalizeFontName(name: string): string {
  return name.trim().toLowerCase();
}

/** `name` and what else the same font is called, `name` first. */
export function fontAliases(name: string): readonly string[] {
  const names = otherNames.get(normalizeFontName(name)) ?? [];
  return [name, ...names.filter((other) => normalizeFontName(other) !== normalizeFontName(name))];
}

/** The family that `name` is installed under; `installed` holds normalized names. */
function installedFamily(name: string, installed: ReadonlySet<string>): string | undefined {
  return fontAliases(name).find((alias) => installed.has(normalizeFontName(alias)));
}

/** The open font in place of `name`; none is a 仿宋 or a 小标宋, which 宋体 resembles most. */
export function shippedFontFor(name: string): string {
  const names = fontAliases(name).join(' ');
  if (/黑|hei|gothic|sans|arial/i.test(names)) return shippedFonts.sans;
  return /楷|kai/i.test(names) ? shippedFonts.kai : shippedFonts.serif;
}

function roleFont(
  role: ReportedFontRole,
  choice: Pick<FontChoice, 'name' | 'fallbacks' | 'boldFallback'>,
  installed: ReadonlySet<string>,
): RoleFont {
  const { name: wanted, fallbacks, boldFallback } = choice;
  if (installedFamily(wanted, installed) !== undefined) {
    return { role, wanted, used: wanted, state: 'present', bold: false };
  }
  const replacement = fallbacks.find((name) => installedFamily(name, installed) !== undefined);
  if (replacement !== undefined) {
    return { role, wanted, used: replacement, state: 'replaced', bold: boldFallback };
  }
  // A format may name a font that the program itself brings.
  const own = [wanted, ...fallbacks].find((name) => shippedNames.has(normalizeFontName(name)));
  return { role, wanted, used: own ?? shippedFontFor(wanted), state: 'shipped', bold: boldFallback };
}

/** The fonts of `format`, role by role; `installed` holds the computer's families, normalized. */
export function fontsOfFormat(format: FormatProfile, installed: ReadonlySet<string>): RoleFont[] {
  return reportedFontRoles.map((role) => {
    if (role !== 'western') return roleFont(role, format.fonts[role], installed);
    const name = format.westernFont;
    const fallbacks = westernFallbacks[normalizeFontName(name)] ?? [];
    return roleFont(role, { name, fallbacks, boldFallback: false }, installed);
  });
}

/**
 * The format as it is drawn on a computer whose fonts are `fonts`, for the preview and the .pdf, never for the .docx: each
 * role names the font that is there, under all its names, then the open one, which also has the characters that an old
 * font lacks. `bold` is set where it is to be bold for either reason.
 */
export function formatAsDrawn(format: FormatProfile, fonts: readonly RoleFont[]): FormatProfile {
  const drawn = { ...format, fonts: { ...format.fonts } };
  for (const { role, wanted, used, bold } of fonts) {
    if (role === 'western') {
      drawn.westernFont = used;
    } else {
      const fallbacks = [...fontAliases(used).slice(1), shippedFontFor(wanted)];
      const { bold: always } = format.fonts[role];
      drawn.fonts[role] = { name: used, fallbacks, bold: always || bold, boldFallback: false };
    }
  }
  return drawn;
}
