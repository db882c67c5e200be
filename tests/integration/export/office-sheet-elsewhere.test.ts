/**
 * A sheet opened and saved by another office program comes back whole. Needs LibreOffice with its spreadsheet part; says
 * so where it is missing.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { identity, read, sheetBytes, valuesOf } from '../../unit/main/core/exchange/sheets.ts';
import { observation } from '../../unit/shared/domain/exchange/indicators.ts';

const folder = mkdtempSync(join(tmpdir(), 'xiangbao-calc-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Opens a file and saves it again as .xlsx; null where there is no program that can. */
function savedAgain(path: string): Uint8Array | null {
  const target = join(folder, 'saved');
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const words = [
    '--headless',
    `-env:UserInstallation=${profile}`,
    '--convert-to',
    'xlsx:Calc MS Excel 2007 XML',
  ];
  try {
    execFileSync('soffice', [...words, '--outdir', target, path], { stdio: 'ignore', timeout: 60_000 });
    return new Uint8Array(readFileSync(join(target, '甲办.xlsx')));
  } catch {
    return null;
  }
}

writeFileSync(
  join(folder, '甲办.xlsx'),
  await sheetBytes([
    observation('count', 2024, '1234'),
    observation('money', 2024, '3.6'),
    { ...observation('rate', 2024, '0'), entry: { kind: 'notApplicable' } },
    observation('day', 2024, '20240501'),
  ]),
);
const saved = savedAgain(join(folder, '甲办.xlsx'));
const note = saved === null ? ' (skipped: LibreOffice Calc is not installed here)' : '';

describe.skipIf(saved === null)(`a sheet saved by LibreOffice${note}`, () => {
  test('keeps its numbers, its ids and whose it is', () => {
    const workbook = read(saved ?? new Uint8Array());
    expect(workbook.identity).toEqual(identity);
    expect(valuesOf(workbook)).toEqual(['count=1234', 'money=3.6', 'rate=不适用', 'day=2024-05-01']);
  });
});
