/** What is pasted: tables as text and as HTML, texts, and the editor's own places on the clipboard. */
import { isDeepStrictEqual } from 'node:util';
import {
  parseClipboardTable,
  writeClipboardTable,
} from '../../../src/renderer/features/data/clipboard-table.ts';
import { readHtmlTable, writeHtmlTable } from '../../../src/renderer/features/data/html-table.ts';
import { readPasted } from '../../../src/renderer/features/data/pasted-table.ts';
import { isOwnHtml, pastedParagraphs } from '../../../src/renderer/features/write/editor/plain-paste.ts';
import {
  bindingFromAttribute,
  figureFromAttribute,
} from '../../../src/renderer/features/write/editor/schema.ts';
import { parseCellInput } from '../../../src/shared/domain/cell-input.ts';
import { indicator } from '../../unit/shared/domain/exchange/indicators.ts';
import { type Json, mutateJson } from '../mutate/json.ts';
import { monotonousText, mutateText } from '../mutate/text.ts';
import { mutateXml } from '../mutate/xml.ts';
import { type FuzzTarget, mustHold } from '../target.ts';

const words = [
  '\t',
  '\r\n',
  '\n',
  '"',
  '""',
  '一',
  '1,234',
  '５',
  '85%',
  '2024-5-1',
  '不适用',
  '\u2028',
  '\v',
];
const table =
  '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td{x:1}</style></head><body><!--StartFragment--><table><col width=80><col span="2" style="display:none"><tr height="19"><td colspan="2" x:num>指标</td><td rowspan=2>156&nbsp;件</td></tr><tr style="display:none"><td>甲</td><td>&#20034;</td></tr><tr hidden><td></td></tr><tr><td>丙<br>丁</td><td><table><tr><td>内</td></tr></table></td></tr></table><!--EndFragment--></body></html>';
const seeds = [
  '甲\t乙\r\n156\t"1,234"\r\n"两\n行"\t"引""号"\r\n',
  table,
  '第一段。\r\n\r\n　　第二段。',
  '1\t2\n3\t4',
];
const places: readonly Json[] = [
  { id: 'p', indicatorId: 'i', yearOffset: 0, format: { style: 'plain', unit: true } },
  { id: 'f', form: 'table', title: '表', indicatorIds: ['i'], years: 3 },
];
const kinds = (['count', 'amount', 'rate', 'date'] as const).map((kind) => indicator('i', { kind }));

function isRectangle(rows: readonly (readonly unknown[])[]): boolean {
  return rows.every((row) => row.length === rows[0]?.length);
}

function pasteTable(text: string): void {
  const rows = parseClipboardTable(text);
  mustHold(rows.length > 0, 'a pasted table has a row');
  const again = parseClipboardTable(writeClipboardTable(rows));
  const lastIsBlank = isDeepStrictEqual(rows.at(-1), ['']);
  mustHold(lastIsBlank || isDeepStrictEqual(again, rows), 'a copied table is the same when it is pasted');
  const read = readHtmlTable(text);
  if (read !== null) {
    mustHold(isRectangle(read.rows), 'all rows of a pasted table are as long');
    const texts = read.rows.map((row) => row.map((cell) => cell.text));
    const copied = texts.length === 0 || texts[0]?.length === 0 ? null : readHtmlTable(writeHtmlTable(texts));
    const same = isDeepStrictEqual(
      copied?.rows.map((row) => row.map((cell) => cell.text)),
      texts,
    );
    mustHold(copied === null || same, 'a table copied as HTML is the same when it is pasted');
  }
  mustHold(isRectangle(readPasted({ text, html: text }).rows), 'what is pasted is a rectangle');
}

export const clipboardTarget: FuzzTarget = {
  name: 'clipboard',
  async prepare() {
    return {
      make(random) {
        const choice = random.below(10);
        const seed = random.pick(seeds);
        const text =
          choice === 0
            ? JSON.stringify(mutateJson(random.pick(places), random))
            : choice <= 2
              ? // Two after another: many rows, and one long one.
                `${random.chance(0.5) ? monotonousText(random, words) : ''}${monotonousText(random, [
                  ...words,
                  '<td>',
                  '<table>',
                  '<!--',
                  '-->',
                  '<td rowspan=500 colspan=500>',
                  '<a "',
                ])}`
              : choice <= 6
                ? mutateXml(table, random)
                : mutateText(seed, random, words);
        return { name: 'clipboard.txt', bytes: new Uint8Array(Buffer.from(text, 'utf16le')) };
      },
      attempt({ bytes }) {
        const text = Buffer.from(bytes).toString('utf16le');
        pasteTable(text);
        for (const paragraph of pastedParagraphs(text)) {
          mustHold(
            paragraph !== '' && !/[\p{Cc}\u2028\u2029]/u.test(paragraph),
            'a pasted paragraph is one line',
          );
        }
        for (const kind of kinds) parseCellInput(text, kind);
        isOwnHtml(text);
        const place = bindingFromAttribute(text) ?? figureFromAttribute(text);
        return place !== null || readHtmlTable(text) !== null ? 'accepted' : 'refused';
      },
    };
  },
};
