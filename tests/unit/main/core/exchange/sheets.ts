/** Sheets as the program writes them, for the tests of reading. */
import { Workbook } from '@cj-tech-master/excelts';
import { officeSheet } from '../../../../../src/main/core/exchange/office-sheet.ts';
import { readWorkbook } from '../../../../../src/main/core/exchange/read-workbook.ts';
import { writeWorkbook } from '../../../../../src/main/core/exchange/write-workbook.ts';
import type { SuppliedWorkbook } from '../../../../../src/shared/domain/exchange/supply.ts';
import type { Indicator, Observation } from '../../../../../src/shared/domain/model.ts';
import { createNumberBook } from '../../../../../src/shared/domain/number-book.ts';
import type { Worksheet } from '../../../../support/office-sheets.ts';
import { indicator } from '../../../shared/domain/exchange/indicators.ts';

export const identity = {
  format: 1,
  workspaceId: 'w',
  organization: '云溪镇人民政府',
  year: 2024,
  officeId: 'o1',
  officeName: '甲办',
  issue: 1,
};

export const indicators: Indicator[] = [
  indicator('count'),
  indicator('money', { kind: 'amount', unit: '万元', precision: 2 }),
  indicator('rate', { kind: 'rate', unit: '%', precision: 1 }),
  indicator('day', { kind: 'date', unit: '' }),
];

/** First line below the heading. */
export const firstLine = 8;

export function sheetBytes(
  observations: readonly Observation[] = [],
  asked: readonly Indicator[] = indicators,
): Promise<Uint8Array> {
  const book = createNumberBook({ indicators: asked, observations });
  return writeWorkbook(officeSheet(identity, asked, book), new Date('2025-01-06T01:00:00Z'));
}

/** The same workbook after a person's changes. */
export async function changed(
  bytes: Uint8Array,
  change: (sheet: Worksheet, workbook: Workbook) => void,
): Promise<Uint8Array> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  const sheet = workbook.getWorksheet(1);
  if (sheet === undefined) throw new Error('the workbook has no sheet');
  change(sheet, workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

export function read(bytes: Uint8Array, name = '甲办.xlsx'): SuppliedWorkbook {
  const outcome = readWorkbook(name, bytes);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

/** «id=value» of each row. */
export function valuesOf({ rows }: SuppliedWorkbook): string[] {
  return rows.map(({ indicatorId, value }) => {
    const { kind } = value;
    const text =
      kind === 'text' || kind === 'error'
        ? value.text
        : kind === 'number'
          ? `${value.value}${value.percent ? ' as percent' : ''}`
          : kind === 'date'
            ? value.iso
            : kind;
    return `${indicatorId}=${text}`;
  });
}
