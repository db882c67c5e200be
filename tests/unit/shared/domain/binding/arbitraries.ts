/** Any format, indicator and number, for properties. */
import fc from 'fast-check';
import type { BindingFormat } from '../../../../../src/shared/domain/binding-format.ts';
import { indicatorKinds } from '../../../../../src/shared/domain/model.ts';
import type { Described } from './shown.ts';

const unit = fc.boolean();
const places = fc.nat(6);
const grouped = fc.option(fc.boolean(), { nil: undefined });
const zero = fc.option(fc.constantFrom('无', '没有'), { nil: undefined });
const to = fc.constantFrom('10', '100', '1000', '10000');
const wording = fc.option(
  fc.record({
    prefix: fc.constantFrom('较上年', '同比', ''),
    up: fc.constantFrom('增长', '上升'),
    down: fc.constantFrom('下降', '减少'),
    same: fc.constant('与上年持平'),
    nearly: fc.constant('与上年基本持平'),
    doubled: fc.constantFrom('', '翻一番'),
    first: fc.constantFrom('', '首次开展'),
  }),
  { nil: undefined },
);

/** Formats of one number. */
export const anyValueFormat: fc.Arbitrary<BindingFormat> = fc.oneof(
  fc.record({ style: fc.constantFrom('plain', 'integer'), unit, zero, grouped }),
  fc.record({ style: fc.constant('decimal'), places, unit, zero, grouped }),
  fc.record({ style: fc.constant('percent'), places, zero }),
  fc.record({ style: fc.constantFrom('tenThousand', 'hundredMillion'), places, unit, zero }),
  fc.record({
    style: fc.constant('over'),
    to,
    word: fc.constantFrom('余', '多', undefined),
    unit,
    zero,
  }),
  fc.record({ style: fc.constant('about'), to, word: fc.constantFrom('近', '约'), unit, zero }),
  fc.record({ style: fc.constant('chinese'), unit, zero }),
  fc.record({ style: fc.constant('ordinal'), chinese: fc.boolean(), unit }),
);

export const anyPhraseFormat: fc.Arbitrary<BindingFormat> = fc.record({
  style: fc.constantFrom('growth', 'change'),
  wording,
});

/** A limit of few digits, as people set them. */
const limit = fc.integer({ min: 0, max: 9_999 }).map((digits) => String(digits * 100));

export const anySeriesFormat: fc.Arbitrary<BindingFormat> = fc.oneof(
  fc.record({ style: fc.constant('threshold'), limit, first: fc.boolean(), unit }),
  fc.record({ style: fc.constant('range'), years: fc.integer({ min: 2, max: 11 }), unit }),
);

export const anyFormat: fc.Arbitrary<BindingFormat> = fc.oneof(
  anyValueFormat,
  anyPhraseFormat,
  anySeriesFormat,
  fc.record({ style: fc.constant('date'), form: fc.constantFrom('full', 'monthDay', 'month') }),
  fc.record({ style: fc.constant('size'), of: fc.constantFrom('growth', 'change') }),
);

export const anyIndicator: fc.Arbitrary<Described> = fc.record({
  kind: fc.constantFrom(...indicatorKinds),
  precision: fc.nat(6),
  unit: fc.constantFrom(
    '件',
    '人次',
    '元',
    '万元',
    '亿元',
    '公里',
    '%',
    '',
    '万',
    '亿',
    '万亿元',
    '百吨',
    '千克',
    '‰',
  ),
});

/** Of 1 to 40 digits, with and without fraction and sign, and close to where 万 and 亿 begin. */
export const anyNumber: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(15)).map((pair) => pair.join('.')),
  fc.integer({ min: -500, max: 200_000 }).map(String),
  fc.bigInt({ min: 0n, max: 10n ** 40n - 1n }).map(String),
  fc.constantFrom('0', '0.0', '-0.001', '9999.996', '999999.96', '99999999', '9999999999.5', '20250315'),
);
