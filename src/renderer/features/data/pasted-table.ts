/** What the clipboard brings: a table as HTML where a spreadsheet has put one there, else as text. Pure. */
import { parseClipboardTable, writeClipboardTable } from './clipboard-table.ts';
import { type PastedCell, type PastedTable, readHtmlTable, writeHtmlTable } from './html-table.ts';

/** The clipboard's two forms of one content; '' for one that is not there. */
export interface ClipboardTexts {
  text: string;
  html: string;
}

/** HTML tells what is merged and hidden; both hold texts as they are shown, formatted as they are. */
export function readPasted({ text, html }: ClipboardTexts): PastedTable {
  return readHtmlTable(html) ?? tableOfText(text);
}

/**
 * A single long line makes every other as long: what goes beyond these is beyond every list and grid of this program, and
 * is left out before it is laid out.
 */
const widestTable = 500;
const mostCells = 2_000_000;

function tableOfText(text: string): PastedTable {
  const rows = parseClipboardTable(text);
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const width = Math.min(widest, widestTable);
  const beyond: PastedCell = { text: '', covered: true };
  return {
    hiddenRows: 0,
    rows: rows.slice(0, Math.floor(mostCells / width)).map((row) =>
      Array.from({ length: width }, (_, column) => {
        const cell = row[column];
        return cell === undefined ? beyond : { text: cell, covered: false };
      }),
    ),
  };
}

export function writeCopied(rows: readonly (readonly string[])[]): ClipboardTexts {
  return { text: writeClipboardTable(rows), html: writeHtmlTable(rows) };
}
