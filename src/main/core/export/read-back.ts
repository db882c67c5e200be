/** Compares a written .docx with what was laid out. */
import type { FigureChart } from '../../../shared/domain/figure-chart.ts';
import { categoryTitles, seriesTitle } from './chart-part.ts';
import { type LaidOutBlock, type LaidOutReport, layoutBlocks, type TaggedNumber } from './layout-model.ts';
import type { StoredChart } from './stored-chart.ts';
import { readStoredDocument, type StoredBlock, type StoredTable } from './stored-document.ts';

/**
 * The texts of a .docx as stored, in order: each paragraph, a line break inside one as a line feed; a table line by line
 * with tabs between its cells; nothing for a chart. Throws where the bytes are no .docx.
 */
export function readDocxText(bytes: Uint8Array): string[] {
  return readStoredDocument(bytes).flatMap((block) => {
    if (block.kind === 'paragraph') return [block.text];
    return block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text).join('\t')) : [];
  });
}

export interface ExportCheck {
  /** Numbers of the layout, each looked up in the file by place and order: in the text, in tables and in charts. */
  checked: number;
  /** Of these, how many the file does not hold as laid out, and numbers it holds too many. */
  unequal: number;
  /** Paragraphs, words of a table's cells and titles of a chart that differ, are missing or are too much. */
  unequalParagraphs: number;
}

/**
 * Compares the file's paragraphs, tables and charts with the layout, text by text and number by number.
 * Throws where the bytes are no .docx.
 */
export function checkExport(bytes: Uint8Array, layout: LaidOutReport): ExportCheck {
  const stored = readStoredDocument(bytes);
  const expected = layoutBlocks(layout);
  const check: ExportCheck = { checked: 0, unequal: 0, unequalParagraphs: 0 };
  for (let index = 0; index < Math.max(stored.length, expected.length); index++) {
    compareBlock(expected[index], stored[index], check);
  }
  return check;
}

function compareBlock(
  expected: LaidOutBlock | undefined,
  stored: StoredBlock | undefined,
  check: ExportCheck,
): void {
  switch (expected?.kind) {
    case 'table':
      compareTable(expected.rows, stored?.kind === 'table' ? stored : null, check);
      break;
    case 'chart':
      compareChart(expected.chart, stored?.kind === 'chart' ? stored : null, check);
      break;
    default: {
      const paragraph = stored?.kind === 'paragraph' ? stored : null;
      compareNumbers(expected?.numbers ?? [], paragraph?.numbers ?? [], check);
      compareWords(expected?.text, paragraph?.text, check);
    }
  }
}

/** By place, words and tag: a number of another place with the same words is another number. */
function compareNumbers(
  expected: readonly (TaggedNumber | undefined)[],
  found: readonly (TaggedNumber | undefined)[],
  check: ExportCheck,
): void {
  for (let place = 0; place < Math.max(expected.length, found.length); place++) {
    const [own, other] = [expected[place], found[place]];
    if (own !== undefined) check.checked += 1;
    if (own?.text !== other?.text || own?.tag !== other?.tag) check.unequal += 1;
  }
}

function compareWords(expected: string | undefined, found: string | undefined, check: ExportCheck): void {
  if (expected === undefined || expected !== found) check.unequalParagraphs += 1;
}

type ExpectedRows = Extract<LaidOutBlock, { kind: 'table' }>['rows'];

function compareTable(expected: ExpectedRows, stored: StoredTable | null, check: ExportCheck): void {
  const rows = stored?.rows ?? [];
  for (let row = 0; row < Math.max(expected.length, rows.length); row++) {
    const cells = expected[row] ?? [];
    const found = rows[row] ?? [];
    for (let column = 0; column < Math.max(cells.length, found.length); column++) {
      const cell = cells[column];
      const numbers = cell === undefined || cell.tag === null ? [] : [{ text: cell.text, tag: cell.tag }];
      compareNumbers(numbers, found[column]?.numbers ?? [], check);
      compareWords(cell?.text, found[column]?.text, check);
    }
  }
}

function compareChart(expected: FigureChart, stored: StoredChart | null, check: ExportCheck): void {
  const titles = categoryTitles(expected);
  const found = stored?.series ?? [];
  for (let index = 0; index < Math.max(expected.series.length, found.length); index++) {
    const series = expected.series[index];
    const own = found[index];
    compareWords(series && seriesTitle(expected, series), own?.title, check);
    compareWords(titles.join('\n'), own?.categories.join('\n'), check);
    const places = Math.max(titles.length, ...[...(own?.values.keys() ?? [])].map((place) => place + 1));
    const values = Array.from({ length: places }, (_, place) => series?.values[place] ?? undefined);
    compareNumbers(
      values.map(inChart),
      values.map((_, place) => inChart(own?.values.get(place))),
      check,
    );
  }
}

/** A number of a chart has no control round it. */
function inChart(text: string | undefined): TaggedNumber | undefined {
  return text === undefined ? undefined : { text, tag: '' };
}
