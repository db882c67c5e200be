import { describe, expect, test } from 'vitest';
import { compareSupplies } from '../../../../../src/shared/domain/exchange/compare-supplies.ts';
import type { SuppliedWorkbook } from '../../../../../src/shared/domain/exchange/supply.ts';
import type { EarlierSupply } from '../../../../../src/shared/domain/exchange/supply-item.ts';
import type { Observation } from '../../../../../src/shared/domain/model.ts';
import { createNumberBook } from '../../../../../src/shared/domain/number-book.ts';
import { indicator, observation, row, workbook } from './indicators.ts';

const indicators = [
  indicator('a'),
  indicator('b', { officeId: 'o2' }),
  indicator('sum', { formula: 'a + b', officeId: null }),
];

function compare(files: SuppliedWorkbook[], observations: Observation[] = [], earlier: EarlierSupply[] = []) {
  const book = createNumberBook({ indicators, observations });
  return compareSupplies(files, { indicators, book, year: 2024, earlier }).map(
    ({ file, indicatorId, verdict, reasons }) => [file, indicatorId, verdict, ...reasons],
  );
}

describe('one number beside the table', () => {
  test.each([
    ['nothing stood there', workbook([row('a', '7')]), [], ['new']],
    ['the same stands there', workbook([row('a', '7')]), [observation('a', 2024, '7.0')], ['same']],
    ['another was typed', workbook([row('a', '7')]), [observation('a', 2024, '8')], ['decide', 'typedHere']],
    ['last year’s repeats', workbook([row('a', '7')]), [observation('a', 2024, '7', 'carried')], ['changed']],
    ['six times', workbook([row('a', '60')]), [observation('a', 2023, '10')], ['decide', 'jump']],
    ['five times is not yet a jump', workbook([row('a', '50')]), [observation('a', 2023, '10')], ['new']],
    ['less than a fifth', workbook([row('a', '1')]), [observation('a', 2023, '10')], ['decide', 'jump']],
    ['nothing to compare with zero', workbook([row('a', '9')]), [observation('a', 2023, '0')], ['new']],
    ['another unit', workbook([row('a', '7', { unit: '人' })]), [], ['decide', 'unit']],
    ['blanks in the unit do not matter', workbook([row('a', '7', { unit: ' 件' })]), [], ['new']],
    ['merged', workbook([row('a', '7', { merged: true })]), [], ['decide', 'merged']],
    ['another year', workbook([row('a', '7')], { year: 2023 }), [], ['decide', 'year']],
    ['another office', workbook([row('b', '7')]), [], ['decide', 'otherOffice']],
    ['nobody’s workbook', workbook([row('a', '7')], null), [], ['decide', 'unidentified']],
  ])('%s', (_name, file, observations, [verdict, ...reasons]) => {
    expect(compare([file], observations)).toEqual([[0, file.rows[0]?.indicatorId, verdict, ...reasons]]);
  });

  test('a row without id is found by name and unit, as a proposal only', () => {
    const lost = row('a', '7', { indicatorId: null });
    expect(compare([workbook([lost])])).toEqual([[0, 'a', 'decide', 'idLost']]);
    expect(compare([workbook([{ ...lost, unit: '人' }])])).toEqual([[0, null, 'unknown', 'unknownRow']]);
    expect(compare([workbook([{ ...lost, name: '新增的' }])])).toEqual([[0, null, 'unknown', 'unknownRow']]);
  });

  test('what cannot be taken is told and never offered', () => {
    const words = row('a', '0', { value: { kind: 'text', text: '若干' } });
    const items = compare([
      workbook([
        words,
        row('sum', '7', { unit: '件' }),
        row('gone', '7'),
        row('a', '0', { value: { kind: 'uncomputed' }, formula: true }),
      ]),
    ]);
    expect(items.map(([, , verdict, reason]) => [verdict, reason])).toEqual([
      ['unknown', 'notNumber'],
      ['unknown', 'computed'],
      ['unknown', 'unknownIndicator'],
      ['unknown', 'uncomputed'],
    ]);
  });

  test('a blank row says nothing, also when it only looks blank', () => {
    const blank = row('a', '0', { value: { kind: 'blank' } });
    const invisible = row('a', '0', { value: { kind: 'text', text: '\u200b ' } });
    expect(compare([workbook([blank, invisible])], [observation('a', 2024, '7')])).toEqual([]);
  });
});

describe('what an office handed in before', () => {
  const supply = (entry: string, issue: number | null = 1): EarlierSupply => ({
    indicatorId: 'a',
    officeId: 'o1',
    issue,
    entry: { kind: 'number', value: entry },
  });

  test('an office corrects its own number without a question', () => {
    expect(compare([workbook([row('a', '9')])], [observation('a', 2024, '8')], [supply('8')])).toEqual([
      [0, 'a', 'changed'],
    ]);
  });

  test('but not one that was changed here since', () => {
    expect(compare([workbook([row('a', '9')])], [observation('a', 2024, '10')], [supply('8')])).toEqual([
      [0, 'a', 'decide', 'typedHere'],
    ]);
  });

  test('and not from an older sheet than the one taken in', () => {
    expect(compare([workbook([row('a', '9')])], [observation('a', 2024, '8')], [supply('8', 2)])).toEqual([
      [0, 'a', 'decide', 'olderIssue'],
    ]);
  });
});

describe('several workbooks', () => {
  const rival = (value: string, changes: Parameters<typeof workbook>[1]) =>
    workbook([row('a', value)], changes);

  test('two offices that disagree are both told', () => {
    expect(compare([rival('7', {}), rival('8', { officeId: 'o2' })])).toEqual([
      [0, 'a', 'decide', 'disagree'],
      [1, 'a', 'decide', 'otherOffice', 'disagree'],
    ]);
  });

  test('the newer sheet of an office goes before its older one', () => {
    expect(compare([rival('7', { issue: 1 }), rival('8', { issue: 2 })])).toEqual([
      [0, 'a', 'decide', 'olderIssue'],
      [1, 'a', 'new'],
    ]);
  });

  test('one sheet twice is taken once', () => {
    expect(compare([rival('7', {}), rival('7', {})])).toEqual([
      [0, 'a', 'new'],
      [1, 'a', 'same'],
    ]);
  });

  test('of equal numbers the one without a question is left to be taken', () => {
    expect(compare([rival('7', { officeId: 'o2' }), rival('7', {})])).toEqual([
      [0, 'a', 'same', 'otherOffice'],
      [1, 'a', 'new'],
    ]);
  });
});
