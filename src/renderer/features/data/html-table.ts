/**
 * The clipboard's HTML form of a table, as WPS and Excel write it: the first table, merged cells spread over what they
 * cover, hidden rows and columns left out. Read by hand, because all that matters are a few tags, and because what was
 * copied elsewhere should not become a document of this window. One pass, whatever the text holds.
 */

export interface PastedCell {
  /** Shown text with blanks as single spaces; in a covered cell that of the cell it is merged into. */
  text: string;
  /** Covered by a merged cell that begins further left or above. */
  covered: boolean;
}

export interface PastedTable {
  /** All rows have the same number of cells. */
  rows: PastedCell[][];
  hiddenRows: number;
}

/** More cells than any list of an office; a longer table is read from the plain text. */
const longestTable = 50_000;
const widestTable = 500;

/** Characters; a table of the size above has far fewer. */
const longestHtml = 4_000_000;

/** A tag, or text up to the next one. No tag runs over another's beginning, so that none is looked for twice. */
const token = /<(\/?)([a-z][a-z0-9:]*)((?:"[^"]*"|'[^']*'|[^<>"'])*)>|<![^<>]*>|[^<]+|</gi;
/** Their content is no text of the table. */
const silent: ReadonlySet<string> = new Set(['style', 'script', 'title', 'xml']);

interface OpenCell {
  words: string[];
  rowSpan: number;
  columnSpan: number;
}

interface SourceRow {
  cells: OpenCell[];
  hidden: boolean;
}

/** Null where there is no table, or one that is too large. */
export function readHtmlTable(html: string): PastedTable | null {
  const source = html.length > longestHtml ? null : readRows(withoutComments(html));
  return source === null ? null : laidOut(source.rows, source.hiddenColumns);
}

function withoutComments(html: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let start = html.indexOf('<!--'); start >= 0; start = html.indexOf('<!--', from)) {
    const end = html.indexOf('-->', start + 4);
    kept.push(html.slice(from, start));
    if (end < 0) return kept.join('');
    from = end + 3;
  }
  return kept.join('') + html.slice(from);
}

function readRows(html: string): { rows: SourceRow[]; hiddenColumns: Set<number> } | null {
  const rows: SourceRow[] = [];
  const hiddenColumns = new Set<number>();
  let columns = 0;
  let depth = 0;
  let muted: string | null = null;
  let cell: OpenCell | null = null;
  for (const [whole, slash, name = '', attributes = ''] of html.matchAll(token)) {
    const tag = name.toLowerCase();
    const closing = slash === '/';
    if (muted !== null) {
      if (closing && tag === muted) muted = null;
    } else if (tag === '') {
      if (!whole.startsWith('<!')) cell?.words.push(whole);
    } else if (silent.has(tag)) {
      if (!closing && !attributes.endsWith('/')) muted = tag;
    } else if (tag === 'table') {
      depth += closing ? -1 : 1;
      if (closing && depth === 0) break;
    } else if (depth > 1) {
      // A table within a cell is text of that cell.
      cell?.words.push(' ');
    } else if (depth === 1 && tag === 'tr') {
      cell = null;
      if (!closing) rows.push({ cells: [], hidden: isHidden(attributes) });
    } else if (depth === 1 && (tag === 'td' || tag === 'th')) {
      cell = null;
      if (!closing) {
        cell = openedCell(attributes);
        if (rows.length === 0) rows.push({ cells: [], hidden: false });
        rows.at(-1)?.cells.push(cell);
      }
    } else if (depth === 1 && tag === 'col' && !closing) {
      const span = spanOf(attributes, 'span');
      for (let at = columns; isHidden(attributes) && at < columns + span; at += 1) hiddenColumns.add(at);
      columns += span;
    } else if (tag === 'br' || tag === 'p' || tag === 'div') cell?.words.push(' ');
  }
  return rows.length === 0 ? null : { rows, hiddenColumns };
}

function openedCell(attributes: string): OpenCell {
  return {
    words: [],
    rowSpan: spanOf(attributes, 'rowspan'),
    columnSpan: spanOf(attributes, 'colspan'),
  };
}

function spanOf(attributes: string, name: string): number {
  const written = new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']?(\\d{1,6})`, 'i').exec(attributes)?.[1];
  return Math.min(Math.max(Number(written ?? 1), 1), widestTable);
}

function isHidden(attributes: string): boolean {
  return /display\s*:\s*none/i.test(attributes) || /(?:^|\s)hidden(?:\s|=|$)/i.test(attributes);
}

/** Puts the cells where they are drawn, each into the first free place of its row. */
function laidOut(source: readonly SourceRow[], hiddenColumns: ReadonlySet<number>): PastedTable | null {
  const grid: (PastedCell | undefined)[][] = source.map(() => []);
  let count = 0;
  for (const [row, { cells }] of source.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (grid[row]?.[column] !== undefined) column += 1;
      if (column + cell.columnSpan > widestTable) return null;
      const text = plainText(cell.words.join(''));
      for (let down = row; down < Math.min(row + cell.rowSpan, source.length); down += 1) {
        for (let right = column; right < column + cell.columnSpan; right += 1) {
          const line = grid[down];
          if (line) line[right] ??= { text, covered: down !== row || right !== column };
          count += 1;
        }
      }
      if (count > longestTable) return null;
      column += cell.columnSpan;
    }
  }
  const width = grid.reduce((widest, line) => Math.max(widest, line.length), 0);
  const shownColumns = Array.from({ length: width }, (_, column) => column).filter(
    (column) => !hiddenColumns.has(column),
  );
  const isHiddenRow = (row: number) => source[row]?.hidden === true;
  const shownRows = grid.filter((_, row) => !isHiddenRow(row));
  // Excel adds hidden rows of its own, with nothing in them.
  const isBlank = (line: (PastedCell | undefined)[]) =>
    line.every((cell) => !cell || cell.covered || cell.text === '');
  return {
    rows: shownRows.map((line) => shownColumns.map((column) => line[column] ?? { text: '', covered: false })),
    hiddenRows: grid.filter((line, row) => isHiddenRow(row) && !isBlank(line)).length,
  };
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function plainText(html: string): string {
  return html
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{1,8}));/gi, (whole, decimal, hexadecimal, name) => {
      if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/[\s\u00A0]+/g, ' ')
    .trim();
}

/** The reverse: a table that spreadsheets read with one cell for each text. */
export function writeHtmlTable(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) => row.map((text) => `<td>${escaped(text)}</td>`).join('');
  return `<table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
