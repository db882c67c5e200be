import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, Indicator } from '../../../../../src/shared/domain/model.ts';
import { createNumberBook } from '../../../../../src/shared/domain/number-book.ts';
import {
  fittingIndicators,
  literalAt,
  literalEffect,
  proposedIndicator,
  shapeInUnit,
} from '../../../../../src/shared/domain/propose/bind-literal.ts';
import { bindingMark } from '../../../../../src/shared/domain/propose/found-in-chapters.ts';
import { askedIndicators } from '../../../../../src/shared/domain/topic-members.ts';

function indicator(id: string, name: string, unit: string, different: Partial<Indicator> = {}): Indicator {
  return {
    id,
    name,
    unit,
    kind: 'count',
    precision: 0,
    topicId: 't',
    officeId: null,
    formula: null,
    retiredAfter: null,
    footing: false,
    ...different,
  };
}

const cases = indicator('cases', '调解案件', '件');
const number = (value: string): Entry => ({ kind: 'number', value });
const empty: Entry = { kind: 'empty' };

/** The literal at the | of a sentence; with two of them, of the words between. */
function literalIn(marked: string) {
  const [before = '', selected = '', after = ''] =
    marked.split('|').length === 3 ? marked.split('|') : [marked.split('|')[0], '', marked.split('|')[1]];
  return literalAt(before + selected + after, before.length, before.length + selected.length, 2024);
}

describe('literalAt', () => {
  it.each([
    ['全年调解案件58|件。', '58件'],
    ['全年调解案件58件|，其中3件较难。', '58件'],
    ['全年调解案件|58件，', '58件'],
    ['全年|调解案件58件，其中3件|较难。', '58件'],
    ['全年调解案件五十八件|。', '五十八件'],
    ['化解率达到96.6%|。', '96.6%'],
    [`调解${bindingMark}，其中3|件较难。`, '3件'],
  ])('%s', (marked, text) => {
    expect(literalIn(marked)?.found.text).toBe(text);
  });

  it.each(['全年|调解案件58件。', '每次3—5|件。', `调解${bindingMark}|。`, '2024年|来，', '|'])(
    'is none at %s',
    (marked) => {
      expect(literalIn(marked)).toBeNull();
    },
  );

  it.each([
    ['全年调解案件58|件', 0],
    ['上年调解案件50|件', -1],
    ['2023年调解案件50|件', -1],
    ['去年调解50件，今年58|件', 0],
  ])('%s is of year %i', (marked, yearOffset) => {
    expect(literalIn(marked)?.yearOffset).toBe(yearOffset);
  });
});

describe('literalEffect', () => {
  const effectOf = (marked: string, of: Indicator, held: Entry) => {
    const literal = literalIn(marked);
    if (!literal) throw new Error(`no number in ${marked}`);
    const { kind, byTable, byText } = literalEffect(literal.found, of, held);
    return {
      kind,
      table: byTable && [byTable.place.text, byTable.shows],
      text: byText && [byText.place.text, byText.shows, byText.write],
    };
  };

  it.each([
    ['58|件', cases, empty, { kind: 'fill', table: null, text: ['58件', '58件', number('58')] }],
    ['五十八|件', cases, empty, { kind: 'fill', table: null, text: ['五十八件', '58件', number('58')] }],
    ['58|件', cases, number('58'), { kind: 'same', table: ['58件', '58件'], text: null }],
    ['58|件', cases, number('58.0'), { kind: 'same', table: ['58件', '58件'], text: null }],
    // Only rounded in the text: the table's number reads the same.
    ['520余|件', cases, number('526'), { kind: 'same', table: ['520余件', '520余件'], text: null }],
    [
      '58|件',
      cases,
      number('61'),
      { kind: 'different', table: ['58件', '61件'], text: ['58件', '58件', number('58')] },
    ],
    [
      '58|件',
      cases,
      { kind: 'notApplicable' },
      { kind: 'different', table: ['58件', '不适用'], text: ['58件', '58件', number('58')] },
    ],
    // The unit stays in the text where the indicator has another.
    ['58|起', cases, empty, { kind: 'fill', table: null, text: ['58', '58', number('58')] }],
    [
      '3.50|万元',
      indicator('money', '补助资金', '万元', { kind: 'amount', precision: 2 }),
      empty,
      { kind: 'fill', table: null, text: ['3.50万元', '3.50万元', number('3.5')] },
    ],
    [
      '96.6|%',
      indicator('rate', '化解率', '%', { kind: 'rate', precision: 1, formula: '[a]/[b]*100' }),
      number('95'),
      { kind: 'calculated', table: ['96.6%', '95.0%'], text: null },
    ],
    [
      '96.6|%',
      indicator('rate', '化解率', '%', { kind: 'rate', precision: 1, formula: '[a]/[b]*100' }),
      empty,
      { kind: 'calculated', table: ['96.6%', null], text: null },
    ],
  ] as const)('%s for %o holding %o', (marked, of, held, expected) => {
    expect(effectOf(marked, of, held)).toEqual(expected);
  });

  it('always offers a way, and never both a table and nothing to choose from', () => {
    const values = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(values, values, (written, known) => {
        const effect = effectOf(`调解案件${written}|件`, cases, number(String(known)));
        expect(effect.kind).toBe(written === known ? 'same' : 'different');
        // What the table says is what the place will show.
        expect(effect.table?.[1]).toBe(`${known}件`);
      }),
    );
  });
});

describe('fittingIndicators', () => {
  const indicators = [
    cases,
    indicator('people', '人民调解员', '人'),
    indicator('lectures', '法治讲座', '场'),
    indicator('letters', '信访事项', '件'),
  ];
  const fitting = (marked: string) => {
    const literal = literalIn(marked);
    const question = {
      indicators,
      templateChapters: [],
      templateChapterKey: null,
      book: createNumberBook({ indicators, observations: [] }),
      year: 2024,
    };
    return literal && fittingIndicators(literal, question, 3).map(({ id }) => id);
  };

  it.each([
    ['全年共调解案件58|件', ['cases']],
    ['受理信访事项27|件', ['letters']],
    ['现有人民调解员131|名', ['people']],
    ['举办法治讲座12|期', ['lectures']],
    ['植树造林300|亩', []],
    // Asked for, another year's number is looked for as well.
    ['上年调解案件50|件', ['cases']],
  ])('%s', (marked, ids) => {
    expect(fitting(marked)).toEqual(ids);
  });
});

describe('a new indicator', () => {
  it.each([
    ['全镇累计巡查河道堤坝37|公里', { name: '巡查河道堤坝', unit: '公里' }, { kind: 'amount', precision: 0 }],
    ['投入资金3.5|万元', { name: '投入资金', unit: '万元' }, { kind: 'amount', precision: 1 }],
    ['新建凉亭4|座', { name: '新建凉亭', unit: '座' }, { kind: 'count', precision: 0 }],
    ['满意率98.25|%', { name: '满意率', unit: '%' }, { kind: 'rate', precision: 2 }],
  ])('%s', (marked, proposed, shape) => {
    const literal = literalIn(marked);
    if (!literal) throw new Error('no number');
    expect(proposedIndicator(literal)).toEqual(proposed);
    expect(shapeInUnit(literal.found, proposed.unit)).toEqual(shape);
  });
});

describe('indicatorsInUse', () => {
  it('leaves out what was retired before the year', () => {
    const list = [
      indicator('a', '甲', '件'),
      indicator('b', '乙', '件', { retiredAfter: 2023 }),
      indicator('c', '丙', '件', { retiredAfter: 2024 }),
    ];
    expect(askedIndicators(list, 2024).map(({ id }) => id)).toEqual(['a', 'c']);
  });
});
