/** Tables and charts of the report as parts of the .docx: a Word table in the official look, a chart to be edited. */
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  type IRunOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { type FormatProfile, textAreaWidth, turnedAreaWidth } from '../../../shared/domain/format-profile.ts';
import { chartRelationshipId } from './attach-charts.ts';
import { chartNamespace } from './chart-part.ts';
import { controlled, withChildren } from './document-control.ts';
import { carriedTint, runMarks } from './draft-marks.ts';
import type { LaidOutCell, LaidOutFigure } from './layout-model.ts';
import { fontsOf, styleIds, tableBorder } from './style-parts.ts';
import { cellMargin, columnsOf, type TableColumns } from './table-columns.ts';
import { node } from './xml-node.ts';

type DrawnTable = Extract<LaidOutFigure['drawn'], { kind: 'table' }>;

const emuPerTwip = 635;
/** Half a point; its size is told in eighths. */
const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const borders = {
  top: border,
  bottom: border,
  left: border,
  right: border,
  insideHorizontal: border,
  insideVertical: border,
} as const;

/** Of several charts in a document, which this one is, from 0. */
export interface FigureOptions {
  format: FormatProfile;
  draft: boolean;
  chartIndex: number;
}

/** 表题 stands above its table and 图题 below its chart, as printing practice has it; what else is said, below both. */
export function figureParts(figure: LaidOutFigure, options: FigureOptions): (Paragraph | Table)[] {
  const { format, draft } = options;
  const { drawn, note, open } = figure;
  const below = [
    ...(open === '' ? [] : [smallParagraph(open, format, draft ? { highlight: 'yellow' } : {})]),
    ...(note === '' ? [] : [smallParagraph(note, format, {})]),
  ];
  if (drawn.kind === 'table')
    return [caption(figure, options, true), table(drawn, widthOf(figure, format), options), ...below];
  const chart = drawn.chart.series.length === 0 ? [] : [chartParagraph(drawn.words, options)];
  return [...chart, caption(figure, options, false), ...below];
}

function caption(figure: LaidOutFigure, { format, draft }: FigureOptions, keepNext: boolean): Paragraph {
  const marks = draft && figure.carried ? { shading: carriedTint } : {};
  const font = fontsOf(format, 'heading1');
  return new Paragraph({
    style: styleIds.caption,
    keepNext,
    children: [new TextRun({ text: figure.caption, font, ...marks })],
  });
}

function smallParagraph(text: string, format: FormatProfile, marks: IRunOptions): Paragraph {
  return new Paragraph({
    style: styleIds.figureNote,
    children: [new TextRun({ text, font: fontsOf(format, 'body'), ...marks })],
  });
}

function widthOf({ landscape }: LaidOutFigure, format: FormatProfile): number {
  return landscape ? turnedAreaWidth(format) : textAreaWidth(format);
}

function table({ header, rows }: DrawnTable, width: number, options: FigureOptions): Table {
  const columns = columnsOf(header, rows, options.format, width);
  const titles = header.map((text) => ({ text, isNumber: false, tag: null, unresolved: null }));
  return new Table({
    columnWidths: columns.widths,
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders,
    margins: { left: cellMargin, right: cellMargin, marginUnitType: WidthType.DXA },
    rows: [
      tableRow(titles, columns, options, true),
      ...rows.map((cells) => tableRow(cells, columns, options, false)),
    ],
  });
}

/** With its border a row is a line of the grid, so that the text below the table stands on it as everywhere. */
function tableRow(
  cells: readonly LaidOutCell[],
  { size, widths }: TableColumns,
  { format, draft }: FigureOptions,
  isHeader: boolean,
): TableRow {
  return new TableRow({
    ...(isHeader ? { tableHeader: true } : {}),
    cantSplit: true,
    height: { value: format.grid.linePitch - tableBorder, rule: HeightRule.ATLEAST },
    children: cells.map(
      (cell, column) =>
        new TableCell({
          width: { size: widths[column] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          children: [
            withChildren(
              new Paragraph({ style: styleIds.tableCell, alignment: alignmentOf(cell, column, isHeader) }),
              cell.text === '' ? [] : controlled(cell.tag, cellRun(cell, isHeader, size, format, draft)),
            ),
          ],
        }),
    ),
  });
}

/** Numbers end at the same place, so that their digits stand below each other; names begin there. */
function alignmentOf({ isNumber }: LaidOutCell, column: number, isHeader: boolean) {
  if (isNumber) return AlignmentType.RIGHT;
  return column === 0 && !isHeader ? AlignmentType.LEFT : AlignmentType.CENTER;
}

function cellRun(
  cell: LaidOutCell,
  isHeader: boolean,
  size: number,
  format: FormatProfile,
  draft: boolean,
): TextRun {
  return new TextRun({
    text: cell.text,
    font: fontsOf(format, isHeader ? 'heading1' : 'body'),
    size,
    sizeComplexScript: size,
    ...(cell.isNumber ? { style: styleIds.number } : {}),
    ...runMarks(cell.unresolved, false, draft),
  });
}

/** The drawing names the chart part by a relationship that attach-charts.ts adds (ISO/IEC 29500-1, 20.4.2.8). */
function chartParagraph(words: string, { format, chartIndex }: FigureOptions): Paragraph {
  const name = `图${chartIndex + 1}`;
  const size = {
    cx: textAreaWidth(format) * emuPerTwip,
    cy: format.chart.lines * format.grid.linePitch * emuPerTwip,
  };
  const chart = node('c:chart', {
    'xmlns:c': chartNamespace,
    'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    'r:id': chartRelationshipId(chartIndex),
  });
  const graphic = node('a:graphic', { 'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main' }, [
    node('a:graphicData', { uri: chartNamespace }, [chart]),
  ]);
  const inline = node('wp:inline', { distT: 0, distB: 0, distL: 0, distR: 0 }, [
    node('wp:extent', size),
    node('wp:effectExtent', { l: 0, t: 0, r: 0, b: 0 }),
    node('wp:docPr', { id: 1000 + chartIndex, name, descr: words }),
    node('wp:cNvGraphicFramePr'),
    graphic,
  ]);
  return new Paragraph({
    style: styleIds.chart,
    keepNext: true,
    children: [new TextRun({ children: [node('w:drawing', {}, [inline])] })],
  });
}
