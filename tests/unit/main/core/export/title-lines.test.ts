import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../../../../src/main/core/export/text-width.ts';
import { titleLines } from '../../../../../src/main/core/export/title-lines.ts';

describe('titleLines', () => {
  it.each([
    ['2024年法治政府建设工作报告', ['2024年法治政府建设工作报告']],
    [
      '松岭镇人民政府关于2024年度法治政府建设情况的报告',
      ['松岭镇人民政府', '关于2024年度法治政府建设情况的报告'],
    ],
    [
      '临川县松岭镇人民政府关于2024年度推进法治政府建设工作情况的报告',
      ['临川县松岭镇人民政府关于2024年度', '推进法治政府建设工作情况的报告'],
    ],
    ['松岭镇\n法治政府建设工作报告', ['松岭镇', '法治政府建设工作报告']],
    ['', []],
  ])('breaks %j where a reader pauses', (title, lines) => {
    expect(titleLines(title, 20)).toEqual(lines);
  });

  it('never begins a line with 的 or closing punctuation, nor breaks inside 《》', () => {
    const title = '松岭镇人民政府关于贯彻落实《临川县乡镇综合行政执法办法》情况的自查报告';
    const lines = titleLines(title, 20);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) {
      expect(line).not.toMatch(/^[的》，。、]/u);
      expect(line.includes('《')).toBe(line.includes('》'));
    }
  });

  it('keeps every character and never exceeds the width', () => {
    const unit = fc.constantFrom(...'松岭镇人民政府关于的2024年度、《》“”A报告情况');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 200 }), fc.integer({ min: 5, max: 25 }), (title, width) => {
        const lines = titleLines(title, width);
        expect(lines.join('')).toBe(title);
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
