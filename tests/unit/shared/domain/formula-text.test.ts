import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Formula, formulaFunctions, parseFormula } from '../../../../src/shared/domain/formula.ts';
import { formulaNames } from '../../../../src/shared/domain/formula-names.ts';
import { storedFormula } from '../../../../src/shared/domain/formula-print.ts';
import {
  formulaText,
  parseFormulaText,
  storedFormulaText,
} from '../../../../src/shared/domain/formula-text.ts';
import { indicator } from '../../renderer/data/tables.ts';

const topics = [
  { id: 'petitions', name: '信访' },
  { id: '7f-talks', name: '普法 宣传' },
];
const indicators = [
  indicator('screened', { name: '排查件数', topicId: 'petitions' }),
  indicator('settled', { name: '化解件数', topicId: 'petitions' }),
  indicator('petitions.all', { name: '受理件数', topicId: 'petitions' }),
  indicator('talks.all', { name: '受理件数', topicId: '7f-talks' }),
  indicator('9a0b-11', { name: '12345热线办件', topicId: 'petitions' }),
  indicator('talks.perHead', { name: '学法（人均）', topicId: '7f-talks' }),
  indicator('talks.joint', { name: '110-119联动', topicId: '7f-talks' }),
  indicator('digits', { name: '110', topicId: '7f-talks' }),
  indicator('sum', { name: '合计', topicId: '7f-talks' }),
  indicator('odd', { name: '「甲」', topicId: '7f-talks' }),
];
const names = formulaNames({ indicators, topics });

function stored(text: string): string {
  const read = parseFormulaText(text, names, 'petitions');
  return read.ok ? storedFormula(read.formula) : `${read.problem.code} ${read.problem.position}`;
}

describe('a formula as the clerk writes it', () => {
  it.each([
    ['占比（化解件数，排查件数）', 'rate(settled, screened)'],
    ['占比(化解件数,排查件数)', 'rate(settled, screened)'],
    ['＝排查件数－化解件数', 'screened - settled'],
    ['排查件数 − 化解件数', 'screened - settled'],
    ['合计（排查件数、化解件数；12345热线办件）', 'sum(screened, settled, [9a0b-11])'],
    ['求和（排查件数）×２', 'sum(screened) * 2'],
    ['（排查件数＋化解件数）÷ 2', '(screened + settled) / 2'],
    ['专题合计（信访）', 'topic(petitions)'],
    ['专题合计（）', 'topic(petitions)'],
    ['专题合计（「普法 宣传」）', 'topic([7f-talks])'],
    ['上年（排查件数）', 'last(screened)'],
    ['去年（排查件数）', 'last(screened)'],
    ['增减（排查件数）+增长率（化解件数）', 'change(screened) + growth(settled)'],
    ['百分点（排查件数，化解件数）', 'points(screened, settled)'],
    ['「信访·受理件数」', 'petitions.all'],
    ['学法（人均） × 2', 'talks.perHead * 2'],
    ['学法(人均)', 'talks.perHead'],
    ['「110-119联动」 + 110', 'talks.joint + 110'],
    ['「110」', 'digits'],
    ['合计 + 合计（合计）', 'sum + sum(sum)'],
    ['12345热线办件÷12345', '[9a0b-11] / 12345'],
    ['-排查件数', '-screened'],
  ])('%s is %s', (text, expected) => {
    expect(stored(text)).toBe(expected);
  });

  it.each([
    ['排查件数 + 化解数', 'unknownName 7'],
    ['受理件数', 'ambiguousName 0'],
    ['合计（排查件数，受理件数）', 'ambiguousName 8'],
    ['专题合计（计生）', 'unknownTopic 5'],
    ['专题合计（1 + 2）', 'topicExpected 5'],
    ['平均（排查件数）', 'unknownFunction 0'],
    ['「排查件数', 'quoteExpected 0'],
    ['占比（化解件数）', 'wrongOperandCount 0'],
    ['排查件数 化解件数', 'operatorExpected 5'],
    ['排查件数 +', 'operandExpected 6'],
    ['（排查件数', 'bracketExpected 5'],
    ['', 'empty 0'],
    ['　', 'empty 1'],
    ['排查件数 = 2', 'unknownCharacter 5'],
    ['9'.repeat(41), 'numberTooLong 0'],
    ['查'.repeat(401), 'tooLong 400'],
    ['（'.repeat(100), 'tooDeep 33'],
  ])('%j is refused: %s', (text, told) => {
    expect(stored(text)).toBe(told);
  });

  it('says which ones an ambiguous name may mean, as they must be written', () => {
    const read = parseFormulaText('受理件数', names, null);
    expect(read).toMatchObject({
      problem: { parameters: { choices: '信访·受理件数、「普法 宣传·受理件数」' } },
    });
  });

  it('without a topic of its own asks for one', () => {
    expect(parseFormulaText('专题合计（）', names, null)).toMatchObject({
      ok: false,
      problem: { code: 'topicExpected', position: 5 },
    });
  });

  it('is printed with only the brackets it needs, and an unreadable stored one as it stands', () => {
    expect(storedFormulaText('screened - (settled - 1) / [9a0b-11]', names)).toBe(
      '排查件数 − （化解件数 − 1） ÷ 12345热线办件',
    );
    expect(storedFormulaText('rate(petitions.all, gone)', names)).toBe('占比（信访·受理件数，「#gone」）');
    expect(storedFormulaText('odd + digits', names)).toBe('「#odd」 + 「110」');
    expect(storedFormulaText('screened +', names)).toBe('screened +');
  });
});

const formulas = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom('0', '7', '0.25', '12345').map((value): Formula => ({ kind: 'number', value })),
    fc.constantFrom(...indicators.map(({ id }) => id)).map((key): Formula => ({ kind: 'reference', key })),
    fc.constantFrom(...topics.map(({ id }) => id)).map((topicId): Formula => ({ kind: 'topic', topicId })),
    tie('formula').map((operand): Formula => ({ kind: 'negation', operand })),
    fc
      .tuple(fc.constantFrom('+', '-', '*', '/'), tie('formula'), tie('formula'))
      .map(([operator, left, right]): Formula => ({ kind: 'operation', operator, left, right })),
    fc
      .tuple(fc.constantFrom(...formulaFunctions), tie('formula'), tie('formula'))
      .map(([name, first, second]): Formula => {
        const two = name === 'sum' || name === 'rate';
        return { kind: 'call', name, operands: two ? [first, second] : [first] };
      }),
  ),
}));

describe('any formula', () => {
  it('is the same after printing and reading, stored and in names', () => {
    fc.assert(
      fc.property(formulas.formula, (formula) => {
        const again = parseFormula(storedFormula(formula));
        expect(again.ok && again.formula).toEqual(formula);
        const text = formulaText(formula, names);
        fc.pre(text.length <= 400);
        const read = parseFormulaText(text, names, null);
        expect(read.ok && read.formula, text).toEqual(formula);
      }),
      { numRuns: 500 },
    );
  });

  it('quotes a name that with the bracket behind it would begin a longer one', () => {
    const tables = {
      topics: [],
      indicators: [indicator('short', { name: '受理' }), indicator('long', { name: '受理）全部' })],
    };
    const own = formulaNames(tables);
    const read = parseFormula('sum(long, short)');
    const text = read.ok ? formulaText(read.formula, own) : '';
    expect(text).toBe('合计（「受理）全部」，「受理」）');
    const again = parseFormulaText(text, own, null);
    expect(again.ok ? storedFormula(again.formula) : again.problem).toBe('sum(long, short)');
  });

  it('is the same whatever the indicators are called', () => {
    const anyName = fc.string({
      unit: fc.constantFrom(...'甲乙合计占比（）()·「」+− 1０.#a'.split('')),
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(anyName, { minLength: 3, maxLength: 3 }), (called) => {
        const tables = {
          topics: [{ id: 't', name: called[0] ?? '' }],
          indicators: called.map((name, index) => indicator(`i${index}`, { name, topicId: 't' })),
        };
        const formula = parseFormula('sum(i0, i1) - i2 * topic(t)');
        const own = formulaNames(tables);
        const text = formula.ok ? formulaText(formula.formula, own) : '';
        const read = parseFormulaText(text, own, null);
        expect(read.ok ? storedFormula(read.formula) : read.problem, text).toBe(
          'sum(i0, i1) - i2 * topic(t)',
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 450 }), (text) => {
        const read = parseFormulaText(text, names, null);
        if (!read.ok) expect(read.problem.position).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
