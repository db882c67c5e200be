/**
 * 格式: how a recipient wants the pages. GB/T 9704 is the default; counties that differ (28 pt lines, other margins)
 * get an edited copy. What may stand in a format is told by its schema.
 */
import type { FormatProfile } from './format-profile-schema.ts';

export {
  type FontChoice,
  type FontRole,
  type FormatProfile,
  type Numbering,
  type NumberingForm,
  numberingForms,
} from './format-profile-schema.ts';

const fangSong = ['仿宋', 'FangSong', 'FangSong_GB2312', 'STFangsong'];
const songTi = ['SimSun', 'Noto Serif CJK SC', 'Source Han Serif SC'];

/**
 * 党政机关公文格式, GB/T 9704-2012. The clause stands beside each value; (C) marks arithmetic from it.
 */
export const nationalStandardProfile: FormatProfile = {
  key: 'gbt9704',
  page: {
    // 5.1: A4, 210 mm × 297 mm.
    width: 11906,
    height: 16838,
    // 5.2.1: 天头 37 mm ± 1 mm, 订口 28 mm ± 1 mm; 版心 156 mm × 225 mm, which leaves 26 mm and 35 mm.
    top: 2098,
    left: 1588,
    right: 1474,
    bottom: 1984,
  },
  grid: {
    // 5.2.3: 22 lines to a page, 28 characters to a line, filling the 版心.
    lines: 22,
    characters: 28,
    // (C) 225 mm / 22 = 28.99 pt at most; 28.95 pt is the largest whole-twip pitch that every program fits 22 times.
    linePitch: 579,
  },
  // (C) 156 mm / 28 = 15.79 pt a character: 16 pt type must give up 0.21 pt; −0.25 pt fits in every program.
  characterSpacing: -5,
  sizes: {
    // 5.2.2: 3号 (16 pt) where no other size is named.
    body: 32,
    // 7.3.1: 2号 (22 pt).
    title: 44,
    // 7.5: 4号 (14 pt).
    pageNumber: 28,
    // The standard says nothing of tables; 小四黑体 captions and 小五 notes are the usual practice.
    caption: 24,
    note: 18,
  },
  // 小四, 五号, 小五, 六号: smaller is not read any more.
  tableSizes: [24, 21, 18, 15],
  chart: { size: 21, lines: 10 },
  fonts: {
    // 5.2.2: 仿宋.
    body: { name: '仿宋_GB2312', bold: false, fallbacks: fangSong, boldFallback: false },
    // 7.3.1: 小标宋.
    title: {
      name: '方正小标宋简体',
      bold: false,
      fallbacks: ['方正小标宋_GBK', '宋体', ...songTi],
      boldFallback: true,
    },
    // 7.2.4: 小标宋.
    masthead: {
      name: '方正小标宋简体',
      bold: false,
      fallbacks: ['方正小标宋_GBK', '宋体', ...songTi],
      boldFallback: true,
    },
    // 7.3.3: 一、黑体; （一）楷体; 1. and （1）仿宋.
    heading1: { name: '黑体', bold: false, fallbacks: ['SimHei', 'Noto Sans CJK SC'], boldFallback: false },
    heading2: {
      name: '楷体_GB2312',
      bold: false,
      fallbacks: ['楷体', 'KaiTi', 'STKaiti', 'LXGW WenKai'],
      boldFallback: false,
    },
    heading3: { name: '仿宋_GB2312', bold: false, fallbacks: fangSong, boldFallback: false },
    heading4: { name: '仿宋_GB2312', bold: false, fallbacks: fangSong, boldFallback: false },
    // 7.2.6: the label 仿宋, the name 楷体.
    signer: {
      name: '楷体_GB2312',
      bold: false,
      fallbacks: ['楷体', 'KaiTi', 'STKaiti', 'LXGW WenKai'],
      boldFallback: false,
    },
    // 7.5: 宋体, half-width digits of the same font.
    pageNumber: { name: '宋体', bold: false, fallbacks: songTi, boldFallback: false },
    mark: { name: '黑体', bold: false, fallbacks: ['SimHei', 'Noto Sans CJK SC'], boldFallback: false },
  },
  // The standard names none; half-width digits of the Chinese fonts are uneven, Times New Roman's are half a square.
  westernFont: 'Times New Roman',
  // 5.2.4: black where no other colour is named.
  color: '000000',
  indents: {
    // 7.3.3: two characters before each paragraph's first line.
    firstLine: 2,
    // 7.2.5: in a document to the level above, one character in from the left.
    documentNumber: 1,
    // 7.3.5.2: organ two characters from the right, date's first character two right of the organ's first.
    signatureRight: 2,
    dateAfterSignature: 2,
    // 7.5: odd pages one character from the right, even pages one from the left.
    pageNumber: 1,
    // 7.2.6: one character from the right.
    signer: 1,
    // 7.3.4: two characters in.
    attachmentsNote: 2,
    // 7.3.6: two characters in.
    annotation: 2,
  },
  redHead: {
    color: 'FF0000',
    // 7.2.4: top edge 35 mm below the top of the 版心.
    mastheadTop: 1984,
    // The standard names no size, only that it be 醒目、美观、庄重; 48 pt leaves room for nine characters.
    mastheadSize: 96,
    // 7.2.5: two lines below the mark.
    blankLinesBelowMasthead: 2,
    // 7.2.7: a red rule of the 版心's width 4 mm below the 发文字号.
    ruleGap: 227,
    // (C) About 1 mm: the standard gives no thickness.
    ruleThickness: 40,
  },
  // 7.4.1: first and last rule 0.35 mm, the others 0.25 mm; 7.4.2: 4号, one character in on both sides.
  colophon: { size: 28, outerRule: 20, innerRule: 14, indent: 1 },
  // 7.3.3: 一、 （一） 1. （1）.
  numbering: ['chineseComma', 'chineseParenthesis', 'arabicDot', 'arabicParenthesis'],
  // 7.5: a dash on either side, odd pages right, even pages left.
  pageNumber: { form: 'dashes', place: 'outer' },
  blankLinesBefore: {
    // 7.3.1: two lines below the rule under the document number.
    title: 2,
    // 7.3.2: one blank line below the title.
    addressee: 1,
    // 7.3.5.2: one blank line below the body.
    signature: 1,
  },
  headerDistance: 1134,
  // (C) 7.5: the dashes 7 mm below the 版心, which is 28 mm above the page's edge, in the middle of an 18 pt line.
  footerDistance: 1407,
  keepHeadingWithText: true,
};

/** The line of a page number is this high; the footer's distance is computed with it. */
export const pageNumberLineHeight = 360;

/** Width of the text area in twips. */
export function textAreaWidth(format: FormatProfile): number {
  return format.page.width - format.page.left - format.page.right;
}

/** Width of the text area of a page that is turned when bound, in twips: what an upright page has in height. */
export function turnedAreaWidth({ page }: FormatProfile): number {
  return page.height - page.top - page.bottom;
}

/** What one character of body type takes of a line, in twips: its size and the spacing after it. */
export function characterPitch(format: FormatProfile): number {
  return format.sizes.body * 10 + format.characterSpacing;
}

/** Full-width characters of the title's size that fit into one line. */
export function titleLineWidth(format: FormatProfile): number {
  return Math.floor(textAreaWidth(format) / (format.sizes.title * 10));
}
