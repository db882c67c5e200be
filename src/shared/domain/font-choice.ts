/** Fonts that offices use for official documents, and what may stand in for one that a computer lacks. */
import type { FontChoice } from './format-profile-schema.ts';

/** Offered first where a font is chosen; any other name may be typed. */
export const officialFonts = [
  '仿宋_GB2312',
  '仿宋',
  '方正仿宋_GBK',
  '楷体_GB2312',
  '楷体',
  '方正楷体_GBK',
  '黑体',
  '方正黑体_GBK',
  '方正小标宋简体',
  '方正小标宋_GBK',
  '宋体',
  'Times New Roman',
] as const;

const families: readonly { pattern: RegExp; fallbacks: readonly string[]; boldFallback: boolean }[] = [
  {
    pattern: /仿宋|fangsong/iu,
    fallbacks: ['仿宋', 'FangSong', 'FangSong_GB2312', 'STFangsong'],
    boldFallback: false,
  },
  {
    pattern: /楷|kai/iu,
    fallbacks: ['楷体', 'KaiTi', 'STKaiti', 'LXGW WenKai'],
    boldFallback: false,
  },
  { pattern: /黑|hei|雅黑/iu, fallbacks: ['黑体', 'SimHei', 'Noto Sans CJK SC'], boldFallback: false },
  {
    pattern: /小标宋|大标宋|标宋/u,
    fallbacks: [
      '方正小标宋简体',
      '方正小标宋_GBK',
      '宋体',
      'SimSun',
      'Noto Serif CJK SC',
      'Source Han Serif SC',
    ],
    boldFallback: true,
  },
];

/** A font by its name, with what to look for where it is missing: fonts of the same family, else 宋体. */
export function fontChoiceOf(name: string, bold: boolean): FontChoice {
  const family = families.find(({ pattern }) => pattern.test(name));
  const fallbacks = family?.fallbacks ?? ['宋体', 'SimSun', 'Noto Serif CJK SC', 'Source Han Serif SC'];
  return {
    name,
    bold,
    fallbacks: fallbacks.filter((fallback) => fallback !== name),
    boldFallback: family?.boldFallback ?? false,
  };
}
