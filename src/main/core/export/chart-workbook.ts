/** The small workbook behind a chart: what Word and WPS open for «编辑数据». */
import type { FigureChart } from '../../../shared/domain/figure-chart.ts';
import { categoryTitles, seriesTitle, sheetName } from './chart-part.ts';
import { setProperties } from './document-properties.ts';
import { closePackage, openPackage } from './package-files.ts';

/** Years down, series across, as the chart part refers to them. An empty cell is a year without a number. */
export async function chartWorkbook(chart: FigureChart): Promise<Uint8Array<ArrayBuffer>> {
  // Loaded only where a chart is written: it is large, and most reports have none.
  const { Workbook } = await import('@cj-tech-master/excelts');
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet(sheetName);
  sheet.addRow(['', ...chart.series.map((series) => seriesTitle(chart, series))]);
  for (const [index, title] of categoryTitles(chart).entries()) {
    // A spreadsheet's own numbers are floats; the report's stand as decimals in the chart part.
    const values = chart.series.map(({ values: all }) => all[index] ?? null);
    sheet.addRow([title, ...values.map((value) => (value === null ? null : Number(value)))]);
  }
  const files = openPackage(new Uint8Array(await workbook.xlsx.writeBuffer()));
  setProperties(files, { title: '', organization: '', issuedOn: null });
  return closePackage(files);
}
