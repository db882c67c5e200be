import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHtmlTable, writeHtmlTable } from '../../../../src/renderer/features/data/html-table.ts';

const texts = (html: string) =>
  readHtmlTable(html)?.rows.map((row) => row.map(({ text, covered }) => (covered ? `(${text})` : text)));

describe('readHtmlTable', () => {
  it('reads what Excel and WPS put on the clipboard', () => {
    const html = `<html xmlns:x="urn:x"><head><style><!--table {mso:"<td>no</td>"} .xl65{width:10}--></style></head>
      <body><!--StartFragment--><table border=0><col width=72 span=2><tr height=19>
      <td rowspan=2 class=xl65 x:fmla="=A1>B1">指标</td><td colspan='2'>人数&nbsp;&amp;次数</td></tr>
      <tr><td>2023年</td><td>2024<br>年</td></tr><![if supportMisalignedColumns]>
      <tr height=0 style='display:none'><td width=72></td></tr><![endif]><!--EndFragment--></table></body></html>`;
    expect(texts(html)).toEqual([
      ['指标', '人数 &次数', '(人数 &次数)'],
      ['(指标)', '2023年', '2024 年'],
    ]);
    expect(readHtmlTable(html)?.hiddenRows).toBe(0);
  });

  it('leaves hidden rows and columns out, and counts the rows', () => {
    const html =
      '<table><col><col style="display: none"><col><tr><td>a<td>b<td>c</tr>' +
      '<tr style="DISPLAY:none"><td>d<td>e<td>f<tr><td>g<td>h<td>i</table>';
    expect(readHtmlTable(html)).toMatchObject({
      hiddenRows: 1,
      rows: [
        [{ text: 'a' }, { text: 'c' }],
        [{ text: 'g' }, { text: 'i' }],
      ],
    });
  });

  it('reads the first table only, without its closing tags, and evens out its rows', () => {
    expect(texts('<p>x<table><tr><td>1<td>2<tr><th>3</table><table><tr><td>4</table>')).toEqual([
      ['1', '2'],
      ['3', ''],
    ]);
    expect(texts('<table><tr><td>a<table><tr><td>in</td></tr></table>b</td><td>c</td></tr></table>')).toEqual(
      [['a in b', 'c']],
    );
  });

  it.each(['', '甲\t乙', '<p>no table</p>', '<table></table>', '<!-- <table><tr><td>x'])(
    'finds no table in %j',
    (html) => {
      expect(readHtmlTable(html)).toBeNull();
    },
  );

  it('refuses tables that no office fills, without drawing them', () => {
    expect(readHtmlTable(`<table>${'<tr><td colspan=400 rowspan=400>1'.repeat(200)}</table>`)).toBeNull();
    expect(readHtmlTable('<td x="'.repeat(200_000))).toBeNull();
    expect(readHtmlTable('<!--'.repeat(200_000))).toBeNull();
  });

  it('reads again what is copied', () => {
    const cell = fc.string({ maxLength: 8 }).map((text) => text.replace(/[\s\u00A0]+/g, ' ').trim());
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        expect(texts(writeHtmlTable(rows))).toEqual(rows);
      }),
    );
  });

  it('never throws', () => {
    const pieces = fc.constantFrom(
      '<table>',
      '</table>',
      '<tr>',
      '<td>',
      '<td rowspan=3>',
      '<th colspan="2">',
      '</td>',
      'x',
      '<',
      '>',
      '&#65;',
      '&#x110000;',
      '<style>',
      '<!--',
      '-->',
      '"',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        readHtmlTable(parts.join(''));
      }),
      { numRuns: 500 },
    );
  });
});
