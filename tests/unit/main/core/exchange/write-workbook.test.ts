import { Workbook } from '@cj-tech-master/excelts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal, plainText } from '../../../../../src/shared/domain/decimal.ts';
import { entryOfValue } from '../../../../../src/shared/domain/exchange/supplied-entry.ts';
import { type Indicator, indicatorKinds, type Observation } from '../../../../../src/shared/domain/model.ts';
import { indicator, observation } from '../../../shared/domain/exchange/indicators.ts';
import { firstLine, identity, indicators, read, sheetBytes, valuesOf } from './sheets.ts';

async function opened(bytes: Uint8Array) {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  const sheet = workbook.getWorksheet('填报表');
  if (sheet === undefined) throw new Error('no sheet 填报表');
  return { workbook, sheet };
}

describe('the sheet for an office', () => {
  test('can be filled in where it should and nowhere else, without a password', async () => {
    const { sheet } = await opened(await sheetBytes([observation('count', 2023, '1234')]));
    expect(sheet.sheetProtection).toMatchObject({ sheet: true });
    expect(JSON.stringify(sheet.sheetProtection)).not.toContain('hashValue');
    const unlocked = [...Array(7).keys()].filter(
      (column) => sheet.getCell(firstLine, column + 1).protection?.locked === false,
    );
    expect(unlocked).toEqual([4, 5]);
    expect(sheet.getCell(firstLine, 4).value).toBe(1234);
    expect(sheet.getCell(firstLine, 5).value).toBeNull();
  });

  test('each kind has its own rule with a Chinese sentence, and 不适用 is always possible', async () => {
    const { sheet } = await opened(await sheetBytes());
    const rules = indicators.map((_, index) => sheet.getCell(firstLine + index, 5).dataValidation);
    for (const [index, rule] of rules.entries()) {
      expect(rule).toMatchObject({ type: 'custom', allowBlank: true, showErrorMessage: true });
      expect(JSON.stringify(rule)).toContain(`E${firstLine + index}=\\"不适用\\"`);
      expect(JSON.stringify(rule)).toMatch(/请填|比率填/);
    }
    expect(new Set(rules.map((rule) => JSON.stringify(rule)?.replace(/E\d+/g, ''))).size).toBe(4);
  });

  test('its heading stays, its ids are hidden, it prints on A4, and it knows whose it is', async () => {
    const { workbook, sheet } = await opened(await sheetBytes());
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: firstLine - 1 });
    expect(sheet.getColumn(7).hidden).toBe(true);
    expect(sheet.getCell(firstLine, 7).value).toBe('xb:count');
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 });
    expect(sheet.pageSetup.printTitlesRow).toBe(`${firstLine - 1}:${firstLine - 1}`);
    expect(workbook.getWorksheet('乡报标识')?.state).toBe('veryHidden');
    expect(read(await sheetBytes()).identity).toEqual(identity);
  });

  test('what is known of this year is on it; what only repeats last year is asked', async () => {
    const bytes = await sheetBytes([
      observation('count', 2024, '7'),
      observation('money', 2024, '3.60', 'carried'),
      observation('day', 2024, '20240501'),
      { ...observation('rate', 2024, '0'), entry: { kind: 'notApplicable' } },
    ]);
    expect(valuesOf(read(bytes))).toEqual(['count=7', 'money=blank', 'rate=不适用', 'day=2024-05-01']);
  });
});

const amountText = fc
  .tuple(fc.boolean(), fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 999_999 }))
  .map(
    ([negative, whole, fraction]) =>
      `${negative && whole > 0 ? '-' : ''}${whole}.${String(fraction).padStart(6, '0')}`,
  );
const dayText = fc
  .date({ min: new Date('1949-10-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));

test('whatever number is written comes back equal', async () => {
  const cell = fc.constantFrom(...indicatorKinds).chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      value:
        kind === 'date'
          ? dayText
          : kind === 'count'
            ? fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }).map(String)
            : amountText,
      longDigits: fc.boolean(),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 12 }), async (cells) => {
      const asked = cells.map(
        ({ kind }, index): Indicator => indicator(`i${index}`, { kind, precision: kind === 'count' ? 0 : 2 }),
      );
      // More digits than a spreadsheet keeps: such a number travels as text.
      const values = cells.map(({ kind, value, longDigits }) =>
        longDigits && kind === 'amount' ? `12345678901${value.replace('-', '')}` : value,
      );
      const observations = values.map((value, index): Observation => observation(`i${index}`, 2024, value));
      const { rows } = read(await sheetBytes(observations, asked));
      const back = rows.map((row, index) => entryOfValue(row.value, asked[index] ?? indicator('')));
      const exact = (value: string) => plainText(new Decimal(value));
      expect(back.map((entry) => (entry?.kind === 'number' ? exact(entry.value) : entry))).toEqual(
        values.map(exact),
      );
    }),
    { numRuns: 25 },
  );
});
