/** A chapter of the report as elements of the printed document. Source: GB/T 9704-2012, 7.3.3. */
import { renderBinding } from '../../../shared/domain/binding-text.ts';
import type { BindingAttributes, ParagraphNode } from '../../../shared/domain/document.ts';
import type { Report } from '../../../shared/domain/model.ts';
import type { NumberBook } from '../../../shared/domain/number-book.ts';
import type { NumberedChapter } from '../../../shared/domain/outline.ts';
import { type PrintedParagraph, printedParagraphs } from '../../../shared/domain/printed.ts';
import { layOutFigure } from './figure-layout.ts';
import {
  type HeadingLevel,
  type HeadingText,
  type LaidOutElement,
  type LaidOutRun,
  unresolvedBy,
} from './layout-model.ts';
import { printable } from './printable-text.ts';

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

export interface Numbers {
  report: Report;
  book: NumberBook;
  /** «表1» by figure id. */
  figureLabels: ReadonlyMap<string, string>;
}

/** A paragraph's text, and behind it the tables and charts that stand in it: each is in one of its own. */
function paragraphElements(
  { paragraph, index }: PrintedParagraph,
  chapterId: string,
  { report, book, figureLabels }: Numbers,
): LaidOutElement[] {
  const runs = paragraphRuns(paragraph, report, book);
  const carried = paragraph.attrs.carriedFrom !== null;
  const figures = (paragraph.content ?? []).flatMap((node): LaidOutElement[] => {
    if (node.type !== 'figure') return [];
    const label = figureLabels.get(node.attrs.id) ?? '';
    const place = { chapterId, paragraph: index, label, carried };
    return [layOutFigure(node.attrs, place, report.year, book)];
  });
  return runs.length === 0
    ? figures
    : [{ kind: 'body', chapterId, paragraph: index, lead: null, runs, carried }, ...figures];
}

/**
 * A chapter's heading and text. Preamble, closing and attachment have no heading here, an empty chapter has its heading
 * only; blank paragraphs and conditional passages that do not hold are not printed.
 */
export function chapterElements(numbered: NumberedChapter, numbers: Numbers): LaidOutElement[] {
  const { chapter } = numbered;
  const { report, book } = numbers;
  const heading = headingOf(numbered);
  const elements = printedParagraphs(chapter.body, report.year, book).flatMap((printed) =>
    paragraphElements(printed, chapter.id, numbers),
  );
  if (heading === null) return elements;
  const [first, ...others] = elements;
  // A heading runs into text only: before a table or chart it stands on its own.
  return chapter.runIn && first?.kind === 'body'
    ? [{ ...first, lead: { ...heading, text: closedHeading(heading.text) } }, ...others]
    : [{ kind: 'heading', chapterId: chapter.id, ...heading }, ...elements];
}
