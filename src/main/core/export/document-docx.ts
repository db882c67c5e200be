/** A laid-out report as an Office Open XML document (ISO/IEC 29500), for Word, WPS and LibreOffice alike. */
import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { strFromU8, strToU8 } from 'fflate';
import type { FormatProfile } from '../../../shared/domain/format-profile.ts';
import { aroundPageNumber, pageNumberSide } from '../../../shared/domain/page-number.ts';
import { attachCharts } from './attach-charts.ts';
import { chartOf, reportParts } from './document-elements.ts';
import { turnedSection, uprightPage } from './document-page.ts';
import { setProperties } from './document-properties.ts';
import { run } from './document-run.ts';
import { documentStyles } from './document-styles.ts';
import { type LaidOutReport, sectionsOf } from './layout-model.ts';
import { closePackage, openPackage, type PackageFiles } from './package-files.ts';
import { fontsOf, styleIds } from './style-parts.ts';

const bodyPath = 'word/document.xml';

const footerAlignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** By the national standard «— 1 —», one character in from the outer edge (GB/T 9704-2012, 7.5). */
function pageNumber(format: FormatProfile, pages: 'odd' | 'even'): Footer {
  const side = pageNumberSide(format, pages);
  const { before, after } = aroundPageNumber(format);
  const indent = format.indents.pageNumber * format.sizes.pageNumber * 10;
  const font = fontsOf(format, 'pageNumber');
  return new Footer({
    children: [
      new Paragraph({
        style: styleIds.pageNumber,
        alignment: footerAlignments[side],
        ...(side === 'center' ? {} : { indent: { [side]: indent } }),
        children: [new TextRun({ font, children: [before, PageNumber.CURRENT, after] })],
      }),
    ],
  });
}

function emptyHeader(): Header {
  return new Header({ children: [new Paragraph({ style: styleIds.anchor })] });
}

function draftHeader(format: FormatProfile): Header {
  return new Header({
    children: [new Paragraph({ style: styleIds.draftMark, children: [run(format, 'mark', '草稿')] })],
  });
}

/**
 * The paragraph that the docx package puts behind a table which ends a section is a line of the grid: behind a full page
 * it would stand alone on one of its own.
 */
function shrinkSectionEnds(files: PackageFiles): void {
  const body = strFromU8(files[bodyPath] ?? new Uint8Array());
  const style = `<w:pStyle w:val="${styleIds.anchor}"/>`;
  files[bodyPath] = strToU8(body.replaceAll('<w:p><w:pPr><w:sectPr>', `<w:p><w:pPr>${style}<w:sectPr>`));
}

/**
 * The bytes of the .docx. Its paragraphs, tables and charts are those of `layoutBlocks`, in order, and each bound number
 * is a run of its own in a content control. A draft carries 草稿 in its header and highlights what is unresolved. The
 * same layout gives the same bytes.
 */
export async function renderDocx(layout: LaidOutReport, format: FormatProfile): Promise<Uint8Array> {
  const header = layout.mode === 'draft' ? draftHeader(format) : null;
  const parts = reportParts(layout, format);
  // Without a header of its own a section takes that of the one before, and with it a turned page's number.
  const upright = header ?? (parts.length > 1 ? emptyHeader() : null);
  const document = new Document({
    styles: documentStyles(format),
    evenAndOddHeaderAndFooters: true,
    sections: sectionsOf(layout.elements).map(({ landscape }, index) => {
      const children = parts[index] ?? [];
      if (landscape) return turnedSection(format, header, children);
      return {
        properties: uprightPage(format),
        ...(upright === null ? {} : { headers: { default: upright, even: upright } }),
        footers: { default: pageNumber(format, 'odd'), even: pageNumber(format, 'even') },
        children,
      };
    }),
  });
  const charts = layout.elements.flatMap((element) => chartOf(element) ?? []);
  const files = openPackage(await Packer.toBuffer(document));
  shrinkSectionEnds(files);
  setProperties(files, layout);
  await attachCharts(files, charts, format);
  return closePackage(files);
}
