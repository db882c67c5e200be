import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, plainText } from '../../../../src/shared/domain/decimal.ts';
import { type Formula, parseFormula } from '../../../../src/shared/domain/formula.ts';
import { formulaOperands, formulaValue } from '../../../../src/shared/domain/formula-value.ts';

function read(text: string): Formula {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problem.code} at ${parsed.problem.position}`);
  return parsed.formula;
}

/** a, b, c and so on are 6, 3, 2 this year and 4, 3, 0 last year. */
function worth(text: string): string {
  const thisYear = new Map([
    ['a', 6],
    ['b', 3],
    ['c', 2],
  ]);
  const lastYear = new Map([
    ['a', 4],
    ['b', 3],
    ['c', 0],
  ]);
  const value = formulaValue(
    read(text),
    (key, yearOffset) => new Decimal((yearOffset === 0 ? thisYear : lastYear).get(key) ?? Number.NaN),
  );
  return typeof value === 'string' ? value : plainText(value);
}

describe('a formula', () => {
  it.each([
    ['a', '6'],
    ['a + b * c', '12'],
    ['(a + b) * c', '18'],
    ['（a＋b）×c', '18'],
    ['a − b − c', '1'],
    ['a ÷ b ÷ c', '1'],
    ['a - (b - c)', '5'],
    ['-a + b', '-3'],
    ['--a', '6'],
    ['2 * -b', '-6'],
    ['0.1 + 0.2', '0.3'],
    ['last(a)', '4'],
    ['last(a + b)', '7'],
    ['sum(a)', '6'],
    ['sum(a, b, c)', '11'],
    ['sum（a，b）', '9'],
    ['rate(b, a)', '50'],
    ['change(a)', '2'],
    ['growth(a)', '50'],
    ['growth(-a)', '-50'],
    ['points(a)', '2'],
    ['points(a, b)', '3'],
    ['[a] + [b]', '9'],
    ['change(a - c)', '0'],
    ['1 / 3 * 3', '0.'.padEnd(102, '9')],
    ['rate(1, 3) * 3', '99.'.padEnd(101, '9')],
    ['a / 0', 'divisionByZero'],
    ['1 / (a / 0)', 'divisionByZero'],
    ['growth(c)', 'divisionByZero'],
    ['rate(a, b - 3)', 'divisionByZero'],
    ['1 / (1 / 3 * 3 - 1)', 'divisionByZero'],
  ])('%s is worth %s', (text, value) => {
    expect(worth(text)).toBe(value);
  });

  it('names its operands once, in reading order', () => {
    const formula = read('disputes.b + rate(disputes.a, disputes.b) + change(rate) + last(last(x))');
    expect(formulaOperands(formula)).toEqual([
      { key: 'disputes.b', yearOffset: 0 },
      { key: 'disputes.a', yearOffset: 0 },
      { key: 'rate', yearOffset: 0 },
      { key: 'rate', yearOffset: -1 },
      { key: 'x', yearOffset: -2 },
    ]);
  });

  it.each([
    ['', 'empty', 0],
    ['   ', 'empty', 3],
    ['a +', 'operandExpected', 3],
    ['* a', 'operandExpected', 0],
    ['()', 'operandExpected', 1],
    ['sum()', 'operandExpected', 4],
    ['sum(a,)', 'operandExpected', 6],
    ['(a', 'bracketExpected', 2],
    ['（a', 'bracketExpected', 2],
    ['last(a b)', 'bracketExpected', 7],
    ['a b', 'operatorExpected', 2],
    ['3a', 'operatorExpected', 1],
    ['a)', 'operatorExpected', 1],
    ['eval(a)', 'unknownFunction', 0],
    ['1 + Sum(a)', 'unknownFunction', 4],
    ['rate(a)', 'wrongOperandCount', 0],
    ['last(a, b)', 'wrongOperandCount', 0],
    ['a; b', 'unknownCharacter', 1],
    ['a.', 'unknownCharacter', 1],
    ['.5', 'unknownCharacter', 0],
    ['a["b"]', 'unknownCharacter', 1],
    ['化解', 'unknownCharacter', 0],
    ['1'.repeat(41), 'numberTooLong', 0],
    ['a'.repeat(20_001), 'tooLong', 20_000],
    ['+a'.repeat(300).slice(1), 'tooLong', 500],
    ['topic()', 'topicExpected', 6],
    ['topic(a + b)', 'bracketExpected', 8],
    ['points(a, b, c)', 'wrongOperandCount', 0],
    ['[a b]', 'unknownCharacter', 0],
    [`${'('.repeat(100)}a${')'.repeat(100)}`, 'tooDeep', 33],
    ['-'.repeat(300), 'tooDeep', 33],
  ])('%j is refused: %s', (text, code, position) => {
    expect(parseFormula(text)).toMatchObject({ ok: false, problem: { code, position } });
  });

  it('stays quick where calls double what they look at', () => {
    const nested = `${'change('.repeat(30)}a${')'.repeat(30)}`;
    expect(formulaOperands(read(nested))).toHaveLength(31);
    // Differences of differences of a constant series are 0.
    expect(formulaValue(read(nested), () => new Decimal(7))).toEqual(new Decimal(0));
  });

  it('never throws, whatever the text', () => {
    const pieces = fc.constantFrom(
      ...['a', 'b.c', '1', '0.5', '+', '-', '*', '/', '(', ')', '（', '）', ',', ' ', '×', '÷'],
      ...['last(', 'sum(', 'rate(', 'change(', 'growth(', '%', '.', '\u3000', '9'.repeat(30)],
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 500 }),
      fc.array(pieces, { maxLength: 120 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseFormula(text);
        if (!parsed.ok) {
          expect(parsed.problem.position).toBeLessThanOrEqual(text.length);
          return;
        }
        const asked: string[] = [];
        formulaValue(parsed.formula, (key, yearOffset) => {
          asked.push(`${key} ${yearOffset}`);
          return new Decimal(3);
        });
        const named = formulaOperands(parsed.formula).map(({ key, yearOffset }) => `${key} ${yearOffset}`);
        expect(named).toEqual(expect.arrayContaining(asked));
      }),
      { numRuns: 1000 },
    );
  });
});
