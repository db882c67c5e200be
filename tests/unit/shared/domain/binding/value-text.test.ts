import { describe, expect, it } from 'vitest';
import type { BindingFormat } from '../../../../../src/shared/domain/binding-format.ts';
import { count, type Described, day, given, leaflets, money, rate, shown, visits, yuan } from './shown.ts';

const plain = { style: 'plain', unit: true } as const;
const bare: BindingFormat = { style: 'plain', unit: false };
const integer = { style: 'integer', unit: true } as const;
const decimal = (places: number): BindingFormat => ({ style: 'decimal', places, unit: true });
const percent = (places: number) => ({ style: 'percent', places }) as const;
const wan = (places: number): BindingFormat => ({ style: 'tenThousand', places, unit: true });
const yi = (places: number): BindingFormat => ({ style: 'hundredMillion', places, unit: true });
type Step = '10' | '100' | '1000' | '10000';
const over = (to: Step, word?: '余' | '多'): BindingFormat => ({ style: 'over', to, unit: true, word });
const near = (to: Step): BindingFormat => ({ style: 'about', to, word: '近', unit: true });
const around = (to: Step): BindingFormat => ({ style: 'about', to, word: '约', unit: true });
const chinese = { style: 'chinese', unit: true } as const;
const ordinal = (inChinese: boolean, unit = false): BindingFormat => ({
  style: 'ordinal',
  chinese: inChinese,
  unit,
});
const date = (form: 'full' | 'monthDay' | 'month'): BindingFormat => ({ style: 'date', form });
const nines = '9'.repeat(40);

type Row = [Described, BindingFormat, string, string];

describe.each<[string, Row[]]>([
  [
    '原数、整数、小数、百分比',
    [
      [count, plain, '58', '58件'],
      [count, plain, '0', '0件'],
      [count, bare, '58', '58'],
      [count, plain, nines, `${nines}件`],
      [money, plain, '3.5', '3.50万元'],
      [money, plain, '-0.125', '-0.13万元'],
      [money, plain, '-0.001', '0.00万元'],
      [money, plain, `0.${'0'.repeat(38)}1`, '0.00万元'],
      [rate, plain, '96.55', '96.6%'],
      [rate, plain, '100', '100.0%'],
      [rate, bare, '96.6', '96.6'],
      [{ ...rate, unit: '' }, plain, '96.6', '96.6%'],
      [{ ...rate, unit: '‰' }, plain, '6.3', '6.3‰'],
      [money, integer, '3.5', '4万元'],
      [money, integer, '2.4999', '2万元'],
      [money, integer, '-0.4', '0万元'],
      [money, { style: 'integer', unit: false }, '2.5', '3'],
      [money, decimal(2), '3.5', '3.50万元'],
      [money, decimal(1), '2.449', '2.4万元'],
      [count, decimal(1), '58', '58.0件'],
      [rate, percent(1), '95.3488372093', '95.3%'],
      [rate, percent(0), '19.5', '20%'],
      [rate, percent(2), '96.6', '96.60%'],
    ],
  ],
  [
    '千分位、零的说法',
    [
      [leaflets, { ...plain, grouped: true }, '1234567', '1,234,567份'],
      [leaflets, { ...plain, grouped: true }, '123', '123份'],
      [yuan, { ...plain, grouped: true }, '-123456.7', '-123,456.70元'],
      [yuan, { ...integer, grouped: true }, '999999.5', '1,000,000元'],
      [leaflets, { ...plain, grouped: false }, '1234567', '1234567份'],
      [count, { ...plain, zero: '无' }, '0', '无'],
      [count, { ...plain, zero: '无' }, '0.0', '无'],
      [count, { ...plain, zero: '无' }, '1', '1件'],
      // Only rounded to zero: there was something.
      [money, { ...plain, zero: '无' }, '0.001', '0.00万元'],
      [rate, { ...percent(1), zero: '没有' }, '0', '没有'],
      [count, { ...chinese, zero: '没有' }, '0', '没有'],
    ],
  ],
  [
    '以万计、以亿计',
    [
      [leaflets, wan(1), '36000', '3.6万份'],
      [leaflets, wan(2), '36000', '3.6万份'],
      [leaflets, wan(1), '30000', '3万份'],
      [leaflets, wan(1), '36500', '3.7万份'],
      [leaflets, wan(0), '36000', '4万份'],
      [leaflets, { style: 'tenThousand', places: 1, unit: false }, '36000', '3.6万'],
      [leaflets, wan(1), '9999', '9999份'],
      [leaflets, wan(1), '10000', '1万份'],
      [leaflets, wan(1), '0', '0份'],
      [yuan, wan(1), '9999.99', '9999.99元'],
      // Shown 10000.00 in the table.
      [yuan, wan(1), '9999.996', '1万元'],
      [yuan, wan(1), '999999.96', '100万元'],
      [yuan, wan(1), '-36000', '-3.6万元'],
      [yuan, wan(1), '123456789', '12345.7万元'],
      [money, wan(1), '36000', '3.6亿元'],
      [money, wan(1), '-36000', '-3.6亿元'],
      [money, wan(1), '580.5', '580.50万元'],
      [rate, wan(1), '12000', '12000.0%'],
      [yuan, yi(1), '350000000', '3.5亿元'],
      [yuan, yi(1), '99999999', '1亿元'],
      [yuan, yi(1), '99990000', '9999万元'],
      [yuan, yi(1), '53210000', '5321万元'],
      [yuan, yi(1), '9999', '9999.00元'],
      [yuan, yi(2), '-123456789', '-1.23亿元'],
      [money, yi(1), '36000', '3.6亿元'],
      [yuan, yi(0), '5'.padEnd(40, '0'), `${'5'.padEnd(32, '0')}亿元`],
    ],
  ],
  [
    '余、多：只在舍去了尾数时',
    [
      [visits, over('10'), '353', '350余人次'],
      [visits, over('10'), '350', '350人次'],
      [visits, over('10'), '359', '350余人次'],
      [visits, over('10', '多'), '353', '350多人次'],
      [visits, over('100'), '353', '300余人次'],
      [visits, over('10'), '7', '7人次'],
      [visits, over('10'), '0', '0人次'],
      [visits, { style: 'over', to: '10', unit: false }, '353', '350余'],
      [leaflets, over('1000'), '36520', '36000余份'],
      [leaflets, over('10000'), '36520', '3万余份'],
      [leaflets, over('10000', '多'), '36520', '3万多份'],
      [leaflets, over('10000'), '30000', '3万份'],
      [leaflets, over('10000'), '9000', '9000份'],
      [money, over('100'), '350.5', '300余万元'],
      [money, over('10'), '350.01', '350余万元'],
      [money, over('10000'), '36520', '3亿余元'],
      [money, over('10'), '-353', '-353.00万元'],
      [rate, over('10'), '96.6', '96.6%'],
    ],
  ],
  [
    '近只在向上取整时，约只在改了数时',
    [
      [visits, near('10'), '353', '近360人次'],
      [visits, near('10'), '350', '350人次'],
      [visits, near('100'), '353', '近400人次'],
      [visits, near('10'), '7', '近10人次'],
      [leaflets, near('10000'), '36520', '近4万份'],
      [money, near('10000'), '36520', '近4亿元'],
      [visits, near('10'), '0', '0人次'],
      [visits, near('10'), '-3', '-3人次'],
      [rate, near('10'), '96.6', '96.6%'],
      [visits, around('10'), '353', '约350人次'],
      [visits, around('10'), '355', '约360人次'],
      [visits, around('10'), '360', '360人次'],
      [visits, around('10'), '4', '4人次'],
      [visits, around('10'), '5', '约10人次'],
      [leaflets, around('10000'), '36520', '约4万份'],
    ],
  ],
  [
    '汉字数字、第几',
    [
      [count, chinese, '2', '两件'],
      [count, { style: 'chinese', unit: false }, '2', '二'],
      [count, chinese, '0', '零件'],
      [count, chinese, '12', '十二件'],
      [count, chinese, '20', '二十件'],
      [count, chinese, '22', '二十二件'],
      [count, chinese, '200', '二百件'],
      [count, chinese, '1010', '一千零一十件'],
      [count, chinese, '10001', '一万零一件'],
      [count, chinese, '100010', '十万零一十件'],
      [count, chinese, '100001000', '一亿零一千件'],
      [count, chinese, '999999999999', '九千九百九十九亿九千九百九十九万九千九百九十九件'],
      [count, chinese, '1000000000000', '1000000000000件'],
      [count, chinese, '-2', '-2件'],
      [money, chinese, '3.00', '三万元'],
      [money, chinese, '3.5', '3.50万元'],
      [rate, chinese, '96', '96.0%'],
      [count, ordinal(false), '3', '第3'],
      [count, ordinal(true), '3', '第三'],
      [{ ...count, unit: '次' }, ordinal(true, true), '2', '第二次'],
      [{ ...count, unit: '名' }, ordinal(false, true), '12', '第12名'],
      [count, ordinal(true), '0', '0'],
      [count, ordinal(true), '-1', '-1'],
      [money, ordinal(true), '2.5', '2.50'],
    ],
  ],
  [
    '日期',
    [
      [day, date('full'), '20250315', '2025年3月15日'],
      [day, date('monthDay'), '20250315', '3月15日'],
      [day, date('month'), '20251201', '2025年12月'],
      [day, plain, '20250315', '2025年3月15日'],
      [day, wan(1), '20250315', '2025年3月15日'],
      [day, date('full'), '20240229', '2024年2月29日'],
      [day, date('full'), '20250229', '20250229'],
      [day, date('full'), '20251301', '20251301'],
      [day, date('full'), '0', '0'],
      [count, date('full'), '20250315', '20250315'],
    ],
  ],
])('%s', (_name, rows) => {
  it.each(rows)('%j %j of %s reads %s', (described, format, value, text) => {
    expect(shown(described, format, given(value))).toEqual({ text, state: 'confirmed' });
  });
});
