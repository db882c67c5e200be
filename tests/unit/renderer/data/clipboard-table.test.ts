import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseClipboardTable,
  writeClipboardTable,
} from '../../../../src/renderer/features/data/clipboard-table.ts';

describe('parseClipboardTable', () => {
  it.each([
    ['58', [['58']]],
    [
      '58\t46\r\n5\t6\r\n',
      [
        ['58', '46'],
        ['5', '6'],
      ],
    ],
    ['1\n2\n', [['1'], ['2']]],
    ['1\r2', [['1'], ['2']]],
    ['', [['']]],
    ['\t', [['', '']]],
    ['1\n\n2', [['1'], [''], ['2']]],
    ['"上半年\n下半年"\t12', [['上半年\n下半年', '12']]],
    ['"a ""b"" c"', [['a "b" c']]],
    ['"没有收尾\t1', [['"没有收尾', '1']]],
    ['"5"寸\t1', [['"5"寸', '1']]],
    ['5"\t6', [['5"', '6']]],
  ])('reads %j', (text, rows) => {
    expect(parseClipboardTable(text)).toEqual(rows);
  });

  it('reads what it wrote, whatever the cells hold', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', '，', '1') });
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(table, (rows) => {
        // A table whose last row is one blank cell ends like a closing line break.
        fc.pre(rows.length === 1 || rows.at(-1)?.join('\t') !== '');
        expect(parseClipboardTable(writeClipboardTable(rows))).toEqual(rows);
      }),
    );
  });
});
