/** Formats as counties might want them, for properties: generated, and without problems. */
import fc from 'fast-check';
import { fontChoiceOf, officialFonts } from '../../../../../src/shared/domain/font-choice.ts';
import { formatProblems } from '../../../../../src/shared/domain/format-problems.ts';
import { nationalStandardProfile } from '../../../../../src/shared/domain/format-profile.ts';
import {
  type FormatProfile,
  numberingForms,
  pageNumberForms,
  pageNumberPlaces,
} from '../../../../../src/shared/domain/format-profile-schema.ts';
import { withFittingCharacters, withFittingLines } from '../../../../../src/shared/domain/grid-arithmetic.ts';

const millimetres = (least: number, most: number) =>
  fc.integer({ min: Math.ceil(least * 56.7), max: Math.floor(most * 56.7) });
const font = fc.constantFrom(...officialFonts);
const form = fc.constantFrom(...numberingForms);
const standard = nationalStandardProfile;

/** What a person may set, on A4 or a little beside it. */
const settings = fc.record({
  width: fc.constantFrom(11906, 11900, 10433),
  height: fc.constantFrom(16838, 16840, 14742),
  top: millimetres(30, 45),
  bottom: millimetres(25, 45),
  left: millimetres(18, 35),
  right: millimetres(18, 35),
  linePitch: fc.integer({ min: 520, max: 640 }),
  spacing: fc.integer({ min: -8, max: 10 }),
  body: fc.constantFrom(28, 30, 32),
  title: fc.constantFrom(36, 44, 52),
  bodyFont: font,
  titleFont: font,
  headings: fc.array(fc.record({ font, bold: fc.boolean() }), { minLength: 4, maxLength: 4 }),
  titleBold: fc.boolean(),
  westernFont: fc.constantFrom('Times New Roman', 'Arial', '仿宋_GB2312'),
  firstLine: fc.constantFrom(1, 2, 2.5, 4),
  numbering: fc.tuple(form, form, form, form),
  pageForm: fc.constantFrom(...pageNumberForms),
  pagePlace: fc.constantFrom(...pageNumberPlaces),
  pageFont: font,
  pageSize: fc.constantFrom(24, 28, 30),
  footer: millimetres(8, 25),
});

export const anyFormat: fc.Arbitrary<FormatProfile> = settings
  .map((chosen): FormatProfile => {
    const heading = (index: number) => {
      const { font: name, bold } = chosen.headings[index] ?? { font: '黑体', bold: false };
      return fontChoiceOf(name, bold);
    };
    const profile: FormatProfile = {
      ...standard,
      key: 'any',
      page: {
        width: chosen.width,
        height: chosen.height,
        top: chosen.top,
        bottom: chosen.bottom,
        left: chosen.left,
        right: chosen.right,
      },
      grid: { ...standard.grid, linePitch: chosen.linePitch },
      characterSpacing: chosen.spacing,
      sizes: { ...standard.sizes, body: chosen.body, title: chosen.title, pageNumber: chosen.pageSize },
      fonts: {
        ...standard.fonts,
        body: fontChoiceOf(chosen.bodyFont, false),
        title: fontChoiceOf(chosen.titleFont, chosen.titleBold),
        heading1: heading(0),
        heading2: heading(1),
        heading3: heading(2),
        heading4: heading(3),
        pageNumber: fontChoiceOf(chosen.pageFont, false),
      },
      westernFont: chosen.westernFont,
      indents: { ...standard.indents, firstLine: chosen.firstLine },
      numbering: chosen.numbering,
      pageNumber: { form: chosen.pageForm, place: chosen.pagePlace },
      footerDistance: chosen.footer,
    };
    return withFittingCharacters(withFittingLines(profile));
  })
  .filter((profile) => formatProblems(profile).length === 0);
