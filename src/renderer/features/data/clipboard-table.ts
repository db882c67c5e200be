/**
 * The clipboard's text form of a table, as spreadsheets (WPS, Excel) exchange it: cells parted by tabs, rows by line
 * breaks; a cell that holds either is wrapped in double quotes, and a quote inside is doubled.
 */

/** Rows of cells; at least one row. A single closing line break, which spreadsheets add, begins no further row. */
export function parseClipboardTable(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (true) {
    const cell = readCell(text, at);
    row.push(cell.text);
    at = cell.end;
    const separator = text[at];
    if (separator === '\t') {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (separator === undefined) return rows;
    at += separator === '\r' && text[at + 1] === '\n' ? 2 : 1;
    if (at >= text.length) return rows;
  }
}

function readCell(text: string, start: number): { text: string; end: number } {
  return readQuotedCell(text, start) ?? readPlainCell(text, start);
}

function readPlainCell(text: string, start: number): { text: string; end: number } {
  let end = start;
  while (end < text.length && !isSeparator(text[end])) end += 1;
  return { text: text.slice(start, end), end };
}

/** Null when the cell only looks quoted: no closing quote, or text after it. Such a cell is taken as it stands. */
function readQuotedCell(text: string, start: number): { text: string; end: number } | null {
  if (text[start] !== '"') return null;
  let content = '';
  let at = start + 1;
  while (at < text.length) {
    if (text[at] !== '"') {
      content += text[at];
      at += 1;
    } else if (text[at + 1] === '"') {
      content += '"';
      at += 2;
    } else {
      const end = at + 1;
      return end === text.length || isSeparator(text[end]) ? { text: content, end } : null;
    }
  }
  return null;
}

function isSeparator(character: string | undefined): boolean {
  return character === '\t' || character === '\n' || character === '\r';
}

/** The reverse of `parseClipboardTable`: reading the result gives the same rows, if each has a cell. */
export function writeClipboardTable(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoteIfNeeded).join('\t')).join('\r\n');
}

function quoteIfNeeded(text: string): string {
  return /[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
