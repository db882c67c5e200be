import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BindingFormat, bindingFormatSchema } from '../../../../src/shared/domain/binding-format.ts';
import { bindingStylesFor, renderBinding } from '../../../../src/shared/domain/binding-text.ts';
import {
  type Entry,
  type Indicator,
  indicatorKinds,
  type NumberState,
} from '../../../../src/shared/domain/model.ts';
import { createNumberBook } from '../../../../src/shared/domain/number-book.ts';

type Described = Pick<Indicator, 'kind' | 'precision' | 'unit'>;
const count: Described = { kind: 'count', precision: 0, unit: '件' };
const leaflets: Described = { kind: 'count', precision: 0, unit: '份' };
const visits: Described = { kind: 'count', precision: 0, unit: '人次' };
const money: Described = { kind: 'amount', precision: 2, unit: '万元' };
const rate: Described = { kind: 'rate', precision: 1, unit: '%' };

interface Given {
  entry: Entry;
  state?: 'confirmed' | 'carried';
}
const given = (value: string | null): Given => ({
  entry: value === null ? { kind: 'empty' } : { kind: 'number', value },
});

/** A binding in a report of 2024 whose indicator holds `now` that year and `before` the year before. */
function shown(
  described: Described,
  format: BindingFormat,
  now: Given,
  before = given(null),
  yearOffset = 0,
) {
  const indicator = {
    ...described,
    id: 'x',
    name: '指标',
    topicId: 't',
    officeId: null,
    formula: null,
    retiredAfter: null,
    footing: false,
  };
  const observations = [
    {
      indicatorId: 'x',
      year: 2024 + yearOffset,
      state: 'confirmed' as const,
      source: '',
      note: '',
      evidence: '',
      ...now,
    },
    {
      indicatorId: 'x',
      year: 2023 + yearOffset,
      state: 'confirmed' as const,
      source: '',
      note: '',
      evidence: '',
      ...before,
    },
  ];
  const book = createNumberBook({ indicators: [indicator], observations });
  return renderBinding({ id: 'b', indicatorId: 'x', yearOffset, format }, 2024, book);
}

const plain: BindingFormat = { style: 'plain', unit: true };
const integer: BindingFormat = { style: 'integer', unit: true };
const decimal = (places: number): BindingFormat => ({ style: 'decimal', places, unit: true });
const percent = (places: number): BindingFormat => ({ style: 'percent', places });
const tenThousand = (places: number): BindingFormat => ({ style: 'tenThousand', places, unit: true });
const over = (to: '10' | '100' | '1000' | '10000'): BindingFormat => ({ style: 'over', to, unit: true });
const growth: BindingFormat = { style: 'growth' };
const change: BindingFormat = { style: 'change' };

describe('a value', () => {
  it.each<[Described, BindingFormat, string, string]>([
    [count, plain, '58', '58件'],
    [count, plain, '0', '0件'],
    [count, { style: 'plain', unit: false }, '58', '58'],
    [count, plain, '9'.repeat(40), `${'9'.repeat(40)}件`],
    [money, plain, '3.5', '3.50万元'],
    [money, plain, '-0.125', '-0.13万元'],
    [money, plain, '-0.001', '0.00万元'],
    [rate, plain, '96.55', '96.6%'],
    [rate, plain, '100', '100.0%'],
    [rate, { style: 'plain', unit: false }, '96.6', '96.6'],
    [{ ...rate, unit: '' }, plain, '96.6', '96.6%'],
    [{ ...rate, unit: '‰' }, plain, '6.3', '6.3‰'],
    [money, integer, '3.5', '4万元'],
    [money, integer, '2.4999', '2万元'],
    [money, { style: 'integer', unit: false }, '2.5', '3'],
    [money, decimal(2), '3.5', '3.50万元'],
    [money, decimal(0), '3.5', '4万元'],
    [count, decimal(1), '58', '58.0件'],
    [rate, percent(1), '95.3488372093', '95.3%'],
    [rate, percent(0), '19.5', '20%'],
    [rate, percent(2), '96.6', '96.60%'],
    [leaflets, tenThousand(1), '36000', '3.6万份'],
    [leaflets, tenThousand(2), '36000', '3.6万份'],
    [leaflets, tenThousand(1), '30000', '3万份'],
    [leaflets, tenThousand(1), '36500', '3.7万份'],
    [leaflets, tenThousand(0), '36000', '4万份'],
    [leaflets, { style: 'tenThousand', places: 1, unit: false }, '36000', '3.6万'],
    [leaflets, tenThousand(1), '9999', '9999份'],
    [leaflets, tenThousand(1), '0', '0份'],
    [money, tenThousand(1), '36000', '3.6亿元'],
    [money, tenThousand(1), '-36000', '-3.6亿元'],
    [money, tenThousand(1), '580.5', '580.50万元'],
    [rate, tenThousand(1), '12000', '12000.0%'],
    [visits, over('10'), '353', '350余人次'],
    [visits, over('10'), '350', '350人次'],
    [visits, over('10'), '359', '350余人次'],
    [visits, over('100'), '353', '300余人次'],
    [visits, over('10'), '7', '7人次'],
    [visits, over('10'), '0', '0人次'],
    [visits, { style: 'over', to: '10', unit: false }, '353', '350余'],
    [leaflets, over('1000'), '36520', '36000余份'],
    [leaflets, over('10000'), '36520', '3万余份'],
    [leaflets, over('10000'), '30000', '3万份'],
    [leaflets, over('10000'), '9000', '9000份'],
    [money, over('100'), '350.5', '300余万元'],
    [money, over('10'), '350.01', '350余万元'],
    [money, over('10000'), '36520', '3亿余元'],
    [money, over('10'), '-353', '-353.00万元'],
    [rate, over('10'), '96.6', '96.6%'],
  ])('%j %j of %s reads %s', (described, format, value, text) => {
    expect(shown(described, format, given(value))).toEqual({ text, state: 'confirmed' });
  });

  it('that is missing has no text, one that is not applicable says so', () => {
    expect(shown(count, plain, given(null))).toEqual({ text: '', state: 'missing' });
    expect(shown(count, over('10'), { entry: { kind: 'notApplicable' }, state: 'carried' })).toEqual({
      text: '不适用',
      state: 'carried',
    });
  });

  it('that is carried over says so, and last year stands where it is asked for', () => {
    expect(shown(count, plain, { ...given('58'), state: 'carried' })).toEqual({
      text: '58件',
      state: 'carried',
    });
    expect(shown(count, plain, given('58'), given('49'), -1)).toEqual({ text: '58件', state: 'confirmed' });
  });

  it('of an indicator that does not exist is missing', () => {
    const book = createNumberBook({ indicators: [], observations: [] });
    expect(renderBinding({ id: 'b', indicatorId: 'x', yearOffset: 0, format: plain }, 2024, book)).toEqual({
      text: '',
      state: 'missing',
    });
  });

  it('follows its formula: 86 → 82 is 95.3 %, 104 → 20 is 19.2 %', () => {
    const base = { topicId: 't', officeId: null, retiredAfter: null, footing: false, ...count };
    const indicators = [
      { ...base, id: 'part', name: '部分', formula: null },
      { ...base, id: 'whole', name: '全部', formula: null },
      { ...base, ...rate, id: 'rate', name: '率', formula: 'rate(part, whole)' },
    ];
    const text = (whole: string, part: string) => {
      const observations = Object.entries({ whole, part }).map(([indicatorId, value]) => ({
        ...{ indicatorId, year: 2024, state: 'confirmed' as const, source: '', note: '', evidence: '' },
        entry: { kind: 'number' as const, value },
      }));
      const book = createNumberBook({ indicators, observations });
      return renderBinding({ id: 'b', indicatorId: 'rate', yearOffset: 0, format: plain }, 2024, book).text;
    };
    expect(text('86', '82')).toBe('95.3%');
    expect(text('104', '20')).toBe('19.2%');
    expect(text('0', '0')).toBe('');
  });
});

describe('a phrase', () => {
  it.each<[Described, BindingFormat, string, string, string]>([
    [count, growth, '46', '58', '较上年增长26.1%'],
    [count, growth, '90', '85', '较上年下降5.6%'],
    [count, growth, '58', '58', '与上年持平'],
    [count, growth, '50', '60', '较上年增长20%'],
    [count, growth, '5', '0', '较上年下降100%'],
    [count, growth, '400', '401', '较上年增长0.3%'],
    [count, growth, '2000', '2001', '较上年增长0.1%'],
    [count, growth, '2001', '2000', '与上年持平'],
    [money, growth, `0.${'6'.repeat(38)}7`, '0.667', '较上年增长0.1%'],
    [count, growth, '0', '12', '较上年增加12件'],
    [count, growth, '0', '0', '与上年持平'],
    [money, growth, '-2', '1.5', '较上年增加3.50万元'],
    [money, growth, '2', '-1.5', '较上年减少3.50万元'],
    [count, change, '46', '58', '较上年增加12件'],
    [count, change, '46', '43', '较上年减少3件'],
    [count, change, '0', '0', '与上年持平'],
    [count, change, '9'.repeat(39), '9'.repeat(40), `较上年增加9${'0'.repeat(39)}件`],
    [money, change, '1.2', '3.705', '较上年增加2.51万元'],
    [money, change, '1.2', '1.204', '与上年持平'],
    [money, change, '1.2', '1.195', '较上年减少0.01万元'],
    [rate, growth, '95.7', '96.6', '较上年提高0.9个百分点'],
    [rate, growth, '96.6', '95.7', '较上年降低0.9个百分点'],
    [rate, change, '95.7', '96.6', '较上年提高0.9个百分点'],
    [rate, growth, '0', '3', '较上年提高3.0个百分点'],
    [rate, growth, '96.64', '96.6', '与上年持平'],
    [rate, growth, '95.55', '96.50', '较上年提高1.0个百分点'],
    [rate, growth, `0.${'3'.repeat(38)}`, `0.38${'3'.repeat(30)}`, '较上年提高0.1个百分点'],
    [{ ...rate, precision: 0 }, change, '95.7', '96.1', '与上年持平'],
  ])('%j %j from %s to %s reads %s', (described, format, before, now, text) => {
    expect(shown(described, format, given(now), given(before))).toEqual({ text, state: 'confirmed' });
  });

  it.each([growth, change])('%j has nothing to say where a year is missing or not applicable', (format) => {
    const none = { text: '', state: 'missing' };
    const notApplicable: Given = { entry: { kind: 'notApplicable' } };
    expect(shown(count, format, given('58'))).toEqual(none);
    expect(shown(count, format, given(null), given('58'))).toEqual(none);
    expect(shown(count, format, notApplicable, given('58'))).toEqual(none);
    expect(shown(count, format, given('58'), notApplicable)).toEqual(none);
  });

  it.each<[Given['state'], Given['state'], NumberState]>([
    ['confirmed', 'confirmed', 'confirmed'],
    ['carried', 'confirmed', 'carried'],
    ['confirmed', 'carried', 'carried'],
  ])('of a %s and a %s number is %s', (now, before, state) => {
    const one = (value: string, given: Given['state'] = 'confirmed'): Given => ({
      entry: { kind: 'number', value },
      state: given,
    });
    expect(shown(count, growth, one('58', now), one('46', before)).state).toBe(state);
  });
});

describe('any binding', () => {
  const described = fc.record({
    kind: fc.constantFrom(...indicatorKinds),
    precision: fc.nat(6),
    unit: fc.constantFrom('件', '万元', '%', ''),
  });
  const entries = fc.oneof(
    fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(15)).map(([whole, fraction]) => ({
      entry: { kind: 'number' as const, value: `${whole}.${fraction}` },
    })),
    fc.constantFrom<Given>({ entry: { kind: 'empty' } }, { entry: { kind: 'notApplicable' } }),
  );

  it('never throws, has text exactly when it is not missing, and no stray sign or exponent', () => {
    const formats = fc.constantFrom(plain, integer, decimal(3), percent(1), tenThousand(2), over('1000'));
    fc.assert(
      fc.property(
        described,
        fc.oneof(formats, fc.constantFrom(growth, change)),
        entries,
        entries,
        (indicator, format, now, before) => {
          const { text, state } = shown(indicator, format, now, before);
          expect(text === '').toBe(state === 'missing');
          expect(text).toMatch(
            /^$|^不适用$|^(较上年\p{L}{2})?-?\d+(\.\d+)?[万亿]?余?\p{L}*%?$|^与上年持平$/u,
          );
          expect(text).not.toMatch(/-0(\.0*)?(\D|$)/);
          if (format.style === 'growth' || format.style === 'change') expect(text).not.toContain('-');
        },
      ),
      { numRuns: 500 },
    );
  });

  it('swaps its direction with the years', () => {
    const opposite = new Map([
      ['增加', '减少'],
      ['减少', '增加'],
      ['提高', '降低'],
      ['降低', '提高'],
    ]);
    const numbers = fc.integer({ min: 1, max: 10_000 });
    fc.assert(
      fc.property(fc.constantFrom(count, rate, money), numbers, numbers, (indicator, one, two) => {
        const [there, back] = [
          shown(indicator, change, given(String(one)), given(String(two))).text,
          shown(indicator, change, given(String(two)), given(String(one))).text,
        ];
        const expected = there.replace(/(?<=较上年)../, (word) => opposite.get(word) ?? word);
        expect(back).toBe(expected);
      }),
    );
  });
});

describe('bindingStylesFor', () => {
  it('offers the plain number first and only formats that suit', () => {
    expect(bindingStylesFor(count).map(({ style }) => style)).toEqual([
      ...['plain', 'over', 'over', 'tenThousand', 'growth', 'change'],
    ]);
    expect(bindingStylesFor(money)).toEqual([
      plain,
      decimal(1),
      integer,
      tenThousand(1),
      tenThousand(2),
      over('100'),
      growth,
      change,
    ]);
    expect(bindingStylesFor(rate)).toEqual([plain, percent(0), growth]);
  });

  it('offers valid formats, each once, with the unit', () => {
    for (const kind of indicatorKinds) {
      for (let precision = 0; precision <= 6; precision += 1) {
        const formats = bindingStylesFor({ kind, precision, unit: '件' });
        expect(new Set(formats.map((format) => JSON.stringify(format))).size).toBe(formats.length);
        for (const format of formats) {
          expect(bindingFormatSchema.parse(format)).toEqual(format);
          if ('unit' in format) expect(format.unit).toBe(true);
        }
      }
    }
  });
});
