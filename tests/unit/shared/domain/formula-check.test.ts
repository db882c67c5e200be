import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFormula } from '../../../../src/shared/domain/formula.ts';
import { checkFormula } from '../../../../src/shared/domain/formula-check.ts';
import { formulaCycle, formulasNaming } from '../../../../src/shared/domain/formula-cycle.ts';
import type { Indicator } from '../../../../src/shared/domain/model.ts';
import { templateSchema } from '../../../../src/shared/domain/template.ts';
import { indicator } from '../../renderer/data/tables.ts';

const known = [
  indicator('cases', { unit: '件' }),
  indicator('closed', { unit: '件' }),
  indicator('people', { unit: '人' }),
  indicator('yuan', { unit: '元', kind: 'amount' }),
  indicator('tenThousand', { unit: '万元', kind: 'amount' }),
  indicator('share', { unit: '%', kind: 'rate' }),
  indicator('otherShare', { unit: '', kind: 'rate' }),
  indicator('day', { unit: '', kind: 'date' }),
];

function judge(formula: string, owner: Partial<Indicator>): string | null {
  const read = parseFormula(formula);
  if (!read.ok) throw new Error(read.problem.code);
  const problem = checkFormula({
    ...read,
    owner: indicator('own', { topicId: 'other', formula, ...owner }),
    indicators: known,
    year: 2024,
  });
  if (problem === null) return null;
  const { code, position, parameters } = problem;
  return [code, position, parameters?.left, parameters?.right].filter((part) => part !== undefined).join(' ');
}

const rate = { unit: '%', kind: 'rate' } as const;
const points = { unit: '百分点', kind: 'rate' } as const;

describe('the unit of a formula', () => {
  it.each<[string, Partial<Indicator>]>([
    ['cases - closed', {}],
    ['cases + 3', {}],
    ['sum(cases, closed) * 2', {}],
    ['topic(disputes)', {}],
    ['last(cases) + change(cases)', {}],
    ['rate(closed, cases)', rate],
    ['closed / cases * 100', rate],
    ['100 * (closed / cases)', rate],
    ['rate(closed, cases)', { unit: '', kind: 'rate' }],
    ['growth(cases)', rate],
    ['points(share)', points],
    ['points(share, otherShare)', points],
    ['change(share)', points],
    ['share - otherShare', points],
    ['share - otherShare', rate],
    ['share + points(share)', rate],
    ['yuan / people', { unit: '元' }],
    ['yuan / people', { unit: '元/人' }],
    ['yuan / 10000 + tenThousand', { unit: '万元' }],
    ['tenThousand * 10000', { unit: '元' }],
    ['rate(yuan / 10000, tenThousand)', rate],
    ['cases * share / 100', {}],
    ['cases / closed', { unit: '倍' }],
  ])('%s fits %o', (formula, owner) => {
    expect(judge(formula, owner)).toBeNull();
  });

  it.each<[string, Partial<Indicator>, string]>([
    ['cases + people', {}, 'unlikeUnits 6 件 人'],
    ['sum(cases, closed, people)', {}, 'unlikeUnits 0 件 人'],
    ['yuan + tenThousand', { unit: '元' }, 'unlikeScales 5 元 万元'],
    ['rate(yuan, tenThousand)', rate, 'unlikeScales 0 元 万元'],
    ['rate(closed, people)', rate, 'unlikeShare 0 件 人'],
    ['points(cases)', points, 'pointsOfNoRate 0 件'],
    ['points(share, cases)', points, 'pointsOfNoRate 0 件'],
    ['cases + day', {}, 'dateOperand 8'],
    ['cases', { unit: '', kind: 'date' }, 'dateFormula 0 件 '],
    ['closed / cases', rate, 'ratioNotPercent 0  %'],
    ['cases - closed', { unit: '人' }, 'resultUnit 0 件 人'],
    ['growth(cases)', {}, 'resultUnit 0 % 件'],
    ['points(share)', rate, 'resultUnit 0 百分点 %'],
    ['yuan * 2', { unit: '万元' }, 'resultScale 0 元 万元'],
    ['cases + gone', {}, 'unknownIndicator 8'],
    ['topic(disputes)', { unit: '亩' }, 'emptyTopic 0'],
  ])('%s for %o: %s', (formula, owner, told) => {
    expect(judge(formula, owner)).toBe(told);
  });

  it('fits in every formula of the shipped template', () => {
    const path = join(import.meta.dirname, '../../../../resources/templates/rule-of-law-government.json');
    const template = templateSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    const indicators = template.topics.flatMap((topic) =>
      topic.indicators.map(
        ({ key, office, ...rest }): Indicator => ({
          ...rest,
          id: key,
          topicId: topic.key,
          officeId: office,
          retiredAfter: null,
          footing: false,
        }),
      ),
    );
    const problems = indicators.flatMap((owner) => {
      const read = parseFormula(owner.formula ?? '');
      return read.ok ? (checkFormula({ ...read, owner, indicators, year: 2024 }) ?? []) : [];
    });
    expect(problems).toEqual([]);
    expect(indicators.filter(({ formula }) => formula !== null).length).toBeGreaterThan(10);
  });

  it('of a sum is the unit of its parts, in whatever order they stand', () => {
    const parts = fc.array(fc.constantFrom('cases', 'closed', '3'), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(parts, fc.boolean(), (list, called) => {
        const formula = called ? `sum(${list.join(', ')})` : list.join(' + ');
        expect(judge(formula, { unit: '件' })).toBeNull();
        const withOther = judge(`${formula} + people`, { unit: '件' });
        if (list.some((part) => part !== '3')) expect(withOther).toMatch(/^unlikeUnits/);
      }),
    );
  });
});

describe('a cycle', () => {
  const chain = [
    indicator('a', { name: '甲', formula: 'b + 1' }),
    indicator('b', { name: '乙', formula: 'c + d' }),
    indicator('c', { name: '丙' }),
    indicator('d', { name: '丁', formula: 'last(a)' }),
  ];

  it('is told with its way by names', () => {
    const owner = indicator('c', { name: '丙', formula: 'a' });
    expect(formulaCycle([...chain.filter(({ id }) => id !== 'c'), owner], 'c')).toEqual(['c', 'a', 'b', 'c']);
    const read = parseFormula('a');
    if (!read.ok) throw new Error();
    expect(checkFormula({ ...read, owner, indicators: chain, year: 2024 })).toMatchObject({
      code: 'cycle',
      parameters: { path: '丙 → 甲 → 乙 → 丙' },
    });
  });

  it('is not made by an earlier year, but by oneself', () => {
    expect(formulaCycle(chain, 'a')).toBeNull();
    expect(formulaCycle([indicator('a', { formula: 'a * 2' })], 'a')).toEqual(['a', 'a']);
    expect(formulaCycle([indicator('a', { formula: 'last(a) + 1' })], 'a')).toBeNull();
  });

  it('lists the formulas that name an indicator, of whatever year', () => {
    expect(formulasNaming(chain, 'a').map(({ id }) => id)).toEqual(['d']);
    expect(formulasNaming(chain, 'c').map(({ id }) => id)).toEqual(['b']);
  });
});
