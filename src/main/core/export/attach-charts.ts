/** Puts chart parts into a .docx package, which the docx library has no words for. */
import { strFromU8, strToU8 } from 'fflate';
import type { FigureChart } from '../../../shared/domain/figure-chart.ts';
import type { FormatProfile } from '../../../shared/domain/format-profile.ts';
import { chartPart } from './chart-part.ts';
import { chartWorkbook } from './chart-workbook.ts';
import type { PackageFiles } from './package-files.ts';
import { type XmlElement, xml, xmlDocument, xmlText } from './xml-text.ts';

const officeTypes = 'application/vnd.openxmlformats-officedocument';
const relationshipTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const workbookId = 'rId1';

/** The relationship by which the document's `index`-th chart (from 0) names its part. */
export function chartRelationshipId(index: number): string {
  return `rIdChart${index + 1}`;
}

/** Adds to the package's files a part for each chart, in the order in which the document names them. */
export async function attachCharts(
  files: PackageFiles,
  charts: readonly FigureChart[],
  format: FormatProfile,
): Promise<void> {
  if (charts.length === 0) return;
  const types: XmlElement[] = [
    xml('Default', { Extension: 'xlsx', ContentType: `${officeTypes}.spreadsheetml.sheet` }),
  ];
  const relationships: XmlElement[] = [];
  for (const [index, chart] of charts.entries()) {
    const name = `chart${index + 1}`;
    files[`word/charts/${name}.xml`] = strToU8(chartPart(chart, format, workbookId));
    files[`word/embeddings/${name}.xlsx`] = await chartWorkbook(chart);
    const workbook = {
      Id: workbookId,
      Type: `${relationshipTypes}/package`,
      Target: `../embeddings/${name}.xlsx`,
    };
    files[`word/charts/_rels/${name}.xml.rels`] = strToU8(
      xmlDocument(xml('Relationships', { xmlns: packageRelationships }, [xml('Relationship', workbook)])),
    );
    types.push(
      xml('Override', {
        PartName: `/word/charts/${name}.xml`,
        ContentType: `${officeTypes}.drawingml.chart+xml`,
      }),
    );
    relationships.push(
      xml('Relationship', {
        Id: chartRelationshipId(index),
        Type: `${relationshipTypes}/chart`,
        Target: `charts/${name}.xml`,
      }),
    );
  }
  insertBefore(files, '[Content_Types].xml', '</Types>', types);
  insertBefore(files, 'word/_rels/document.xml.rels', '</Relationships>', relationships);
}

/** Both lists are written by the docx library just before; another shape is a bug. */
function insertBefore(
  files: PackageFiles,
  path: string,
  closing: string,
  elements: readonly XmlElement[],
): void {
  const list = strFromU8(files[path] ?? new Uint8Array());
  const end = list.lastIndexOf(closing);
  if (end === -1) throw new Error(`${path} has no end`);
  files[path] = strToU8(list.slice(0, end) + elements.map(xmlText).join('') + list.slice(end));
}
