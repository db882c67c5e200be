import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryText, exactEntryText, parseCellInput } from '../../../../src/shared/domain/cell-input.ts';
import { Decimal } from '../../../../src/shared/domain/decimal.ts';
import { entrySchema, indicatorKinds } from '../../../../src/shared/domain/model.ts';
import { chineseNumeral } from '../../../../src/shared/domain/text/chinese-numerals.ts';

const cases = { name: '排查矛盾纠纷', kind: 'count', precision: 0, unit: '件' } as const;
const money = { name: '罚没金额', kind: 'amount', precision: 2, unit: '万元' } as const;
const area = { name: '面积', kind: 'amount', precision: 1, unit: '亩' } as const;
const day = { name: '启用日期', kind: 'date', precision: 0, unit: '' } as const;
const rate = { name: '化解率', kind: 'rate', precision: 1, unit: '%' } as const;

const number = (value: string) => ({ ok: true, value: { kind: 'number', value } });

describe('parseCellInput', () => {
  it.each([
    ['58', '58'],
    [' 58 ', '58'],
    ['５８', '58'],
    ['0', '0'],
    ['007', '7'],
    ['58件', '58'],
    ['58 件', '58'],
    ['+58', '58'],
    ['1,234', '1234'],
    ['1，234，567', '1234567'],
    ['1 234', '1234'],
    ['1\u00A0234', '1234'],
    ['1,234.00', '1234'],
    ['3.6万', '36000'],
    ['3.6万件', '36000'],
    ['3.6 万件', '36000'],
    ['1.2亿', '120000000'],
    ['58\r\n', '58'],
    ['\u200B58', '58'],
    ['-0', '0'],
    ['9'.repeat(40), '9'.repeat(40)],
  ])('understands %j as a count', (text, value) => {
    expect(parseCellInput(text, cases)).toEqual(number(value));
  });

  it.each([
    ['3.6万', money, '3.6'],
    ['3.6万元', money, '3.6'],
    ['-1.25', money, '-1.25'],
    ['−1.25', money, '-1.25'],
    ['－１．２５', money, '-1.25'],
    ['.5', area, '0.5'],
    ['3.6万亩', area, '36000'],
    ['3.5', { ...area, precision: 0 }, '3.5'],
    ['0.123456789', area, '0.123456789'],
    ['96.6%', rate, '96.6'],
    ['96.6％', rate, '96.6'],
    ['96.6', rate, '96.6'],
    ['-3.2%', rate, '-3.2'],
    ['100', { ...rate, unit: '' }, '100'],
    ['12%', { ...rate, unit: '' }, '12'],
  ])('understands %j', (text, indicator, value) => {
    expect(parseCellInput(text, indicator)).toEqual(number(value));
  });

  it.each(['', '   ', '\t\n', '\u3000'])('takes %j as empty, not as zero', (text) => {
    expect(parseCellInput(text, cases)).toEqual({ ok: true, value: { kind: 'empty' } });
  });

  it.each(['不适用', ' 不适用 ', 'N/A', 'n/a', 'Ｎ／Ａ', 'not applicable', 'Not applicable'])(
    'takes %j as not applicable',
    (text) => {
      expect(parseCellInput(text, cases)).toEqual({ ok: true, value: { kind: 'notApplicable' } });
    },
  );

  it.each([
    ['十二', cases, '12'],
    ['五十八件', cases, '58'],
    ['三百五十六', cases, '356'],
    ['两千零五', cases, '2005'],
    ['三万六千', cases, '36000'],
    ['三万六千 件', cases, '36000'],
    ['一亿零三万', cases, '100030000'],
    ['零', cases, '0'],
    ['〇', cases, '0'],
    ['三万', money, '3'],
    ['三十万元', money, '30'],
    ['一十二', area, '12'],
    ['三千克', { ...area, unit: '千克' }, '3'],
  ])('understands the numeral %j', (text, indicator, value) => {
    expect(parseCellInput(text, indicator)).toEqual(number(value));
  });

  it.each([
    ['2025-3-15', '20250315'],
    ['2025/3/15', '20250315'],
    ['2025.3.15', '20250315'],
    ['2025年3月15日', '20250315'],
    ['２０２５年３月１５日', '20250315'],
    ['２０２５．３．１５', '20250315'],
    ['2025 年 3 月 15 日', '20250315'],
    ['2025-03-15', '20250315'],
    ['20250315', '20250315'],
    ['2024-2-29', '20240229'],
  ])('understands %j as a day', (text, value) => {
    expect(parseCellInput(text, day)).toEqual(number(value));
    expect(entryText({ kind: 'number', value }, day, '')).toMatch(/^202[45]-\d{2}-\d{2}$/);
  });

  it.each([
    '2025-2-29',
    '2025-13-1',
    '2025-0-1',
    '2025-3/15',
    '3月15日',
    '250315',
    '1025-3-15',
    '58',
    '二〇二五',
  ])('refuses %j as a day', (text) => {
    expect(parseCellInput(text, day)).toMatchObject({ ok: false, error: { code: 'observation.notDate' } });
  });

  it.each([
    ['—', cases, 'notNumber'],
    ['-', cases, 'notNumber'],
    ['/', cases, 'notNumber'],
    ['无', cases, 'notNumber'],
    ['.', cases, 'notNumber'],
    ['-58', cases, 'negative'],
    ['58.5', cases, 'notWhole'],
    ['58人', cases, 'otherUnit'],
    ['三十人', cases, 'otherUnit'],
    ['58余件', cases, 'approximate'],
    ['三百余件', cases, 'approximate'],
    ['58件左右', cases, 'otherUnit'],
    ['约58', cases, 'approximate'],
    ['近三百', cases, 'approximate'],
    ['一百二', cases, 'numeral'],
    ['三万六', cases, 'numeral'],
    ['二三', cases, 'numeral'],
    ['三四百件', cases, 'numeral'],
    ['十五六', cases, 'numeral'],
    ['二〇二四', cases, 'numeral'],
    ['一百二万', cases, 'numeral'],
    ['百', cases, 'numeral'],
    ['十二', rate, 'notNumber'],
    ['三万六千', money, 'otherUnit'],
    ['三万六千元', money, 'otherUnit'],
    ['1,23', cases, 'grouping'],
    ['12,34,567', cases, 'grouping'],
    ['1234,567', cases, 'grouping'],
    ['12 34', cases, 'grouping'],
    ['1.2.3', cases, 'grouping'],
    ['5\n8', cases, 'notNumber'],
    ['5\t8', cases, 'notNumber'],
    ['5.', cases, 'notNumber'],
    ['1e5', cases, 'notNumber'],
    ['1.2E+05', cases, 'notNumber'],
    ['0x10', cases, 'notNumber'],
    ['Infinity', cases, 'notNumber'],
    ['NaN', cases, 'notNumber'],
    ['58²', cases, 'notNumber'],
    ['①', cases, 'notNumber'],
    ['58%', cases, 'otherUnit'],
    ['--58', money, 'notNumber'],
    ['3.6亿', money, 'otherUnit'],
    ['3.6万万元', money, 'otherUnit'],
    ['36000元', money, 'otherUnit'],
    ['58人', { ...cases, unit: '' }, 'notNumber'],
    ['1万', rate, 'otherUnit'],
    ['96.6%%', rate, 'otherUnit'],
    ['9'.repeat(41), cases, 'tooManyDigits'],
    [`0.${'1'.repeat(40)}`, area, 'tooManyDigits'],
    [`${'9'.repeat(38)}万`, cases, 'tooManyDigits'],
    ['1'.repeat(1000), cases, 'tooManyDigits'],
    ['很'.repeat(1000), cases, 'notNumber'],
  ])('refuses %j of %o: %s', (text, indicator, reason) => {
    expect(parseCellInput(text, indicator)).toMatchObject({
      ok: false,
      error: { code: `observation.${reason}`, parameters: { name: indicator.name, unit: indicator.unit } },
    });
  });

  it('reads every numeral that the program itself writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 9999 }), (high, low) => {
        expect(parseCellInput(chineseNumeral(low), cases)).toEqual(number(String(low)));
        if (high === 0) return;
        const lower = low === 0 ? '' : `${low < 1000 ? '零' : ''}${chineseNumeral(low)}`;
        const text = `${chineseNumeral(high)}万${low >= 10 && low < 20 ? `零一${chineseNumeral(low)}` : lower}`;
        expect(parseCellInput(text, cases)).toEqual(number(String(high * 10_000 + low)));
      }),
    );
  });

  it('repeats a refused text, a long one shortened', () => {
    expect(parseCellInput('三五件', cases)).toMatchObject({ error: { parameters: { text: '三五件' } } });
    expect(parseCellInput('很'.repeat(5000), cases)).toMatchObject({
      error: { parameters: { text: `${'很'.repeat(60)}…` } },
    });
  });

  it('never throws, and what it accepts is an entry that the schema accepts', () => {
    const indicators = fc.constantFrom(cases, money, area, rate, day);
    const pieces = fc.constantFrom(
      ...'0123456789０９.,，-−+ 万亿件元%％e（年月日/一二十百千零余'.split(''),
      '万元',
      '不适用',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(pieces).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, indicators, (text, indicator) => {
        const outcome = parseCellInput(text, indicator);
        if (outcome.ok) expect(entrySchema.safeParse(outcome.value).success).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('exactEntryText', () => {
  it('is read as the very same entry', () => {
    const indicators = fc.constantFrom(cases, money, area, rate, day);
    const texts = fc.oneof(
      fc.nat().map(String),
      fc.tuple(fc.nat(), fc.nat()).map(([whole, fraction]) => `${whole}.${fraction}`),
      fc
        .date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
      fc.constantFrom('', '不适用', '0', '-3.25'),
    );
    fc.assert(
      fc.property(texts, indicators, (text, indicator) => {
        const read = parseCellInput(text, indicator);
        if (read.ok)
          expect(parseCellInput(exactEntryText(read.value, indicator, '不适用'), indicator)).toEqual(read);
      }),
      { numRuns: 500 },
    );
  });
});

describe('entryText', () => {
  it.each([
    ['58', cases, '58'],
    ['0', cases, '0'],
    ['3.5', money, '3.50'],
    ['95.348837', rate, '95.3'],
    ['19.25', rate, '19.3'],
    ['-0.004', money, '0.00'],
  ])('shows %s', (value, indicator, shown) => {
    expect(entryText({ kind: 'number', value }, indicator, '不适用')).toBe(shown);
  });

  it('tells empty, not applicable and zero apart', () => {
    expect(entryText({ kind: 'empty' }, cases, '不适用')).toBe('');
    expect(entryText({ kind: 'notApplicable' }, cases, 'N/A')).toBe('N/A');
  });

  it('is understood again, within the shown precision', () => {
    const values = fc.bigInt({ min: 0n, max: 10n ** 20n }).map((units) => new Decimal(units.toString()));
    fc.assert(
      fc.property(
        values,
        fc.nat(8),
        fc.nat(6),
        fc.constantFrom(...indicatorKinds.filter((kind) => kind !== 'date')),
        (units, scale, precision, kind) => {
          const indicator = { name: '数', kind, precision, unit: '个' };
          const value = units.dividedBy(new Decimal(10).pow(scale));
          const shown = entryText({ kind: 'number', value: value.toFixed() }, indicator, '不适用');
          const again = parseCellInput(shown, indicator);
          if (!again.ok || again.value.kind !== 'number') throw new Error(`not understood: ${shown}`);
          expect(entryText(again.value, indicator, '')).toBe(shown);
          const distance = new Decimal(again.value.value).minus(value).abs();
          expect(distance.times(2).lessThanOrEqualTo(new Decimal(10).pow(-precision))).toBe(true);
        },
      ),
    );
  });
});
