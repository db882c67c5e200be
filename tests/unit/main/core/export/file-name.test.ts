import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestedFileName } from '../../../../../src/main/core/export/file-name.ts';

describe('suggestedFileName', () => {
  it.each([
    ['松岭镇2024年度报告', '松岭镇2024年度报告.docx'],
    ['关于“三农”/水利 的报告:初稿?', '关于“三农” 水利 的报告 初稿.docx'],
    ['  ..隐藏. ', '隐藏.docx'],
    ['标题\n第二行', '标题第二行.docx'],
    ['', '2024年度报告.docx'],
    ['\u202E', '2024年度报告.docx'],
    ['con', '_con.docx'],
    ['LPT1.报告', '_LPT1.报告.docx'],
  ])('turns %j into %j', (title, name) => {
    expect(suggestedFileName({ title, year: 2024 })).toBe(name);
  });

  it('is always a name that Linux, FAT32 and Windows take', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
        const name = suggestedFileName({ title, year: 2024 });
        // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must be absent
        expect(name).not.toMatch(/[\u0000-\u001F\u007F\\/:*?"<>|]/u);
        expect(name).not.toMatch(/^[\s.]|[\s.]\.docx$/u);
        expect(name.isWellFormed()).toBe(true);
        expect(Buffer.byteLength(name)).toBeLessThan(200);
        expect(name.endsWith('.docx')).toBe(true);
      }),
    );
  });

  it('shortens between characters, not inside one', () => {
    const name = suggestedFileName({ title: '𠮷'.repeat(100), year: 2024 });
    expect(name).toBe(`${'𠮷'.repeat(45)}.docx`);
  });
});
