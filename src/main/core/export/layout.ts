/** Lays a report out in the order of an official document. Source: GB/T 9704-2012, 7.2.5 and 7.3.1 to 7.3.5. */

import type { ReportContent } from '../../../shared/contract.ts';
import { renderBinding } from '../../../shared/domain/binding-text.ts';
import type { BindingAttributes, ParagraphNode } from '../../../shared/domain/document.ts';
import { numberFigures } from '../../../shared/domain/figure-print.ts';
import {
  type FormatProfile,
  nationalStandardProfile,
  titleLineWidth,
} from '../../../shared/domain/format-profile.ts';
import type { Report } from '../../../shared/domain/model.ts';
import type { NumberBook } from '../../../shared/domain/number-book.ts';
import { type NumberedChapter, numberChapters } from '../../../shared/domain/outline.ts';
import { printedBody } from '../../../shared/domain/printed.ts';
import { writtenDate } from '../../../shared/domain/written-date.ts';
import { layOutFigure } from './figure-layout.ts';
import {
  type HeadingLevel,
  type HeadingText,
  type LaidOutElement,
  type LaidOutReport,
  type LaidOutRun,
  unresolvedBy,
} from './layout-model.ts';
import { printable } from './printable-text.ts';
import { titleLines } from './title-lines.ts';

function numberRun(attributes: BindingAttributes, report: Report, book: NumberBook): LaidOutRun {
  const { text, state } = renderBinding(attributes, report.year, book);
  const name = book.indicator(attributes.indicatorId)?.name ?? attributes.indicatorId;
  return {
    kind: 'number',
    text: printable(state === 'missing' ? `【缺：${name}】` : text),
    bindingId: attributes.id,
    indicatorId: attributes.indicatorId,
    unresolved: unresolvedBy(state),
  };
}

/** Without blanks at either end: the indent is the format's, not typed. */
function trimEnds(runs: LaidOutRun[]): LaidOutRun[] {
  const trimmed = runs.map((run, index) => {
    if (run.kind !== 'plain') return run;
    const text = index === 0 ? run.text.trimStart() : run.text;
    return { ...run, text: index === runs.length - 1 ? text.trimEnd() : text };
  });
  return trimmed.filter((run) => run.text !== '');
}

function paragraphRuns(paragraph: ParagraphNode, report: Report, book: NumberBook): LaidOutRun[] {
  const runs = (paragraph.content ?? []).flatMap((node): LaidOutRun[] => {
    if (node.type === 'figure') return [];
    return node.type === 'text'
      ? [{ kind: 'plain', text: printable(node.text) }]
      : [numberRun(node.attrs, report, book)];
  });
  return trimEnds(runs);
}

function headingLevel(level: number): HeadingLevel {
  switch (level) {
    case 1:
    case 2:
    case 3:
      return level;
    default:
      return 4;
  }
}

function headingOf({ chapter, level, marker }: NumberedChapter): HeadingText | null {
  if (chapter.kind !== 'section') return null;
  return { level: headingLevel(level), marker, text: printable(chapter.heading).trim() };
}

/** A run-in heading ends like a sentence: with 。, or with its own question or exclamation mark. */
function closedHeading(text: string): string {
  const open = text.replace(/[。．.；;，,：:、\s]+$/u, '');
  return open === '' || /[？！?!…]$/u.test(open) ? open : `${open}。`;
}

interface Numbers {
  report: Report;
  book: NumberBook;
  /** «表1» by figure id. */
  figureLabels: ReadonlyMap<string, string>;
}

/** A paragraph's text, and behind it the tables and charts that stand in it: each is in one of its own. */
function paragraphElements(
  paragraph: ParagraphNode,
  chapterId: string,
  { report, book, figureLabels }: Numbers,
): LaidOutElement[] {
  const runs = paragraphRuns(paragraph, report, book);
  const carried = paragraph.attrs.carriedFrom !== null;
  const figures = (paragraph.content ?? []).flatMap((node): LaidOutElement[] => {
    if (node.type !== 'figure') return [];
    const place = { chapterId, label: figureLabels.get(node.attrs.id) ?? '', carried };
    return [layOutFigure(node.attrs, place, report.year, book)];
  });
  return runs.length === 0 ? figures : [{ kind: 'body', chapterId, lead: null, runs, carried }, ...figures];
}

function chapterElements(numbered: NumberedChapter, numbers: Numbers): LaidOutElement[] {
  const { chapter } = numbered;
  const heading = headingOf(numbered);
  const elements = printedBody(chapter.body, numbers.report.year, numbers.book).content.flatMap((paragraph) =>
    paragraphElements(paragraph, chapter.id, numbers),
  );
  if (heading === null) return elements;
  const [first, ...others] = elements;
  // A heading runs into text only: before a table or chart it stands on its own.
  return chapter.runIn && first?.kind === 'body'
    ? [{ ...first, lead: { ...heading, text: closedHeading(heading.text) } }, ...others]
    : [{ kind: 'heading', chapterId: chapter.id, ...heading }, ...elements];
}

/** «某某县人民政府：»: a full-width colon after the last addressee (7.3.2). */
function addresseeLine(addressee: string): string {
  return `${addressee.trim().replace(/[:：]+$/u, '')}：`;
}

/**
 * The report as it will be printed, bindings filled from `book`. Preamble and closing print no heading, an empty
 * chapter its heading only, blank paragraphs nothing. A missing number stands as «【缺：指标名】» in either mode,
 * so that it can never be overlooked; only a draft marks it. A conditional passage that does not hold is not printed. `format` decides how wide a title's lines are.
 */
export function layOutReport(
  content: ReportContent,
  book: NumberBook,
  mode: 'formal' | 'draft',
  format: FormatProfile = nationalStandardProfile,
): LaidOutReport {
  const { report } = content;
  const elements: LaidOutElement[] = [];
  const documentNumber = printable(report.documentNumber).trim();
  const lines = titleLines(report.title.split('\n').map(printable).join('\n'), titleLineWidth(format));
  const addressee = printable(report.addressee).trim();
  const signature = printable(report.signature).trim();
  if (documentNumber !== '') elements.push({ kind: 'documentNumber', text: documentNumber });
  if (lines.length > 0) elements.push({ kind: 'title', lines });
  if (addressee !== '') elements.push({ kind: 'addressee', text: addresseeLine(addressee) });
  const chapters = numberChapters(content.chapters, format.numbering);
  const numbers = { report, book, figureLabels: numberFigures(chapters) };
  for (const numbered of chapters) elements.push(...chapterElements(numbered, numbers));
  if (signature !== '') elements.push({ kind: 'signature', text: signature });
  if (report.issuedOn !== null) elements.push({ kind: 'date', text: writtenDate(report.issuedOn) });
  return { mode, title: lines.join(''), organization: signature, elements };
}
