/** A returned workbook: bytes in, its rows and what it says of itself out. Pure; runs in a thread of its own. */

import { valueInWords } from '../../../shared/domain/exchange/supplied-entry.ts';
import {
  type SuppliedWorkbook,
  type WorkbookIdentity,
  workbookIdentitySchema,
} from '../../../shared/domain/exchange/supply.ts';
import { done, type ErrorCode, ExpectedFailure, failed, type Outcome } from '../../../shared/errors.ts';
import { openArchive } from '../import/archive/archive.ts';
import { openCompoundFile } from '../import/doc/compound-file.ts';
import { detectFormat } from '../import/file-format.ts';
import { exchangeLimits } from './exchange-limits.ts';
import { readSheetCells, type SheetCells } from './sheet-cells.ts';
import { rowsOfTable } from './sheet-table.ts';
import { readWorkbookParts } from './workbook-parts.ts';

/** The hidden sheet by which a workbook is known: one word and one value a line. */
export const identitySheet = '乡报标识';

/** What the shared readers of archives and XML say, in the words of this errand. */
const ownCodes: Partial<Record<ErrorCode, ErrorCode>> = {
  'import.damaged': 'exchange.damaged',
  'import.encrypted': 'exchange.encrypted',
  'import.tooLarge': 'exchange.tooLarge',
};

/**
 * Reads an .xlsx or .xlsm; macros are never run, formulas count with the results that the file holds. Errors, each with
 * `name`: exchange.otherFormat, .encrypted, .damaged, .tooLarge (`limit`), .noTable.
 */
export function readWorkbook(name: string, bytes: Uint8Array): Outcome<SuppliedWorkbook> {
  try {
    return done(readSheets(name, bytes));
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    const { code, parameters } = error.failure;
    return failed(ownCodes[code] ?? code, { name, ...parameters });
  }
}

function readSheets(name: string, bytes: Uint8Array): SuppliedWorkbook {
  const archive = openArchive(archiveBytes(name, bytes), exchangeLimits);
  const parts = readWorkbookParts(archive);
  if (parts === null) throw new ExpectedFailure('exchange.otherFormat');
  let cellsLeft = exchangeLimits.cells;
  let identity: WorkbookIdentity | null = null;
  let found = false;
  const rows: SuppliedWorkbook['rows'] = [];
  for (const { name: sheet, part } of parts.sheets) {
    const cells = readSheetCells(archive.read(part) ?? new Uint8Array(), parts, cellsLeft);
    cellsLeft -= cells.rows.reduce((sum, row) => sum + row.cells.size, 0);
    identity ??= identityOf(cells);
    const ofSheet = rowsOfTable(sheet, cells);
    found ||= ofSheet !== null;
    for (const row of ofSheet ?? []) {
      if (rows.length >= exchangeLimits.rows) tooManyRows();
      rows.push(row);
    }
  }
  if (!found) throw new ExpectedFailure('exchange.noTable');
  return { identity, rows, macros: parts.macros };
}

/** Throws where the bytes are no archive, saying what they are. */
function archiveBytes(name: string, bytes: Uint8Array): Uint8Array {
  const format = bytes.length === 0 ? { kind: 'damaged' } : detectFormat(name, bytes);
  if (format.kind === 'zip') return bytes;
  if (format.kind === 'compound') {
    throw new ExpectedFailure(isProtected(bytes) ? 'exchange.encrypted' : 'exchange.otherFormat');
  }
  const cutShort = bytes.length === 0 || /\.xls[xm]$/i.test(name);
  throw new ExpectedFailure(cutShort ? 'exchange.damaged' : 'exchange.otherFormat');
}

/** A workbook under a password stands as one encrypted stream in a compound file ([MS-OFFCRYPTO] 2.3.4). */
function isProtected(bytes: Uint8Array): boolean {
  try {
    return openCompoundFile(bytes).names.has('EncryptedPackage');
  } catch (error) {
    if (error instanceof ExpectedFailure || error instanceof RangeError) return false;
    throw error;
  }
}

/** By its content, not by the sheet's name, which may have been changed. */
function identityOf({ rows }: SheetCells): WorkbookIdentity | null {
  const said = new Map<string, string>();
  for (const { cells } of rows.slice(0, 20)) {
    const [word, value] = [cells.get(1), cells.get(2)];
    if (word !== undefined && value !== undefined)
      said.set(valueInWords(word.value), valueInWords(value.value));
  }
  const parsed = workbookIdentitySchema.safeParse(Object.fromEntries(said));
  return parsed.success ? parsed.data : null;
}

function tooManyRows(): never {
  throw new ExpectedFailure('import.tooLarge', { limit: exchangeLimits.rows });
}
