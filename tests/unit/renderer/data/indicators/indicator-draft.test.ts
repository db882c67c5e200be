import { describe, expect, it } from 'vitest';
import { formulaSentence } from '../../../../../src/renderer/features/data/indicators/formula-sentence.ts';
import {
  draftResult,
  fieldsOf,
} from '../../../../../src/renderer/features/data/indicators/indicator-draft.ts';
import { i18n } from '../../../../../src/renderer/i18n/index.ts';
import { formulaNames } from '../../../../../src/shared/domain/formula-names.ts';
import { indicators, number, settledRate, year } from '../tables.ts';

const tables = {
  topics: [
    { id: 'disputes', name: '矛盾化解' },
    { id: 'lawTalks', name: '普法' },
  ],
  offices: [],
  indicators,
  observations: [
    number('screened', year, '58'),
    number('settled', year, '56'),
    number('screened', year - 1, '0'),
    number('settled', year - 1, '0'),
  ],
};
const names = formulaNames(tables);
const t = i18n.getFixedT('zh-CN', 'indicator');

function tell(formulaText: string, of = settledRate): string | null {
  const fields = { ...fieldsOf(of, of.topicId, names), formulaText };
  const { problem } = draftResult(of, fields, tables, names, year);
  return problem === null ? null : formulaSentence(problem, formulaText, t);
}

describe('the form about an indicator', () => {
  it('shows a formula in names, and its result this year and last', () => {
    const fields = fieldsOf(settledRate, 'disputes', names);
    expect(fields.formulaText).toBe('占比（化解纠纷，排查纠纷）');
    const result = draftResult(settledRate, fields, tables, names, year);
    expect(result.indicator).toEqual(settledRate);
    expect(result.cells?.thisYear.entry).toMatchObject({ kind: 'number' });
    expect(result.cells?.lastYear.problem).toBe('divisionByZero');
  });

  it('keeps what was typed while it cannot be read, and takes no formula for none', () => {
    const fields = { ...fieldsOf(null, 'disputes', names), name: '新指标' };
    expect(draftResult(null, fields, tables, names, year)).toMatchObject({
      indicator: { formula: null },
      problem: null,
      cells: null,
    });
    const typed = { ...fields, formulaText: '排查纠纷 +' };
    expect(draftResult(null, typed, tables, names, year)).toMatchObject({
      problem: { code: 'operandExpected' },
      cells: null,
    });
  });

  it.each([
    ['占比（化解纠纷，排查）', '没有叫「排查」的指标。（第 9 个字「排查）」处）'],
    ['排查纠纷 +', '这里应当是一个指标名称或数字。（结尾处）'],
    ['排查纠纷 + 宣讲', '「件」和「场」单位不同，不能相加减。（第 6 个字「+ 宣讲」处）'],
    ['化解率', '公式绕回了自己：化解率 → 化解率。请改动其中一个。'],
    ['化解纠纷 ÷ 排查纠纷', '两数相除得到的是倍数，不是百分比。百分比请写：占比（甲，乙）。'],
    ['排查纠纷', '算出来是「件」，本指标的单位是「%」。请改公式或改单位。'],
    [
      '专题合计（普法）',
      '这个专题里没有单位是「%」、由人填写的指标，没有可加的。（第 1 个字「专题合计（普法）」处）',
    ],
    [
      '增长率（'.repeat(40),
      '括号套得太多，最多 32 层。请拆成两个指标。（第 133 个字「增长率（增长率（…」处）',
    ],
    ['排'.repeat(401), '公式太长，最多 400 个字。请拆成两个指标。'],
    ['1'.repeat(41), '这个数太长，最多 40 位。（第 1 个字「11111111…」处）'],
  ])('%s: %s', (formulaText, sentence) => {
    expect(tell(formulaText)).toBe(sentence);
  });
});
