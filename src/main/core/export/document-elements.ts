/** The elements of a laid-out report as paragraphs and tables of the .docx. */
import { HeadingLevel, type IParagraphOptions, Paragraph, Table } from 'docx';
import type { FigureChart } from '../../../shared/domain/figure-chart.ts';
import { characterPitch, type FontRole, type FormatProfile } from '../../../shared/domain/format-profile.ts';
import { numberTag } from '../../../shared/domain/returned/control-tag.ts';
import { attachmentHead, attachmentsNoteParagraphs } from './document-attachments.ts';
import { colophonTable } from './document-colophon.ts';
import { controlled, withChildren } from './document-control.ts';
import { figureParts } from './document-figure.ts';
import { redHeadParagraphs } from './document-red-head.ts';
import { lineRuns, run } from './document-run.ts';
import { runMarks } from './draft-marks.ts';
import {
  elementText,
  type LaidOutElement,
  type LaidOutReport,
  type HeadingLevel as Level,
  sectionsOf,
} from './layout-model.ts';
import { placeSignature, type SignaturePlacement } from './signature-placement.ts';
import { styleIds } from './style-parts.ts';
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
  const parts = runs.flatMap((item) =>
    controlled(
      item.kind === 'number' ? numberTag(item.bindingId) : null,
      run(format, 'body', item.text, {
        ...(item.kind === 'number' ? { style: styleIds.number } : {}),
        ...runMarks(item.kind === 'number' ? item.unresolved : null, carried, draft),
      }),
    ),
  );
  const paragraph = new Paragraph({
    style: styleIds.body,
    ...(keepNext ? { keepNext } : {}),
    children: leadRuns,
  });
  return withChildren(paragraph, parts);
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
        keepNext: next?.kind === 'annotation',
        spacing: { before: previous?.kind === 'signature' ? 0 : blankLine },
      });
    case 'annotation':
      return new Paragraph({ style: styleIds.annotation, children: [run(format, 'body', element.text)] });
  }
}

/** What the body of the file is made of, one list for each section. See layoutBlocks. */
export function reportParts(layout: LaidOutReport, format: FormatProfile): (Paragraph | Table)[][] {
  const { elements, mode } = layout;
  const textOf = (kind: 'signature' | 'date') =>
    elements.flatMap((element) => (element.kind === kind ? [elementText(element)] : [])).join('');
  const placement = placeSignature(textOf('signature'), textOf('date'), {
    characters: format.grid.characters,
    right: format.indents.signatureRight,
    shift: format.indents.dateAfterSignature,
  });
  const draft = mode === 'draft';
  let index = -1;
  let chartIndex = 0;
  const partsOf = (element: LaidOutElement): (Paragraph | Table)[] => {
    index += 1;
    if (element.kind === 'figure') {
      const figure = figureParts(element, { format, draft, chartIndex });
      if (chartOf(element) !== null) chartIndex += 1;
      return figure;
    }
    if (element.kind === 'colophon') return [colophonTable(element, format)];
    const previous = elements[index - 1];
    const next = elements[index + 1];
    return elementParagraphs(element, format, { previous, next, placement, draft });
  };
  const sections = sectionsOf(elements).map((section) => section.elements.flatMap(partsOf));
  // A table may not be the last; the docx package sees to that in all sections but the last.
  if (sections.at(-1)?.at(-1) instanceof Table)
    sections.at(-1)?.push(new Paragraph({ style: styleIds.anchor }));
  return sections;
}

/** What of an element becomes a part of its own in the file. */
export function chartOf(element: LaidOutElement): FigureChart | null {
  if (element.kind !== 'figure' || element.drawn.kind !== 'chart') return null;
  return element.drawn.chart.series.length > 0 ? element.drawn.chart : null;
}
