import { describe, expect, it } from 'vitest';
import { placeByKey } from '../../../../src/renderer/app/use-place-keys.ts';
import { lackingFonts } from '../../../../src/renderer/features/preview/lacking-fonts.ts';
import { typedPage } from '../../../../src/renderer/features/preview/page-jump.tsx';
import { paperRules } from '../../../../src/renderer/features/preview/print-pages.ts';
import { fontsOfFormat } from '../../../../src/shared/domain/font-report.ts';
import { nationalStandardProfile } from '../../../../src/shared/domain/format-profile.ts';

describe('the typed page', () => {
  it.each([
    ['3', 2],
    ['１２', 11],
    [' 4 ', 3],
    ['0', 0],
    ['999', 11],
    ['', null],
    ['末页', null],
    ['-1', null],
    ['1e9', null],
  ])('%j', (text, index) => expect(typedPage(text, 12)).toBe(index));
});

describe('keys to the places', () => {
  const key = (code: string, different = {}) =>
    placeByKey({
      code,
      altKey: true,
      ctrlKey: false,
      metaKey: false,
      shiftKey: false,
      isComposing: false,
      ...different,
    });
  it.each([
    ['Digit1', 'write'],
    ['Digit4', 'preview'],
    ['Digit5', 'submit'],
    ['Digit6', null],
    ['Digit0', null],
    ['Numpad4', null],
    ['KeyC', null],
  ])('Alt with %s', (code, place) => expect(key(code)).toBe(place));
  it('are none with other keys held, or while an input method composes', () => {
    for (const held of ['ctrlKey', 'metaKey', 'shiftKey', 'isComposing'])
      expect(key('Digit4', { [held]: true })).toBeNull();
    expect(key('Digit4', { altKey: false })).toBeNull();
  });
});

describe('paper for printing', () => {
  const a4 = { width: 595.3, height: 841.9, landscape: false };
  it('is named by how its pages stand, each size once', () => {
    expect(paperRules([a4, { width: 841.9, height: 595.3, landscape: true }, a4])).toEqual([
      '@page upright { size: 210.01mm 297.00mm; margin: 0; }',
      '@page turned { size: 297.00mm 210.01mm; margin: 0; }',
    ]);
    expect(paperRules([])).toEqual([]);
  });
});

describe('fonts that are missing here', () => {
  it('are none on a computer that has them all', () => {
    const names = Object.values(nationalStandardProfile.fonts).map(({ name }) => name.toLowerCase());
    expect(
      lackingFonts(fontsOfFormat(nationalStandardProfile, new Set([...names, 'times new roman']))),
    ).toEqual([]);
  });
  it('are told once, with all that they are used for', () => {
    const lacking = lackingFonts(
      fontsOfFormat(nationalStandardProfile, new Set(['黑体', '仿宋', 'times new roman'])),
    );
    expect(lacking.find(({ wanted }) => wanted === '仿宋_GB2312')).toMatchObject({
      used: '仿宋',
      state: 'replaced',
      roles: ['body', 'heading3', 'heading4'],
    });
    expect(lacking.find(({ wanted }) => wanted === '黑体')).toBeUndefined();
    expect(lacking.every(({ roles }) => roles.length > 0)).toBe(true);
  });
});
