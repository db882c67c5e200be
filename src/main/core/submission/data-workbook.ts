/** 数据.xlsx: every number of the document, for whoever wants to look one up or calculate with them. */
import type { ManifestHead } from '../../../shared/domain/submission/manifest.ts';
import {
  cellBorder as border,
  centimetre,
  cellFont as font,
  headingFill,
  type Workbook,
  workbookBytes,
} from '../exchange/workbook-bytes.ts';
import { setProperties } from '../export/document-properties.ts';
import { closePackage, openPackage } from '../export/package-files.ts';
import type { DataRow } from './data-rows.ts';

const sheetName = '报告数据';
/** Digits that survive in a spreadsheet; a longer number is written as text. */
const keptDigits = 15;

interface Column {
  word: string;
  /** In characters. */
  width: number;
  align: 'left' | 'center' | 'right';
  cell(row: DataRow, index: number): string | number;
}

const columns: readonly Column[] = [
  { word: '序号', width: 6, align: 'center', cell: (_row, index) => index + 1 },
  { word: '指标', width: 28, align: 'left', cell: ({ name }) => name },
  { word: '单位', width: 9, align: 'center', cell: ({ unit }) => unit },
  { word: '年度', width: 8, align: 'center', cell: ({ year }) => year },
  { word: '文中写法', width: 20, align: 'left', cell: ({ texts }) => texts },
  { word: '准确数', width: 14, align: 'right', cell: ({ exact }) => spreadsheetValue(exact) },
  { word: '所在章节', width: 36, align: 'left', cell: ({ places }) => places },
];
/** Who keeps a number and in which ledger is nobody's business outside. */
const internalColumns: readonly Column[] = [
  { word: '来源科室', width: 14, align: 'left', cell: ({ office }) => office },
  { word: '依据', width: 24, align: 'left', cell: ({ source }) => source },
];

function spreadsheetValue(exact: string): string | number {
  const digits = exact.replace(/\D/g, '').replace(/^0+/, '').length;
  return /^-?\d+(\.\d+)?$/.test(exact) && digits <= keptDigits ? Number(exact) : exact;
}

/** Lines of a cell `width` characters wide, a Chinese character being two: programs do not all find the height themselves. */
function linesOf(text: string, width: number): number {
  const units = [...text].reduce((sum, character) => sum + (character < '\u0100' ? 1 : 2), 0);
  return Math.ceil(units / (width - 1));
}

/** The same bytes for the same head and rows. The public version leaves out offices and sources. */
export async function writeDataWorkbook(head: ManifestHead, rows: readonly DataRow[]): Promise<Uint8Array> {
  const { organization } = head;
  const bytes = await workbookBytes({ organization, createdAt: new Date(head.createdAt) }, (workbook) =>
    writeSheet(workbook, head, rows),
  );
  const files = openPackage(bytes);
  setProperties(files, { title: head.title, organization, issuedOn: null });
  return closePackage(files);
}

function writeSheet(workbook: Workbook, head: ManifestHead, rows: readonly DataRow[]): void {
  const shown = head.look === 'public' ? columns : [...columns, ...internalColumns];
  const last = String.fromCharCode('A'.charCodeAt(0) + shown.length - 1);
  const sheet = workbook.addWorksheet(sheetName, {
    views: [{ state: 'frozen', ySplit: 2 }],
    pageSetup: { fitToPage: true },
  });
  sheet.columns = shown.map(({ width }) => ({ width }));
  sheet.mergeCells(`A1:${last}1`);
  const title = sheet.getCell('A1');
  title.value = `${head.title}　数据`;
  title.font = { name: '黑体', size: 14 };
  title.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  sheet.getRow(1).height = 32;
  for (const [index, { word }] of shown.entries()) {
    const cell = sheet.getCell(2, index + 1);
    cell.value = word;
    cell.font = { ...font, bold: true };
    cell.fill = headingFill;
    cell.border = border;
    cell.alignment = { horizontal: 'center', vertical: 'middle' };
  }
  for (const [line, row] of rows.entries()) {
    let lines = 1;
    for (const [index, column] of shown.entries()) {
      const cell = sheet.getCell(line + 3, index + 1);
      const value = column.cell(row, line);
      lines = Math.max(lines, linesOf(String(value), column.width));
      cell.value = value;
      cell.font = font;
      cell.border = border;
      cell.alignment = { horizontal: column.align, vertical: 'middle', wrapText: true };
    }
    sheet.getRow(line + 3).height = 4 + 14 * lines;
  }
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: 'landscape',
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '2:2',
    margins: {
      left: 1.5 * centimetre,
      right: 1.5 * centimetre,
      top: 1.5 * centimetre,
      bottom: 1.5 * centimetre,
      header: 0.8 * centimetre,
      footer: 0.8 * centimetre,
    },
  });
  sheet.headerFooter.oddFooter = '&C第 &P 页，共 &N 页';
  sheet.commit();
}
