/** A table on its pages: rows are never parted, its header is repeated where it is continued. */
import type { FormatProfile } from '../../../../shared/domain/format-profile.ts';
import type { PageBlock, PageLine, PageRule, PageSource } from '../../../../shared/domain/paged-document.ts';
import type { LaidOutCell, LaidOutFigure } from '../layout-model.ts';
import { tableBorder } from '../style-parts.ts';
import { cellMargin, tableColumns } from '../table-columns.ts';
import type { Composition } from './composition.ts';
import { type Area, type FlowPart, flowing, type Slice } from './flow.ts';
import { marked, styled, unsqueezed } from './looks.ts';
import { points } from './set-line.ts';
import { noIndents, setParagraph } from './text-part.ts';

type DrawnTable = Extract<LaidOutFigure['drawn'], { kind: 'table' }>;
type TableBlock = Extract<PageBlock, { kind: 'table' }>;
type TableCell = TableBlock['rows'][number][number];

interface SetCell {
  /** Twips from the table's left edge. */
  left: number;
  width: number;
  lines: PageLine['segments'][];
}

interface SetRow {
  height: number;
  isHeader: boolean;
  cells: SetCell[];
}

export function tablePart(
  { header, rows }: DrawnTable,
  { source, landscape, area }: { source: PageSource; landscape: boolean; area: Area },
  composition: Composition,
): FlowPart {
  const { format } = composition;
  const texts = [header, ...rows.map((cells) => cells.map(({ text }) => text))];
  const columns = tableColumns(texts, format);
  const titles = header.map((text): LaidOutCell => ({ text, isNumber: false, unresolved: null }));
  const setRows = [titles, ...rows].map((cells, index) =>
    setRow(cells, { columns, isHeader: index === 0, left: area.left }, composition),
  );
  return {
    ...flowing,
    landscape,
    rows: setRows.map(({ height }) => ({ height, lines: Math.round(height / format.grid.linePitch) })),
    header: 1,
    draw: (slice) => [drawTable(setRows, slice, area, source, format)],
  };
}

/** A table's lines are half as high as the grid's, so that a row of one or two lines is one line of it. */
function cellLineHeight({ grid }: FormatProfile): number {
  return Math.floor((grid.linePitch - tableBorder) / 2);
}

function setRow(
  cells: readonly LaidOutCell[],
  place: { columns: ReturnType<typeof tableColumns>; isHeader: boolean; left: number },
  { format, draft }: Composition,
): SetRow {
  const { columns, isHeader, left: tableLeft } = place;
  let left = 0;
  const setCells = cells.map(({ text, unresolved }, column): SetCell => {
    const width = columns.widths[column] ?? 0;
    const look = marked(
      unsqueezed(format, isHeader ? 'heading1' : 'body', columns.size),
      draft ? unresolved : null,
    );
    const lines = setParagraph(
      [styled(text, look)],
      { alignment: column === 0 && !isHeader ? 'left' : 'center', indents: noIndents },
      { left: tableLeft + left + cellMargin, width: width - 2 * cellMargin },
    );
    const cell = { left, width, lines };
    left += width;
    return cell;
  });
  const lineCount = Math.max(1, ...setCells.map(({ lines }) => lines.length));
  const smallest = format.grid.linePitch - tableBorder;
  const height = Math.max(smallest, lineCount * cellLineHeight(format)) + tableBorder;
  return { height, isHeader, cells: setCells };
}

function drawTable(
  rows: readonly SetRow[],
  { from, to, top }: Slice,
  area: Area,
  source: PageSource,
  format: FormatProfile,
): TableBlock {
  const header = from > 0 ? rows.slice(0, 1) : [];
  const drawn: TableBlock['rows'] = [];
  const rules: PageRule[] = [];
  let at = top;
  for (const row of [...header, ...rows.slice(from, to)]) {
    drawn.push(row.cells.map((cell) => drawCell(cell, row, at, area, format)));
    rules.push(rule(area.left, at, area.width, tableBorder));
    at += row.height;
  }
  rules.push(rule(area.left, at, area.width, tableBorder));
  const [first] = rows;
  const edges = [0, ...(first?.cells.map(({ left, width }) => left + width) ?? [])];
  for (const edge of edges) rules.push(rule(area.left + edge, top, tableBorder, at - top));
  return { kind: 'table', source, rows: drawn, rules };
}

function drawCell(
  { left, width, lines }: SetCell,
  { height, isHeader }: SetRow,
  top: number,
  area: Area,
  format: FormatProfile,
): TableCell {
  const lineHeight = cellLineHeight(format);
  const white = (height - lines.length * lineHeight) / 2;
  return {
    left: points(area.left + left),
    top: points(top),
    width: points(width),
    height: points(height),
    isHeader,
    lines: lines.map((segments, index) => ({
      top: points(top + white + index * lineHeight),
      height: points(lineHeight),
      segments,
    })),
  };
}

/** Centred on the edge between two rows or columns. */
function rule(left: number, top: number, width: number, height: number): PageRule {
  return {
    left: points(left),
    top: points(top),
    width: points(width),
    height: points(height),
    color: '000000',
  };
}
