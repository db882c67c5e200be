/**
 * A sheet opened and saved by another office program comes back whole. Needs LibreOffice with its spreadsheet part; says
 * so where it is missing.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { identity, read, sheetBytes, valuesOf } from '../../unit/main/core/exchange/sheets.ts';
import { observation } from '../../unit/shared/domain/exchange/indicators.ts';

const folder = mkdtempSync(join(tmpdir(), 'xiangbao-calc-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Opens a file and saves it as another; its path, or null where there is no program that can. */
function converted(path: string, filter: string): string | null {
  const target = join(folder, 'saved');
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const words = ['--headless', `-env:UserInstallation=${profile}`, '--convert-to', filter];
  try {
    execFileSync('soffice', [...words, '--outdir', target, path], { stdio: 'ignore', timeout: 60_000 });
    const made = join(target, `甲办.${filter.split(':')[0]}`);
    return existsSync(made) ? made : null;
  } catch {
    return null;
  }
}

function printedText(path: string): string | null {
  try {
    return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
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
const saved = converted(join(folder, '甲办.xlsx'), 'xlsx:Calc MS Excel 2007 XML');
const pages = saved === null ? null : converted(join(folder, '甲办.xlsx'), 'pdf');
const printed = pages === null ? null : printedText(pages);
const note = saved === null ? ' (skipped: LibreOffice Calc is not installed here)' : '';

describe.skipIf(saved === null)(`a sheet saved by LibreOffice${note}`, () => {
  test('keeps its numbers, its ids and whose it is', () => {
    const workbook = read(new Uint8Array(readFileSync(saved ?? '')));
    expect(workbook.identity).toEqual(identity);
    expect(valuesOf(workbook)).toEqual(['count=1234', 'money=3.6', 'rate=不适用', 'day=2024-05-01']);
  });

  test.skipIf(printed === null)('prints what is asked, and nothing of what is hidden', () => {
    expect(printed).toContain('本年数');
    expect(printed).toContain('1,234');
    expect(printed).not.toContain('xb:');
  });
});
