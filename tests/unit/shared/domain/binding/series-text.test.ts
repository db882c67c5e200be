import { describe, expect, it } from 'vitest';
import type { BindingFormat } from '../../../../../src/shared/domain/binding-format.ts';
import {
  count,
  type Described,
  given,
  leaflets,
  money,
  notApplicable,
  rate,
  shown,
  visits,
} from './shown.ts';

const against = (limit: string, first = false): BindingFormat => ({
  style: 'threshold',
  limit,
  first,
  unit: true,
});
const range = (years: number): BindingFormat => ({ style: 'range', years, unit: true });

describe('a number against a limit', () => {
  it.each<[Described, string, string, string]>([
    [count, '50', '58', '超过50件'],
    [count, '58', '58', '达到58件'],
    [count, '60', '58', '不到60件'],
    [count, '60', '0', '0件'],
    [count, '60', '-3', '不到60件'],
    [leaflets, '10000', '10001', '超过1万份'],
    [leaflets, '15000', '20000', '超过1.5万份'],
    [leaflets, '12345', '20000', '超过12345份'],
    [money, '10000', '9999.999', '不到1亿元'],
    [money, '0.5', '0.6', '超过0.5万元'],
    [rate, '95', '95.04', '超过95%'],
    [rate, '95', '95', '达到95%'],
  ])('%j, limit %s, of %s reads %s', (described, limit, value, text) => {
    expect(shown(described, against(limit), given(value)).text).toBe(text);
  });

  it.each<[string[], string]>([
    [['10500', '9800', '9000'], '首次超过1万人次'],
    [['10000', '9800'], '首次达到1万人次'],
    [['10500', '10000'], '首次超过1万人次'],
    [['10000', '10000'], '达到1万人次'],
    [['10500', '9800', '10001'], '超过1万人次'],
    [['9000', '8000'], '不到1万人次'],
    // Nothing is known of earlier years: nobody can say that it is the first time.
    [['10500'], '超过1万人次'],
  ])('with 首次, of the years %j reads %s', (years, text) => {
    expect(shown(visits, against('10000', true), ...years.map((one) => given(one))).text).toBe(text);
  });

  it('rests on the earlier years only where it says something of them', () => {
    const carried = [given('10500'), given('9800', 'carried')];
    expect(shown(visits, against('10000', true), ...carried).state).toBe('carried');
    expect(shown(visits, against('10000', false), ...carried).state).toBe('confirmed');
    expect(shown(visits, against('10000'), notApplicable).text).toBe('不适用');
  });
});

describe('a range of years', () => {
  it.each<[Described, number, string[], string]>([
    [count, 3, ['58', '12', '46'], '12～58件'],
    [count, 2, ['58', '60', '12'], '58～60件'],
    [count, 3, ['58', '58', '58'], '58件'],
    [rate, 2, ['96.6', '95.1'], '95.1%～96.6%'],
    [money, 2, ['5', '3.456'], '3.46万元～5.00万元'],
    [count, 2, ['-3', '5'], '-3～5件'],
  ])('%j of %d years %j reads %s', (described, years, values, text) => {
    expect(shown(described, range(years), ...values.map((one) => given(one)))).toEqual({
      text,
      state: 'confirmed',
    });
  });

  it('says nothing while one of its years has no number, and is carried with any of them', () => {
    const none = { text: '', state: 'missing' };
    expect(shown(count, range(3), given('58'), given(null), given('46'))).toEqual(none);
    expect(shown(count, range(3), given('58'), given('12'))).toEqual(none);
    expect(shown(count, range(2), given('58'), notApplicable)).toEqual(none);
    expect(shown(count, range(2), given('58'), given('46', 'carried')).state).toBe('carried');
  });
});
