/** Lays a report out in the order of an official document. Source: GB/T 9704-2012, 7.2.5 and 7.3.1 to 7.4. */
import type { ReportContent } from '../../../shared/contract.ts';
import { numberFigures } from '../../../shared/domain/figure-print.ts';
import {
  type FormatProfile,
  nationalStandardProfile,
  titleLineWidth,
} from '../../../shared/domain/format-profile.ts';
import type { ExportMode, Look } from '../../../shared/domain/look.ts';
import type { NumberBook } from '../../../shared/domain/number-book.ts';
import { attachmentLabel, type NumberedChapter, numberChapters } from '../../../shared/domain/outline.ts';
import { maskPrivateData } from '../../../shared/domain/private-data.ts';
import { writtenDate } from '../../../shared/domain/written-date.ts';
import { chapterElements, type Numbers } from './layout-chapter.ts';
import { annotationLine, colophonOf, redHeadOf } from './layout-imprint.ts';
import { type MaskedPlace, maskElements } from './layout-masking.ts';
import type { LaidOutElement, LaidOutReport } from './layout-model.ts';
import { printable } from './printable-text.ts';
import { titleLines } from './title-lines.ts';

export interface LayoutOptions {
  mode: ExportMode;
  look?: Look;
  /** Decides how wide a title's lines are and which tables are too wide for an upright page. */
  format?: FormatProfile;
}

/** «某某县人民政府：»: a full-width colon after the last addressee (7.3.2). */
function addresseeLine(addressee: string): string {
  return `${addressee.trim().replace(/[:：]+$/u, '')}：`;
}

/** The chapters of the report itself, and each attachment with what stands below it. */
function apart(chapters: readonly NumberedChapter[]): {
  main: NumberedChapter[];
  attachments: NumberedChapter[][];
} {
  const main: NumberedChapter[] = [];
  const attachments: NumberedChapter[][] = [];
  for (const numbered of chapters) {
    if (numbered.chapter.kind === 'attachment') attachments.push([numbered]);
    else (attachments.at(-1) ?? main).push(numbered);
  }
  return { main, attachments };
}

/**
 * The report as it will be printed, bindings filled from `book`. A missing number stands as «【缺：指标名】» in either
 * mode, so that it can never be overlooked; only a draft marks it. Look `formal` has 版头 and 版记, `plain` only the
 * 发文字号 in a line of its own; `public` is `plain` without how to reach a person, private data masked.
 */
export function layOutReport(
  content: ReportContent,
  book: NumberBook,
  { mode, look = 'plain', format = nationalStandardProfile }: LayoutOptions,
): LaidOutReport {
  const { report } = content;
  const elements = reportElements(content, book, look, format);
  const title = titleLinesOf(report.title, format).join('');
  return {
    mode,
    look,
    title: look === 'public' ? maskPrivateData(title) : title,
    organization: printable(report.signature).trim(),
    issuedOn: report.issuedOn,
    elements: look === 'public' ? maskElements(elements).elements : elements,
  };
}

/** What of the report the 网上公开版 masks, and where. */
export function maskedPlaces(content: ReportContent, book: NumberBook): MaskedPlace[] {
  return maskElements(reportElements(content, book, 'public', nationalStandardProfile)).masked;
}

function titleLinesOf(title: string, format: FormatProfile): string[] {
  return titleLines(title.split('\n').map(printable).join('\n'), titleLineWidth(format));
}

/** All that is printed, in order, with private data as it is written. */
function reportElements(
  content: ReportContent,
  book: NumberBook,
  look: Look,
  format: FormatProfile,
): LaidOutElement[] {
  const { report } = content;
  const documentNumber = printable(report.documentNumber).trim();
  const lines = titleLinesOf(report.title, format);
  const addressee = printable(report.addressee).trim();
  const signature = printable(report.signature).trim();
  const annotation = annotationLine(report, look);
  const numbered = numberChapters(content.chapters, format.numbering);
  const { main, attachments } = apart(numbered);
  const numbers: Numbers = { report, book, format, figureLabels: numberFigures(numbered) };
  const elementsOf = (chapters: readonly NumberedChapter[]) =>
    chapters.flatMap((one) => chapterElements(one, numbers));
  const titles = attachments.flatMap(([head]) => (head ? [printable(head.chapter.heading).trim()] : []));

  const elements: LaidOutElement[] = [];
  if (look === 'formal') elements.push(redHeadOf(report));
  else if (documentNumber !== '') elements.push({ kind: 'documentNumber', text: documentNumber });
  if (lines.length > 0) elements.push({ kind: 'title', lines });
  if (addressee !== '') elements.push({ kind: 'addressee', text: addresseeLine(addressee) });
  elements.push(...elementsOf(main));
  if (titles.length > 0) elements.push({ kind: 'attachmentsNote', titles });
  if (signature !== '') elements.push({ kind: 'signature', text: signature });
  if (report.issuedOn !== null) elements.push({ kind: 'date', text: writtenDate(report.issuedOn) });
  if (annotation !== '') elements.push({ kind: 'annotation', text: annotation });
  for (const [index, attachment] of attachments.entries()) {
    const label = attachmentLabel(index, attachments.length);
    const chapterId = attachment[0]?.chapter.id ?? '';
    elements.push({ kind: 'attachment', chapterId, label, lines: titleLinesOf(titles[index] ?? '', format) });
    elements.push(...elementsOf(attachment));
  }
  const colophon = look === 'formal' ? colophonOf(report) : null;
  if (colophon !== null) elements.push(colophon);
  return elements;
}
