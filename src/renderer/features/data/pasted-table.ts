/** What the clipboard brings: a table as HTML where a spreadsheet has put one there, else as text. Pure. */
import { parseClipboardTable, writeClipboardTable } from './clipboard-table.ts';
import { type PastedTable, readHtmlTable, writeHtmlTable } from './html-table.ts';

/** The clipboard's two forms of one content; '' for one that is not there. */
export interface ClipboardTexts {
  text: string;
  html: string;
}

/** HTML tells what is merged and hidden; both hold texts as they are shown, formatted as they are. */
export function readPasted({ text, html }: ClipboardTexts): PastedTable {
  return readHtmlTable(html) ?? tableOfText(text);
}

function tableOfText(text: string): PastedTable {
  const rows = parseClipboardTable(text);
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return {
    hiddenRows: 0,
    rows: rows.map((row) =>
      Array.from({ length: width }, (_, column) => ({
        text: row[column] ?? '',
        covered: column >= row.length,
      })),
    ),
  };
}

export function writeCopied(rows: readonly (readonly string[])[]): ClipboardTexts {
  return { text: writeClipboardTable(rows), html: writeHtmlTable(rows) };
}
