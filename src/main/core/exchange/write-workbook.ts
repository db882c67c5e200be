/** An office's sheet as an .xlsx that WPS and Excel open, print on A4 and let be filled in nowhere but where it should. */
import type { OfficeSheet, OfficeSheetRow } from './office-sheet.ts';
import { identitySheet } from './read-workbook.ts';
import { columnWords, idMark } from './sheet-table.ts';
import {
  cellBorder as border,
  centimetre,
  fillOf,
  cellFont as font,
  headingFill,
  type Workbook,
  type Worksheet,
  workbookBytes,
} from './workbook-bytes.ts';

const sheetName = '填报表';
/** A tint that shows on screen and hardly on paper. */
const inputFill = fillOf('FFFFF9E0');
/** In characters, A to G; the last column holds the ids, out of sight. */
const widths = [6, 32, 10, 15, 17, 28, 12];
const lastShown = 'F';
type Cell = ReturnType<Worksheet['getCell']>;

/** The bytes of the workbook. */
export function writeWorkbook(office: OfficeSheet, createdAt: Date): Promise<Uint8Array> {
  return workbookBytes({ organization: office.identity.organization, createdAt }, async (workbook) => {
    await writeSheet(workbook, office);
    writeIdentity(workbook, office);
  });
}

async function writeSheet(workbook: Workbook, office: OfficeSheet): Promise<void> {
  const headingLine = 3 + office.guidance.length;
  const sheet = workbook.addWorksheet(sheetName, {
    views: [{ state: 'frozen', xSplit: 2, ySplit: headingLine, activeCell: `E${headingLine + 1}` }],
    // The writer asks for it before anything else is known of the page.
    pageSetup: { fitToPage: true },
  });
  sheet.columns = widths.map((width, index) => ({ width, hidden: index === widths.length - 1 }));
  writeHead(sheet, office, headingLine);
  for (const [index, row] of office.rows.entries()) writeRow(sheet, headingLine + 1 + index, index + 1, row);
  const lastLine = writeSigning(sheet, headingLine + office.rows.length + 2);
  setUpPrinting(sheet, headingLine, lastLine);
  // Without a password: it guards against slips, not against people. Formats may change, or typing «85%» would not show.
  await sheet.protect('', { formatCells: true, formatColumns: true, formatRows: true });
  sheet.commit();
}

function writeHead(
  sheet: Worksheet,
  { title, subtitle, guidance, identity }: OfficeSheet,
  line: number,
): void {
  const wide = (top: number, text: string, height: number) => {
    sheet.mergeCells(`A${top}:${lastShown}${top}`);
    const cell = sheet.getCell(`A${top}`);
    cell.value = text;
    cell.font = font;
    cell.alignment = { vertical: 'middle', wrapText: true };
    sheet.getRow(top).height = height;
    return cell;
  };
  const heading = wide(1, title, 32);
  heading.font = { ...font, name: '黑体', size: 16 };
  heading.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  wide(2, subtitle, 20);
  for (const [index, sentence] of guidance.entries()) {
    wide(3 + index, sentence, sentence.length > 52 ? 30 : 17).font = { ...font, size: 10 };
  }
  const words = [
    columnWords.number,
    columnWords.name,
    columnWords.unit,
    `${columnWords.lastYear}（${identity.year - 1}年）`,
    `${columnWords.thisYear}（${identity.year}年）`,
    columnWords.remark,
    columnWords.id,
  ];
  for (const [index, word] of words.entries()) {
    const cell = sheet.getCell(line, index + 1);
    cell.value = word;
    cell.font = { ...font, bold: true };
    cell.fill = headingFill;
    cell.border = border;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  }
  hideText(sheet.getCell(line, words.length));
  sheet.getRow(line).height = 24;
}

/** A text in a hidden column would run over into the empty cell beside it: LibreOffice prints it there. */
function hideText(cell: Cell): void {
  cell.numFmt = ';;;';
  cell.alignment = { horizontal: 'fill' };
}

function writeRow(sheet: Worksheet, line: number, number: number, row: OfficeSheetRow): void {
  const values = [
    number,
    row.name,
    row.unit,
    row.lastYear,
    row.thisYear,
    row.evidence || null,
    `${idMark}${row.indicatorId}`,
  ];
  for (const [index, value] of values.entries()) {
    const cell = sheet.getCell(line, index + 1);
    cell.value = value;
    cell.font = font;
    cell.border = border;
    const horizontal = index === 1 || index === 5 ? 'left' : index === 3 || index === 4 ? 'right' : 'center';
    cell.alignment = { horizontal, vertical: 'middle', wrapText: true };
  }
  hideText(sheet.getCell(line, 7));
  sheet.getRow(line).height = row.name.length > 15 ? 30 : 20;
  sheet.getCell(line, 4).numFmt = row.numberFormat;
  const input = sheet.getCell(line, 5);
  input.numFmt = row.numberFormat;
  for (const cell of [input, sheet.getCell(line, 6)]) {
    cell.protection = { locked: false };
    cell.fill = inputFill;
  }
  input.dataValidation = {
    type: 'custom',
    formulae: [row.rule.formula.replaceAll('{cell}', `E${line}`)],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: row.rule.strict ? 'stop' : 'warning',
    errorTitle: '请再看一下',
    error: row.rule.message,
  };
}

function writeSigning(sheet: Worksheet, line: number): number {
  for (const [column, word] of [
    [2, '填报人：'],
    [4, '审核人：'],
    [6, '填报日期：'],
  ] as const) {
    const cell = sheet.getCell(line, column);
    cell.value = word;
    cell.font = font;
    cell.protection = { locked: false };
  }
  return line;
}

function setUpPrinting(sheet: Worksheet, headingLine: number, lastLine: number): void {
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: 'portrait',
    fitToWidth: 1,
    fitToHeight: 0,
    printArea: `A1:${lastShown}${lastLine}`,
    printTitlesRow: `${headingLine}:${headingLine}`,
    margins: {
      left: 1.8 * centimetre,
      right: 1.8 * centimetre,
      top: 2 * centimetre,
      bottom: 2 * centimetre,
      header: centimetre,
      footer: centimetre,
    },
  });
  sheet.headerFooter.oddFooter = '&C第 &P 页，共 &N 页';
}

/** One word and one value a line; out of sight even in the list of hidden sheets. */
function writeIdentity(workbook: Workbook, { identity }: OfficeSheet): void {
  const sheet = workbook.addWorksheet(identitySheet, { state: 'veryHidden' });
  for (const [index, [word, value]] of Object.entries(identity).entries()) {
    sheet.getCell(index + 1, 1).value = word;
    sheet.getCell(index + 1, 2).value = String(value);
  }
  sheet.commit();
}
