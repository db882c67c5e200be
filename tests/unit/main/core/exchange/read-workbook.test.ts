import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../../../src/main/core/exchange/read-workbook.ts';
import { observation } from '../../../shared/domain/exchange/indicators.ts';
import { changed, firstLine, read, sheetBytes, valuesOf } from './sheets.ts';

const filled = () =>
  sheetBytes([
    observation('count', 2024, '7'),
    observation('money', 2024, '3.6'),
    observation('rate', 2024, '85.3'),
    observation('day', 2024, '20240501'),
  ]);
const asWritten = ['count=7', 'money=3.6', 'rate=85.3', 'day=2024-05-01'];
const sheetPart = 'xl/worksheets/sheet1.xml';

/** The archive with one part rewritten. */
function withPart(bytes: Uint8Array, name: string, rewrite: (text: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [name]: strToU8(rewrite(new TextDecoder().decode(parts[name]))) });
}

describe('what people do to a sheet is survived', () => {
  test('rows in another order, and one more in between', async () => {
    const bytes = await changed(await filled(), (sheet) => {
      const rows = [...Array(4).keys()].map((index) => sheet.getRow(firstLine + index).values);
      for (const [index, values] of rows.toReversed().entries())
        sheet.getRow(firstLine + 1 + index).values = values;
      sheet.getRow(firstLine).values = ['新', '自己加的一项', '件', null, 9];
    });
    const { rows } = read(bytes);
    expect(rows.map(({ indicatorId }) => indicatorId)).toEqual([null, 'day', 'rate', 'money', 'count']);
    expect(rows[0]).toMatchObject({ name: '自己加的一项', value: { value: '9' } });
  });

  test('columns moved, the sheet renamed, another put before it', async () => {
    const bytes = await changed(await filled(), (sheet, workbook) => {
      sheet.name = '司法所报送';
      for (let line = firstLine - 1; line < firstLine + 4; line += 1) {
        const [name, value, id] = [2, 5, 7].map((column) => sheet.getCell(line, column).value);
        const { style } = sheet.getCell(line, 5);
        for (let column = 1; column <= 7; column += 1) sheet.getCell(line, column).value = null;
        sheet.getCell(line, 9).value = name ?? null;
        sheet.getCell(line, 8).value = value ?? null;
        sheet.getCell(line, 8).style = style;
        sheet.getCell(line, 3).value = id ?? null;
      }
      workbook.addWorksheet('说明').getCell('A1').value = '指标说明';
    });
    const { rows } = read(bytes);
    expect(valuesOf({ identity: null, macros: false, rows })).toEqual(asWritten);
    expect(rows[0]?.sheet).toBe('司法所报送');
  });

  test('formulas count with their results, and say that they are formulas', async () => {
    const bytes = await changed(await filled(), (sheet) => {
      sheet.getCell(firstLine, 5).value = { formula: '3+4', result: 7 };
      sheet.getCell(firstLine + 1, 5).value = { formula: '1.2+2.4', result: 3.5999999999999996 };
    });
    const { rows } = read(bytes);
    expect(valuesOf({ identity: null, macros: false, rows })).toEqual(asWritten);
    expect(rows.map(({ formula }) => formula)).toEqual([true, true, false, false]);
    const without = withPart(bytes, sheetPart, (xml) => xml.replace(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1'));
    expect(valuesOf(read(without)).slice(0, 2)).toEqual(['count=uncomputed', 'money=uncomputed']);
  });

  test('merged cells: within a row the value is the row’s, over rows it is asked whose it is', async () => {
    const bytes = await changed(await filled(), (sheet) => {
      sheet.mergeCells(firstLine, 5, firstLine, 6);
      sheet.mergeCells(firstLine + 1, 5, firstLine + 2, 5);
    });
    const { rows } = read(bytes);
    expect(rows.map(({ merged }) => merged)).toEqual([false, true, true, false]);
    expect(valuesOf({ identity: null, macros: false, rows })).toEqual([
      'count=7',
      'money=3.6',
      'rate=3.6',
      'day=2024-05-01',
    ]);
  });

  test('texts, percentages, dates, errors and full-width digits come as they are', async () => {
    const bytes = await changed(await filled(), (sheet) => {
      sheet.getCell(firstLine, 5).value = '１,２３４';
      sheet.getCell(firstLine + 1, 5).value = { error: '#DIV/0!' };
      sheet.getCell(firstLine + 2, 5).value = 0.853;
      sheet.getCell(firstLine + 2, 5).numFmt = '0.0%';
      sheet.getCell(firstLine + 3, 5).value = { richText: [{ text: '2024年' }, { text: '5月1日' }] };
    });
    expect(valuesOf(read(bytes))).toEqual([
      'count=１,２３４',
      'money=#DIV/0!',
      'rate=0.853 as percent',
      'day=2024年5月1日',
    ]);
  });

  test('days counted from 1904 are the same days', async () => {
    const bytes = withPart(
      withPart(await filled(), 'xl/workbook.xml', (xml) =>
        xml.replace('<workbookPr', '<workbookPr date1904="1"'),
      ),
      sheetPart,
      (xml) => xml.replace('<v>45413</v>', '<v>43951</v>'),
    );
    expect(valuesOf(read(bytes))[3]).toBe('day=2024-05-01');
  });

  test('without the hidden sheet nobody knows whose it is; without ids the names are left', async () => {
    const bytes = await changed(await filled(), (sheet, workbook) => {
      workbook.removeWorksheet('乡报标识');
      for (let line = firstLine; line < firstLine + 4; line += 1) sheet.getCell(line, 7).value = null;
    });
    const { identity, rows } = read(bytes);
    expect(identity).toBeNull();
    expect(rows.map(({ indicatorId, name }) => [indicatorId, name])[0]).toEqual([null, '指标count']);
  });
});

describe('bounds', () => {
  const rows = (count: number, row: (line: number) => string) => {
    const lines: string[] = [];
    for (let line = 100; line < 100 + count; line += 1) lines.push(row(line));
    return lines.join('');
  };
  const padded = async (padding: string) =>
    withPart(await filled(), sheetPart, (xml) => xml.replace('</sheetData>', `${padding}</sheetData>`));

  test('a million empty rows with a height hide nothing', async () => {
    const bytes = await padded(rows(1_048_400, (line) => `<row r="${line}" ht="20" customHeight="1"/>`));
    expect(valuesOf(read(bytes))).toEqual(asWritten);
  });

  test('a bomb, too many cells and too many rows are refused with the limit', async () => {
    const name = '甲办.xlsx';
    const bomb = await padded(' '.repeat(80 * 1024 * 1024));
    expect(readWorkbook(name, bomb)).toMatchObject({
      error: { code: 'exchange.tooLarge', parameters: { name } },
    });
    const cells = await padded(
      rows(201_000, (line) => `<row r="${line}"><c r="A${line}"><v>1</v></c></row>`),
    );
    expect(readWorkbook(name, cells)).toMatchObject({ error: { code: 'exchange.tooLarge' } });
    const named = await padded(
      rows(5001, (line) => `<row r="${line}"><c r="G${line}" t="str"><v>xb:a</v></c></row>`),
    );
    expect(readWorkbook(name, named)).toMatchObject({
      error: { code: 'exchange.tooLarge', parameters: { limit: 5000 } },
    });
  });
});

describe('what is no returned sheet gets one clear code', () => {
  const oldWord = readFileSync(join(import.meta.dirname, '../../../../fixtures/import/numbered-report.doc'));

  test.each([
    ['nothing', '甲办.xlsx', new Uint8Array(), 'exchange.damaged'],
    ['no archive', '甲办.xlsx', strToU8('x'), 'exchange.damaged'],
    ['an archive of other things', '甲办.xlsx', zipSync({ 'a.txt': strToU8('a') }), 'exchange.otherFormat'],
    ['a compound file', '甲办.xls', new Uint8Array(oldWord), 'exchange.otherFormat'],
    ['comma separated text', '甲办.csv', strToU8('指标,本年数\n调解,7\n'), 'exchange.otherFormat'],
    ['a page', '甲办.et', strToU8('<html><body>表</body></html>'), 'exchange.otherFormat'],
  ])('%s', (_name, name, bytes, code) => {
    expect(readWorkbook(name, bytes)).toEqual({ ok: false, error: { code, parameters: { name } } });
  });

  test('under a password', () => {
    expect(readWorkbook('甲办.xlsx', protectedWorkbook())).toMatchObject({
      error: { code: 'exchange.encrypted' },
    });
  });

  test('cut short, or with broken XML', async () => {
    const bytes = await filled();
    const name = '甲办.xlsx';
    const damaged = { ok: false, error: { code: 'exchange.damaged', parameters: { name } } };
    expect(readWorkbook(name, bytes.subarray(0, bytes.length / 2))).toEqual(damaged);
    expect(
      readWorkbook(
        name,
        withPart(bytes, sheetPart, (xml) => xml.slice(0, 2000)),
      ),
    ).toEqual(damaged);
    expect(
      readWorkbook(
        name,
        withPart(bytes, sheetPart, (xml) => `<!DOCTYPE a>${xml}`),
      ),
    ).toEqual(damaged);
  });

  test('a workbook without our table', async () => {
    const bytes = await changed(await filled(), (sheet) => {
      sheet.getCell(firstLine - 1, 5).value = '数';
    });
    expect(readWorkbook('别的.xlsx', bytes)).toMatchObject({ error: { code: 'exchange.noTable' } });
  });

  test('macros are said, and only the numbers are taken', async () => {
    const bytes = zipSync({ ...unzipSync(await filled()), 'xl/vbaProject.bin': strToU8('macro') });
    expect(read(bytes, '甲办.xlsm')).toMatchObject({ macros: true });
    expect(valuesOf(read(bytes))).toEqual(asWritten);
  });
});

/** A compound file whose root holds the one stream by which protected workbooks are known. */
function protectedWorkbook(): Uint8Array {
  const sector = 512;
  const bytes = new Uint8Array(sector * 3);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true);
  view.setInt32(48, 1, true);
  view.setUint32(56, 4096, true);
  view.setInt32(60, -2, true);
  view.setInt32(68, -2, true);
  for (let index = 0; index < 109; index += 1) view.setInt32(76 + index * 4, index === 0 ? 0 : -1, true);
  for (let index = 0; index < sector / 4; index += 1) {
    view.setInt32(sector + index * 4, index === 0 ? -3 : index === 1 ? -2 : -1, true);
  }
  const entry = (index: number, name: string, type: number, child: number) => {
    const at = sector * 2 + index * 128;
    for (const [position, letter] of [...name].entries()) {
      view.setUint16(at + position * 2, letter.charCodeAt(0), true);
    }
    view.setUint16(at + 64, (name.length + 1) * 2, true);
    bytes[at + 66] = type;
    bytes[at + 67] = 1;
    for (const [offset, value] of [
      [68, -1],
      [72, -1],
      [76, child],
      [116, -2],
    ] as const) {
      view.setInt32(at + offset, value, true);
    }
  };
  entry(0, 'Root Entry', 5, 1);
  entry(1, 'EncryptedPackage', 2, -1);
  return bytes;
}
