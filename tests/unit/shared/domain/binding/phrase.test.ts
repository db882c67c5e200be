import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualWording } from '../../../../../src/shared/domain/binding/wording.ts';
import type { BindingFormat, Wording } from '../../../../../src/shared/domain/binding-format.ts';
import { Decimal } from '../../../../../src/shared/domain/decimal.ts';
import type { NumberState, Observation } from '../../../../../src/shared/domain/model.ts';
import { count, type Described, day, given, money, notApplicable, rate, shown } from './shown.ts';

const growth: BindingFormat = { style: 'growth' };
const change: BindingFormat = { style: 'change' };
const sizeOf = (of: 'growth' | 'change'): BindingFormat => ({ style: 'size', of });
const told = (words: Partial<Wording>): BindingFormat => ({
  style: 'growth',
  wording: { ...usualWording('growth', count), ...words },
});

describe('a phrase', () => {
  it.each<[Described, BindingFormat, string, string, string]>([
    [count, growth, '46', '58', '较上年增长26.1%'],
    [count, growth, '90', '85', '较上年下降5.6%'],
    [count, growth, '58', '58', '与上年持平'],
    [count, growth, '50', '60', '较上年增长20%'],
    [count, growth, '5', '0', '较上年下降100%'],
    [count, growth, '50', '100', '较上年增长100%'],
    [count, growth, '400', '401', '较上年增长0.3%'],
    [count, growth, '2000', '2001', '较上年增长0.1%'],
    [count, growth, '2001', '2000', '与上年基本持平'],
    [count, growth, '0', '12', '较上年增加12件'],
    [count, growth, '0', '0', '与上年持平'],
    [money, growth, '-2', '1.5', '较上年增加3.50万元'],
    [money, growth, '2', '-1.5', '较上年减少3.50万元'],
    [money, growth, '0.004', '3', '较上年增加3.00万元'],
    [money, growth, `0.${'6'.repeat(38)}7`, '0.667', '与上年基本持平'],
    [count, change, '46', '58', '较上年增加12件'],
    [count, change, '46', '43', '较上年减少3件'],
    [count, change, '0', '0', '与上年持平'],
    [count, change, '9'.repeat(39), '9'.repeat(40), `较上年增加9${'0'.repeat(39)}件`],
    [money, change, '1.2', '3.705', '较上年增加2.51万元'],
    [money, change, '1.2', '1.204', '与上年基本持平'],
    [money, change, '1.2', '1.194', '较上年减少0.01万元'],
    [rate, growth, '95.7', '96.6', '较上年提高0.9个百分点'],
    [rate, growth, '96.6', '95.7', '较上年降低0.9个百分点'],
    [rate, change, '95.7', '96.6', '较上年提高0.9个百分点'],
    [rate, growth, '0', '3', '较上年提高3.0个百分点'],
    // Printed 95.9% and 96.6%: the reader finds 0.7, the exact difference is 0.64.
    [rate, growth, '95.92', '96.56', '较上年提高0.7个百分点'],
    // Printed 95.6% and 96.5%.
    [rate, growth, '95.55', '96.50', '较上年提高0.9个百分点'],
    [rate, growth, '96.64', '96.6', '与上年基本持平'],
    [rate, growth, '96.55', '96.64', '与上年基本持平'],
    [{ ...rate, precision: 0 }, change, '95.7', '96.1', '与上年基本持平'],
    [count, sizeOf('growth'), '46', '58', '26.1%'],
    [count, sizeOf('growth'), '58', '46', '20.7%'],
    [count, sizeOf('growth'), '0', '12', '12件'],
    [count, sizeOf('change'), '46', '58', '12件'],
    [count, sizeOf('change'), '58', '58', '0件'],
    [rate, sizeOf('growth'), '96.6', '95.7', '0.9个百分点'],
    [rate, sizeOf('change'), '95.7', '96.6', '0.9个百分点'],
  ])('%j %j from %s to %s reads %s', (described, format, before, now, text) => {
    expect(shown(described, format, given(now), given(before))).toEqual({ text, state: 'confirmed' });
  });

  it.each<[BindingFormat, string, string, string]>([
    [told({ prefix: '同比' }), '46', '58', '同比增长26.1%'],
    [told({ prefix: '' }), '46', '58', '增长26.1%'],
    [told({ up: '上升', down: '减少' }), '58', '46', '较上年减少20.7%'],
    [told({ same: '与去年相同' }), '58', '58', '与去年相同'],
    [told({ nearly: '变化不大' }), '2001', '2000', '变化不大'],
    [told({ doubled: '翻一番' }), '29', '58', '较上年翻一番'],
    [told({ doubled: '翻一番' }), '29', '59', '较上年增长103.4%'],
    [told({ doubled: '翻一番' }), '0', '0', '与上年持平'],
  ])('%j from %s to %s reads %s', (format, before, now, text) => {
    expect(shown(count, format, given(now), given(before)).text).toBe(text);
  });

  it.each<[string[], string]>([
    [['12', '0'], '首次开展'],
    [['12', '0', '0', '0'], '首次开展'],
    [['12', '0', '0', '3'], '较上年增长12件'],
    [['0', '0'], '与上年持平'],
    [['12', '4', '0'], '较上年增长200%'],
  ])('that may say 首次 reads, of %j, %s', (years, text) => {
    expect(shown(count, told({ first: '首次开展' }), ...years.map((one) => given(one))).text).toBe(text);
  });

  it('says 首次 over years in which nobody knows the number, but not without last year', () => {
    const format = told({ first: '首次开展' });
    expect(shown(count, format, given('12'), given('0'), given(null), given('0')).text).toBe('首次开展');
    expect(shown(count, format, given('12'), given(null), given('0'))).toEqual({
      text: '',
      state: 'missing',
    });
  });

  it.each([growth, change, sizeOf('growth')])('%j has nothing to say where a number lacks', (format) => {
    const none = { text: '', state: 'missing' };
    expect(shown(count, format, given('58'))).toEqual(none);
    expect(shown(count, format, given(null), given('58'))).toEqual(none);
    expect(shown(count, format, notApplicable, given('58'))).toEqual(none);
    expect(shown(count, format, given('58'), notApplicable)).toEqual(none);
    expect(shown(day, format, given('20250315'), given('20240315'))).toEqual(none);
  });

  it.each<[Observation['state'], Observation['state'], NumberState]>([
    ['confirmed', 'confirmed', 'confirmed'],
    ['carried', 'confirmed', 'carried'],
    ['confirmed', 'carried', 'carried'],
  ])('of a %s and a %s number is %s', (now, before, state) => {
    expect(shown(count, growth, given('58', now), given('46', before)).state).toBe(state);
  });
});

describe('any phrase', () => {
  const amounts = fc.integer({ min: 0, max: 99_999 }).map((cents) => new Decimal(cents).div(100).toFixed());

  it('is what a reader finds from the two printed numbers', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(rate, money, { ...money, precision: 1 }),
        amounts,
        amounts,
        (indicator, before, now) => {
          const plain: BindingFormat = { style: 'plain', unit: false };
          const [then, shownNow] = [
            shown(indicator, plain, given(before)).text,
            shown(indicator, plain, given(now)).text,
          ];
          const difference = new Decimal(shownNow).minus(then);
          const { text } = shown(indicator, change, given(now), given(before));
          const [found] = /\d+(\.\d+)?/.exec(text) ?? [];
          if (difference.isZero()) expect(text).toMatch(before === now ? /^与上年持平$/ : /持平$/);
          else expect(found).toBe(difference.abs().toFixed(indicator.precision));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('denies no change: 持平 without 基本 only for equal numbers', () => {
    fc.assert(
      fc.property(fc.constantFrom(growth, change), amounts, amounts, (format, before, now) => {
        const { text } = shown(rate, format, given(now), given(before));
        expect(text === '与上年持平').toBe(before === now);
      }),
    );
  });

  it('swaps its direction with the years', () => {
    const opposite = new Map([
      ['增加', '减少'],
      ['减少', '增加'],
      ['提高', '降低'],
      ['降低', '提高'],
    ]);
    fc.assert(
      fc.property(fc.constantFrom(count, rate, money), amounts, amounts, (indicator, one, two) => {
        const there = shown(indicator, change, given(one), given(two)).text;
        const back = shown(indicator, change, given(two), given(one)).text;
        expect(back).toBe(there.replace(/(?<=较上年)../, (word) => opposite.get(word) ?? word));
      }),
    );
  });
});
