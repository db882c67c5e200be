/** A laid-out report as an Office Open XML document (ISO/IEC 29500), for Word, WPS and LibreOffice alike. */
import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import type { FigureChart } from '../../../shared/domain/figure-chart.ts';
import { characterPitch, type FontRole, type FormatProfile } from '../../../shared/domain/format-profile.ts';
import { attachCharts } from './attach-charts.ts';
import { attachmentHead, attachmentsNoteParagraphs } from './document-attachments.ts';
import { colophonTable } from './document-colophon.ts';
import { figureParts } from './document-figure.ts';
import { redHeadParagraphs } from './document-red-head.ts';
import { lineRuns, run } from './document-run.ts';
import { documentStyles } from './document-styles.ts';
import { runMarks } from './draft-marks.ts';
import {
  elementText,
  type LaidOutElement,
  type LaidOutReport,
  type HeadingLevel as Level,
  layoutBlocks,
} from './layout-model.ts';
import { placeSignature, type SignaturePlacement } from './signature-placement.ts';
import { fontsOf, styleIds } from './style-parts.ts';
import { textWidth } from './text-width.ts';

type Body = Extract<LaidOutElement, { kind: 'body' }>;

const headingStyles = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;

/** Lines of a last paragraph that may move to the next page with the signature: half a page. */
const mostLinesCarriedOver = 11;

function headingRole(level: Level): FontRole {
  return `heading${level}`;
}

function bodyParagraph(element: Body, format: FormatProfile, draft: boolean, keepNext: boolean): Paragraph {
  const { lead, runs, carried } = element;
  const leadRuns = lead === null ? [] : [run(format, headingRole(lead.level), lead.marker + lead.text)];
  const textRuns = runs.map((item) =>
    run(format, 'body', item.text, {
      ...(item.kind === 'number' ? { style: styleIds.number } : {}),
      ...runMarks(item.kind === 'number' ? item.unresolved : null, carried, draft),
    }),
  );
  return new Paragraph({
    style: styleIds.body,
    ...(keepNext ? { keepNext } : {}),
    children: [...leadRuns, ...textRuns],
  });
}

function titleParagraph(lines: readonly string[], isFirst: boolean, format: FormatProfile): Paragraph {
  const before = isFirst ? 0 : format.blankLinesBefore.title * format.grid.linePitch;
  return new Paragraph({
    heading: HeadingLevel.TITLE,
    spacing: { before },
    children: lineRuns(format, 'title', lines),
  });
}

/** Organ and date begin where the standard puts them, whatever fonts the reader's computer has. */
function signatureParagraph(
  text: string,
  start: number,
  format: FormatProfile,
  options: IParagraphOptions,
): Paragraph {
  return new Paragraph({
    style: styleIds.signature,
    indent: { left: Math.round(start * characterPitch(format)) },
    children: [run(format, 'body', text)],
    ...options,
  });
}

/**
 * 7.3.5.5: signature and date never stand on a page without text, so the last paragraph is kept with them. Word and WPS
 * then move its last line; LibreOffice moves it whole, which is why a very long one is left alone.
 */
function holdsSignature(element: Body, next: LaidOutElement | undefined, format: FormatProfile): boolean {
  if (next?.kind !== 'signature' && next?.kind !== 'date' && next?.kind !== 'attachmentsNote') return false;
  return textWidth(elementText(element)) <= mostLinesCarriedOver * format.grid.characters;
}

function isSigned(element: LaidOutElement | undefined): boolean {
  return element?.kind === 'signature' || element?.kind === 'date';
}

type TextElement = Exclude<LaidOutElement, { kind: 'figure' | 'colophon' }>;

interface Surroundings {
  previous: LaidOutElement | undefined;
  next: LaidOutElement | undefined;
  placement: SignaturePlacement;
  draft: boolean;
}

function elementParagraphs(element: TextElement, format: FormatProfile, around: Surroundings): Paragraph[] {
  switch (element.kind) {
    case 'redHead':
      return redHeadParagraphs(element, format);
    case 'attachmentsNote':
      return attachmentsNoteParagraphs(element, format, isSigned(around.next));
    case 'attachment':
      return attachmentHead(element, format);
    default:
      return [elementParagraph(element, format, around)];
  }
}

type SingleElement = Exclude<TextElement, { kind: 'redHead' | 'attachmentsNote' | 'attachment' }>;

function elementParagraph(element: SingleElement, format: FormatProfile, around: Surroundings): Paragraph {
  const { previous, next, placement, draft } = around;
  const blankLine = format.blankLinesBefore.signature * format.grid.linePitch;
  switch (element.kind) {
    case 'documentNumber':
      return new Paragraph({ style: styleIds.documentNumber, children: [run(format, 'body', element.text)] });
    case 'title':
      return titleParagraph(element.lines, previous === undefined, format);
    case 'addressee':
      return new Paragraph({ style: styleIds.addressee, children: [run(format, 'body', element.text)] });
    case 'heading':
      return new Paragraph({
        heading: headingStyles[element.level],
        children: [run(format, headingRole(element.level), element.marker + element.text)],
      });
    case 'body':
      return bodyParagraph(element, format, draft, holdsSignature(element, next, format));
    case 'signature':
      return signatureParagraph(element.text, placement.organ, format, {
        keepNext: next?.kind === 'date',
        spacing: { before: blankLine },
      });
    case 'date':
      return signatureParagraph(element.text, placement.date, format, {
        spacing: { before: previous?.kind === 'signature' ? 0 : blankLine },
      });
    case 'annotation':
      return new Paragraph({ style: styleIds.annotation, children: [run(format, 'body', element.text)] });
  }
}

function reportParts(layout: LaidOutReport, format: FormatProfile): (Paragraph | Table)[] {
  const { elements, mode } = layout;
  const textOf = (kind: 'signature' | 'date') =>
    elements.flatMap((element) => (element.kind === kind ? [elementText(element)] : [])).join('');
  const placement = placeSignature(textOf('signature'), textOf('date'), {
    characters: format.grid.characters,
    right: format.indents.signatureRight,
    shift: format.indents.dateAfterSignature,
  });
  const draft = mode === 'draft';
  let chartIndex = 0;
  const parts = elements.flatMap((element, index): (Paragraph | Table)[] => {
    if (element.kind === 'figure') {
      const figure = figureParts(element, { format, draft, chartIndex });
      if (chartOf(element) !== null) chartIndex += 1;
      return figure;
    }
    if (element.kind === 'colophon') return [colophonTable(element, format)];
    const previous = elements[index - 1];
    const next = elements[index + 1];
    return elementParagraphs(element, format, { previous, next, placement, draft });
  });
  // See layoutBlocks: a table may not be the last.
  const endsWithTable = layoutBlocks(layout).length > parts.length;
  if (!endsWithTable) return parts;
  const style = elements.at(-1)?.kind === 'colophon' ? styleIds.anchor : styleIds.figureNote;
  return [...parts, new Paragraph({ style })];
}

/** What of an element becomes a part of its own in the file. */
function chartOf(element: LaidOutElement): FigureChart | null {
  if (element.kind !== 'figure' || element.drawn.kind !== 'chart') return null;
  return element.drawn.chart.series.length > 0 ? element.drawn.chart : null;
}

/** «— 1 —», one character in from the outer edge (GB/T 9704-2012, 7.5). */
function pageNumber(format: FormatProfile, side: 'left' | 'right'): Footer {
  const indent = format.indents.pageNumber * format.sizes.pageNumber * 10;
  const font = fontsOf(format, 'pageNumber');
  return new Footer({
    children: [
      new Paragraph({
        style: styleIds.pageNumber,
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'right' ? { right: indent } : { left: indent },
        children: [new TextRun({ font, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}

function draftHeader(format: FormatProfile): Header {
  return new Header({
    children: [new Paragraph({ style: styleIds.draftMark, children: [run(format, 'mark', '草稿')] })],
  });
}

/**
 * The bytes of the .docx. Its paragraphs, tables and charts are those of `layoutBlocks`, in order, and each bound
 * number is a run of its own with the style `styleIds.number`. A draft carries 草稿 in its header and highlights what is unresolved.
 */
export async function renderDocx(layout: LaidOutReport, format: FormatProfile): Promise<Uint8Array> {
  const { page, grid } = format;
  const header = layout.mode === 'draft' ? draftHeader(format) : null;
  const document = new Document({
    title: layout.title,
    creator: layout.organization,
    lastModifiedBy: layout.organization,
    styles: documentStyles(format),
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: {
              top: page.top,
              right: page.right,
              bottom: page.bottom,
              left: page.left,
              header: format.headerDistance,
              footer: format.footerDistance,
              gutter: 0,
            },
          },
          grid: { type: DocumentGridType.LINES, linePitch: grid.linePitch },
        },
        ...(header === null ? {} : { headers: { default: header, even: header } }),
        footers: { default: pageNumber(format, 'right'), even: pageNumber(format, 'left') },
        children: reportParts(layout, format),
      },
    ],
  });
  const charts = layout.elements.flatMap((element) => chartOf(element) ?? []);
  return attachCharts(await Packer.toBuffer(document), charts, format);
}
