import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { literalFacts } from '../../../../../src/renderer/features/write/editor/literal-facts.ts';

function marked(text: string): string[] {
  return literalFacts(text).map(({ kind, start, end }) => `${kind}:${text.slice(start, end)}`);
}

describe('literalFacts', () => {
  it.each([
    ['没有数字的话。', []],
    ['2023年11月，双方签订协议。', ['date:2023年11月']],
    ['2023年3月5日至9月底', ['date:2023年3月5日', 'date:9月']],
    ['2021—2025年规划', ['date:2021—2025年']],
    ['云政〔2023〕5号', ['date:〔2023〕', 'number:5']],
    ['2023年度培训12场、350余人次', ['date:2023年度', 'number:12', 'number:350余']],
    ['满意率96.6%，资金1,234.5万元', ['number:96.6%', 'number:1,234.5万']],
    ['全角１２件', ['number:１２']],
    ['编号20231', ['number:20231']],
    ['数字\uFFFC不是文字，8次是', ['number:8']],
  ])('%s', (text, expected) => {
    expect(marked(text)).toEqual(expected);
  });

  it('leaves no digit unmarked, and never overlaps', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'2023年11月5日件。余万%-—〔〕,.镇１ ') }), (text) => {
        const facts = literalFacts(text);
        const covered = (index: number) => facts.some(({ start, end }) => start <= index && index < end);
        for (const [index, character] of [...text].entries()) {
          if (/[0-9０-９]/.test(character)) expect(covered(index)).toBe(true);
        }
        facts.forEach(({ start, end }, index) => {
          expect(start).toBeGreaterThanOrEqual(facts[index - 1]?.end ?? 0);
          expect(end).toBeGreaterThan(start);
        });
      }),
    );
  });
});
