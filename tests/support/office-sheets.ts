/** Office workers' doings on a real workbook, by the library that a spreadsheet program stands for. */
import { Workbook } from '@cj-tech-master/excelts';

export type Worksheet = ReturnType<Workbook['addWorksheet']>;

/** Opens the workbook at `path`, lets `change` do what a person did, and saves it over itself or at `to`. */
export async function changeWorkbook(
  path: string,
  change: (sheet: Worksheet, workbook: Workbook) => void,
  to: string = path,
): Promise<void> {
  const workbook = new Workbook();
  await workbook.xlsx.readFile(path);
  const sheet = workbook.getWorksheet('填报表');
  if (sheet === undefined) throw new Error(`${path} has no sheet 填报表`);
  change(sheet, workbook);
  await workbook.xlsx.writeFile(to);
}

/** Number of the line that asks for the indicator. */
export function lineOf(sheet: Worksheet, indicatorId: string): number {
  for (let line = 1; line <= sheet.rowCount; line += 1) {
    if (sheet.getCell(line, 7).text === `xb:${indicatorId}`) return line;
  }
  throw new Error(`the sheet does not ask for ${indicatorId}`);
}

/** Types these values into 本年数. */
export function fillSheet(path: string, values: Readonly<Record<string, number | string>>, to?: string) {
  return changeWorkbook(
    path,
    (sheet) => {
      for (const [id, value] of Object.entries(values)) sheet.getCell(lineOf(sheet, id), 5).value = value;
    },
    to,
  );
}
