import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatProblems } from '../../../../src/shared/domain/format-problems.ts';
import { nationalStandardProfile, textAreaWidth } from '../../../../src/shared/domain/format-profile.ts';
import {
  type FormatProfile,
  formatProfileSchema,
  numberingForms,
} from '../../../../src/shared/domain/format-profile-schema.ts';
import {
  characterSpacingOf,
  charactersOf,
  linePitchOf,
  linesOf,
  textAreaHeight,
  withFittingCharacters,
  withFittingLinePitch,
  withFittingLines,
  withFittingSpacing,
} from '../../../../src/shared/domain/grid-arithmetic.ts';
import { millimetresOf, twipsOfMillimetres } from '../../../../src/shared/domain/lengths.ts';
import { formOfMarker, markerOf } from '../../../../src/shared/domain/numbering-form.ts';
import { anyFormat } from '../../main/core/format/any-format.ts';

const standard = nationalStandardProfile;
const codes = (format: FormatProfile) => formatProblems(format).map(({ code }) => code);
const withPage = (page: Partial<FormatProfile['page']>) => ({
  ...standard,
  page: { ...standard.page, ...page },
});
const withGrid = (grid: Partial<FormatProfile['grid']>) => ({
  ...standard,
  grid: { ...standard.grid, ...grid },
});

describe('the national standard', () => {
  it('is a format, and everything in it goes together', () => {
    expect(formatProfileSchema.parse(standard)).toEqual(standard);
    expect(formatProblems(standard)).toEqual([]);
  });

  it('is what the arithmetic makes of 22 lines × 28 characters', () => {
    expect(linePitchOf(textAreaHeight(standard), 22)).toBe(standard.grid.linePitch);
    expect(characterSpacingOf(textAreaWidth(standard), 28, standard.sizes.body)).toBe(
      standard.characterSpacing,
    );
  });
});

describe('formatProblems', () => {
  it('tells that 22 lines of 30 pt do not fit, and how many do', () => {
    expect(formatProblems(withGrid({ linePitch: 600 }))).toEqual([
      { code: 'linesDoNotFit', parameters: { lines: 22, pitch: 30, fitting: 21 } },
    ]);
  });

  it.each<[string, FormatProfile, string[]]>([
    ['28 pt lines leave room for no more than said', withGrid({ linePitch: 560 }), []],
    ['20 lines where 22 fit', withGrid({ lines: 20 }), ['moreLinesFit']],
    ['29 characters', withGrid({ characters: 29 }), ['charactersDoNotFit']],
    ['27 characters where 28 fit', withGrid({ characters: 27 }), ['moreCharactersFit']],
    ['type higher than its line', withGrid({ linePitch: 300, lines: 42 }), ['lineLowerThanType']],
    ['margins that meet', withPage({ left: 6000, right: 6000 }), ['textAreaTooNarrow']],
    ['no room for lines', withPage({ top: 8000, bottom: 8000 }), ['textAreaTooLow']],
    [
      'a page number in the text',
      withFittingLines({ ...withPage({ bottom: 1300 }), footerDistance: 1100 }),
      ['pageNumberInText'],
    ],
    ['a page number off the paper', { ...standard, footerDistance: 100 }, ['pageNumberOffPaper']],
    ['the draft mark in the text', { ...standard, headerDistance: 1900 }, ['headerInText']],
    [
      'a title of seven characters a line',
      { ...standard, sizes: { ...standard.sizes, title: 120 } },
      ['titleTooLarge'],
    ],
    [
      'a red head that fills the page',
      { ...standard, redHead: { ...standard.redHead, mastheadTop: 6800 } },
      ['redHeadTooHigh'],
    ],
  ])('%s', (_name, format, expected) => {
    expect(codes(format)).toEqual(expected);
  });
});

describe('formatProfileSchema', () => {
  it.each<[string, unknown]>([
    ['a colour that is none', { ...standard, color: 'red' }],
    ['a font whose name would end an attribute', { ...standard, westernFont: 'A"B' }],
    ['a font without a name', { ...standard, westernFont: ' ' }],
    ['a negative margin', withPage({ top: -1 })],
    ['half a twip', withPage({ top: 2000.5 })],
    ['table sizes that grow', { ...standard, tableSizes: [18, 21] }],
    ['five levels', { ...standard, numbering: [...standard.numbering, 'none'] }],
    ['a role without a font', { ...standard, fonts: { body: standard.fonts.body } }],
  ])('refuses %s', (_name, format) => {
    expect(formatProfileSchema.safeParse(format).success).toBe(false);
  });
});

const height = fc.integer({ min: 6000, max: 20_000 });

describe('grid arithmetic', () => {
  it('gives the lines back from the pitch that they were turned into, and never more than fit', () => {
    fc.assert(
      fc.property(height, fc.integer({ min: 5, max: 60 }), (area, lines) => {
        const pitch = linePitchOf(area, lines);
        expect(linesOf(area, pitch)).toBe(lines);
        expect(lines * pitch).toBeLessThanOrEqual(area);
        expect(lines * (pitch + 1)).toBeGreaterThan(area);
      }),
    );
  });

  it('counts by a pitch the lines that fit, and not one more', () => {
    fc.assert(
      fc.property(height, fc.integer({ min: 200, max: 1000 }), (area, pitch) => {
        const lines = linesOf(area, pitch);
        expect(lines * pitch).toBeLessThanOrEqual(area);
        expect((lines + 1) * pitch).toBeGreaterThan(area);
        expect(linePitchOf(area, lines)).toBeGreaterThanOrEqual(pitch);
      }),
    );
  });

  it('does the same with characters and their spacing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5000, max: 12_000 }),
        fc.integer({ min: 10, max: 45 }),
        fc.constantFrom(24, 28, 30, 32, 36),
        (width, characters, size) => {
          const spacing = characterSpacingOf(width, characters, size);
          expect(charactersOf(width, size, spacing)).toBe(characters);
        },
      ),
    );
  });

  it('mends whatever a change of margins has torn, from either side', () => {
    fc.assert(
      fc.property(anyFormat, fc.integer({ min: 1500, max: 2500 }), (format, top) => {
        const torn = { ...format, page: { ...format.page, top } };
        for (const mended of [withFittingLines(torn), withFittingLinePitch(torn)]) {
          expect(codes(mended)).not.toContain('linesDoNotFit');
          expect(codes(mended)).not.toContain('moreLinesFit');
        }
        for (const mended of [withFittingCharacters(torn), withFittingSpacing(torn)]) {
          expect(codes(mended)).not.toContain('charactersDoNotFit');
          expect(codes(mended)).not.toContain('moreCharactersFit');
        }
      }),
    );
  });
});

describe('lengths', () => {
  it('keeps tenths of a millimetre', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4200 }), (tenths) => {
        expect(millimetresOf(twipsOfMillimetres(tenths / 10))).toBeCloseTo(tenths / 10, 5);
      }),
    );
  });
});

describe('numbering forms', () => {
  it.each([
    ['chineseComma', 12, '十二、'],
    ['chineseParenthesis', 3, '（三）'],
    ['arabicDot', 4, '4.'],
    ['arabicParenthesis', 15, '（15）'],
    ['arabicComma', 2, '2、'],
    ['circled', 1, '①'],
    ['circled', 21, '㉑'],
    ['circled', 50, '㊿'],
    ['circled', 51, '（51）'],
    ['chapter', 2, '第二章　'],
    ['none', 7, ''],
  ] as const)('%s, %i is %s', (form, ordinal, marker) => {
    expect(markerOf(form, ordinal)).toBe(marker);
  });

  it('are recognised again, whatever heading follows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...numberingForms), fc.integer({ min: 1, max: 50 }), (form, ordinal) => {
        expect(formOfMarker(`${markerOf(form, ordinal)}工作成效`)).toBe(form);
      }),
    );
  });

  it.each(['一是加强领导', '1.5万人次', '2024年工作', '（以下简称办法）', '第一书记'])(
    'are not seen in «%s»',
    (text) => {
      expect(formOfMarker(text)).toBe('none');
    },
  );
});
