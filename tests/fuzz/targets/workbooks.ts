/** Sheets that come back from an office. */
import { strFromU8, unzipSync } from 'fflate';
import { readWorkbook } from '../../../src/main/core/exchange/read-workbook.ts';
import { compareSupplies } from '../../../src/shared/domain/exchange/compare-supplies.ts';
import { type SuppliedWorkbook, suppliedRowSchema } from '../../../src/shared/domain/exchange/supply.ts';
import { createNumberBook } from '../../../src/shared/domain/number-book.ts';
import { changed, firstLine, indicators, sheetBytes } from '../../unit/main/core/exchange/sheets.ts';
import { observation } from '../../unit/shared/domain/exchange/indicators.ts';
import { mutateZip, repacked } from '../mutate/zip.ts';
import { type FuzzTarget, mustHold } from '../target.ts';

const book = createNumberBook({ indicators, observations: [observation('count', 2023, '120')] });
const takenUnasked = new Set(['new', 'changed']);

/** What another program finds in the parts; null where it finds no archive. */
function wordsOf(bytes: Uint8Array): string | null {
  try {
    const parts = unzipSync(bytes, { filter: ({ name }) => name.endsWith('.xml') });
    return Object.values(parts)
      .map((part) => strFromU8(part))
      .join('\n');
  } catch {
    return null;
  }
}

function holdsTogether(bytes: Uint8Array, workbook: SuppliedWorkbook): void {
  for (const row of workbook.rows) {
    const checked = suppliedRowSchema.safeParse(row);
    mustHold(checked.success, `the schema of a row: ${checked.error?.issues[0]?.path.join('.')}`);
  }
  const items = compareSupplies([workbook], { indicators, book, year: 2024, earlier: [] });
  for (const item of items) {
    if (!takenUnasked.has(item.verdict)) continue;
    const row = workbook.rows[item.row];
    mustHold(row?.indicatorId === item.indicatorId, 'no number is taken unasked without its row’s id');
    mustHold(
      workbook.identity !== null,
      'no number is taken unasked of a sheet that does not say whose it is',
    );
    const isThere = wordsOf(bytes)?.includes(`xb:${item.indicatorId}`) ?? true;
    mustHold(isThere, 'a row’s id stands in the file');
  }
}

export const workbookTarget: FuzzTarget = {
  name: 'workbook',
  async prepare() {
    const empty = await sheetBytes();
    const filled = await changed(empty, (sheet) => {
      [58, 3.25, 94.9, new Date('2024-05-01T00:00:00Z')].forEach((value, index) => {
        sheet.getCell(firstLine + index, 5).value = value;
      });
      sheet.getCell(firstLine, 6).value = '台账';
      sheet.mergeCells(firstLine, 1, firstLine + 1, 1);
    });
    const known = await sheetBytes([observation('count', 2024, '58')]);
    const seeds = [empty, filled, filled, known].map(repacked);
    return {
      make: (random) => ({
        name: '甲办.xlsx',
        bytes: mutateZip(random.pick(seeds), random, /(sheet\d*|sharedStrings|workbook|styles)\.xml$/),
      }),
      attempt({ name, bytes }) {
        const outcome = readWorkbook(name, bytes);
        if (!outcome.ok) return 'refused';
        holdsTogether(bytes, outcome.value);
        return 'accepted';
      },
    };
  },
};
