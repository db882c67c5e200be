import { describe, expect, it } from 'vitest';
import {
  fontsOfFormat,
  formatAsDrawn,
  reportedFontRoles,
} from '../../../../src/shared/domain/font-report.ts';
import { nationalStandardProfile } from '../../../../src/shared/domain/format-profile.ts';

function fontOf(role: string, installed: readonly string[], format = nationalStandardProfile) {
  return fontsOfFormat(format, new Set(installed)).find((font) => font.role === role);
}

describe('the fonts of a format', () => {
  it('are told for every role and for the western letters', () => {
    expect(fontsOfFormat(nationalStandardProfile, new Set()).map(({ role }) => role)).toEqual([
      ...reportedFontRoles,
    ]);
  });

  it.each([
    // Installed, role, what is used, how, bold.
    [['方正小标宋简体'], 'title', '方正小标宋简体', 'present', false],
    [['fzxiaobiaosong-b05s'], 'title', '方正小标宋简体', 'present', false],
    [['方正小标宋_gbk', 'simsun'], 'title', '方正小标宋_GBK', 'replaced', true],
    [['simsun'], 'title', '宋体', 'replaced', true],
    [[], 'title', 'Noto Serif SC Variable', 'shipped', true],
    [['fangsong_gb2312'], 'body', '仿宋_GB2312', 'present', false],
    [['fangsong'], 'body', '仿宋', 'replaced', false],
    [[], 'body', 'Noto Serif SC Variable', 'shipped', false],
    [['simhei'], 'heading1', '黑体', 'present', false],
    [[], 'heading1', 'Noto Sans SC Variable', 'shipped', false],
    [['kaiti'], 'heading2', '楷体', 'replaced', false],
    [[], 'signer', 'LXGW WenKai', 'shipped', false],
    [['times new roman'], 'western', 'Times New Roman', 'present', false],
    [['liberation serif'], 'western', 'Liberation Serif', 'replaced', false],
    [[], 'western', 'Noto Serif SC Variable', 'shipped', false],
  ] as const)('%j give %s %s (%s)', (installed, role, used, state, bold) => {
    expect(fontOf(role, installed)).toMatchObject({ used, state, bold });
  });

  it('may be one that the program brings, by its name in the format', () => {
    const format = {
      ...nationalStandardProfile,
      fonts: {
        ...nationalStandardProfile.fonts,
        body: { name: 'LXGW WenKai', fallbacks: [], bold: false, boldFallback: false },
      },
    };
    expect(fontOf('body', [], format)).toMatchObject({ used: 'LXGW WenKai', state: 'shipped' });
  });
});

describe('the format as it is drawn', () => {
  it('names what is there under all its names, then the open font, and is bold where it must be', () => {
    const fonts = fontsOfFormat(nationalStandardProfile, new Set(['fzxiaobiaosong-b05', 'simhei']));
    const drawn = formatAsDrawn(nationalStandardProfile, fonts);
    expect(drawn.fonts.title).toEqual({
      name: '方正小标宋_GBK',
      fallbacks: ['FZXiaoBiaoSong-B05', 'Noto Serif SC Variable'],
      bold: true,
      boldFallback: false,
    });
    expect(drawn.fonts.heading1).toEqual({
      name: '黑体',
      fallbacks: ['SimHei', 'Noto Sans SC Variable'],
      bold: false,
      boldFallback: false,
    });
    expect(drawn.fonts.heading2.name).toBe('LXGW WenKai');
    expect(drawn.westernFont).toBe('Noto Serif SC Variable');
    expect({ ...drawn, fonts: null, westernFont: '' }).toEqual({
      ...nationalStandardProfile,
      fonts: null,
      westernFont: '',
    });
  });
});
