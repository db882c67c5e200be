import { describe, expect, it } from 'vitest';
import { formulaInWords } from '../../../../src/renderer/features/data/formula-words.ts';

const names: Record<string, string> = { a: '排查', b: '化解', c: '移交' };
const vocabulary = {
  name: (key: string) => names[key],
  ofYear: (form: 'last' | 'change' | 'growth', operand: string) => `${form}〈${operand}〉`,
};

describe('formulaInWords', () => {
  it.each([
    ['a', '排查'],
    ['rate(b, a)', '化解 ÷ 排查'],
    ['a - b - c', '排查 − 化解 − 移交'],
    ['a - (b - c)', '排查 − （化解 − 移交）'],
    ['(a + b) * c', '（排查 + 化解） × 移交'],
    ['a / (b / c)', '排查 ÷ （化解 ÷ 移交）'],
    ['rate(b + c, a)', '（化解 + 移交） ÷ 排查'],
    ['rate(b, sum(a, c))', '化解 ÷ （排查 + 移交）'],
    ['sum(a, b, c)', '排查 + 化解 + 移交'],
    ['change(a)', 'change〈排查〉'],
    ['-a', '−排查'],
    ['unknown.key + 2', 'unknown.key + 2'],
    ['a +', 'a +'],
  ])('%s', (formula, words) => {
    expect(formulaInWords(formula, vocabulary)).toBe(words);
  });
});
