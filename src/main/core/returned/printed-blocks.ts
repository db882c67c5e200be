/** A laid-out report as the blocks that a returned file is compared with. */
import type { ReportContent } from '../../../shared/contract.ts';
import type { FigureAttributes } from '../../../shared/domain/figure.ts';
import { figureContent } from '../../../shared/domain/figure-content.ts';
import { figuresOf } from '../../../shared/domain/figure-print.ts';
import { type FormatProfile, nationalStandardProfile } from '../../../shared/domain/format-profile.ts';
import type { Look } from '../../../shared/domain/look.ts';
import type { NumberBook } from '../../../shared/domain/number-book.ts';
import type {
  PrintedBlock,
  PrintedCell,
  PrintedParagraph,
  PrintedRole,
} from '../../../shared/domain/returned/printed-block.ts';
import { layOutReport } from '../export/layout.ts';
import { attachmentsNoteLines, colophonRows, redHeadLines } from '../export/layout-lines.ts';
import type { LaidOutElement, LaidOutFigure } from '../export/layout-model.ts';

/** The report as it prints now. The mode decides about marks, not about words. */
export function printedBlocks(
  content: ReportContent,
  book: NumberBook,
  look: Look,
  format: FormatProfile = nationalStandardProfile,
): PrintedBlock[] {
  const figures = new Map(
    content.chapters.flatMap(({ body }) => figuresOf(body).map((figure) => [figure.id, figure])),
  );
  const layout = layOutReport(content, book, { mode: 'formal', look, format });
  return layout.elements.flatMap((element) => {
    const figure = element.kind === 'figure' ? figures.get(element.figureId) : undefined;
    return blocksOf(element, figure, content.report.year, book);
  });
}

function line(
  role: PrintedRole,
  text: string,
  place: Partial<Pick<PrintedParagraph, 'chapterId' | 'paragraph'>> = {},
): PrintedBlock {
  return {
    kind: 'paragraph',
    role,
    chapterId: null,
    paragraph: null,
    marker: '',
    heading: '',
    runs: [{ text, bindingId: null }],
    ...place,
  };
}

function blocksOf(
  element: LaidOutElement,
  figure: FigureAttributes | undefined,
  year: number,
  book: NumberBook,
): PrintedBlock[] {
  switch (element.kind) {
    case 'redHead':
      return redHeadLines(element).map((text) => line('redHead', text));
    case 'title':
      return [line('title', element.lines.join('\n'))];
    case 'heading': {
      const { chapterId, marker, text } = element;
      return [
        { kind: 'paragraph', role: 'heading', chapterId, paragraph: null, marker, heading: text, runs: [] },
      ];
    }
    case 'body': {
      const { chapterId, paragraph, lead, runs } = element;
      return [
        {
          kind: 'paragraph',
          role: 'body',
          chapterId,
          paragraph,
          marker: lead?.marker ?? '',
          heading: lead?.text ?? '',
          runs: runs.map((run) => ({
            text: run.text,
            bindingId: run.kind === 'number' ? run.bindingId : null,
          })),
        },
      ];
    }
    case 'figure':
      return figureBlocks(element, figure, year, book);
    case 'attachmentsNote':
      return attachmentsNoteLines(element).map((text) => line('attachmentsNote', text));
    case 'attachment':
      return [
        line('attachmentLabel', element.label),
        {
          kind: 'paragraph',
          role: 'heading',
          chapterId: element.chapterId,
          paragraph: null,
          marker: '',
          heading: element.lines.join(''),
          runs: [],
        },
      ];
    case 'colophon':
      return [
        {
          kind: 'table',
          figureId: null,
          chapterId: null,
          paragraph: null,
          rows: colophonRows(element).map((row) => row.map((text) => ({ text, source: null }))),
        },
      ];
    default:
      return [line(element.kind, element.text)];
  }
}

/** Caption and notes, and of a table its cells, each number with what it is. */
function figureBlocks(
  { chapterId, paragraph, figureId, caption, drawn, note, open }: LaidOutFigure,
  figure: FigureAttributes | undefined,
  year: number,
  book: NumberBook,
): PrintedBlock[] {
  const place = { chapterId, paragraph };
  const below = [open, note].filter((text) => text !== '').map((text) => line('figureNote', text, place));
  if (drawn.kind === 'chart') return [line('caption', caption, place), ...below];
  const sources = figure === undefined ? [] : figureContent(figure, year, book).rows;
  const words = (text: string): PrintedCell => ({ text, source: null });
  const rows = drawn.rows.map((cells, row) => {
    const { indicatorId, cells: numbers = [] } = sources[row] ?? {};
    const wordCells = cells.length - numbers.length;
    return cells.map(({ text }, column): PrintedCell => {
      const number = numbers[column - wordCells];
      return number === undefined || indicatorId === undefined
        ? words(text)
        : { text, source: { indicatorId, year: number.year } };
    });
  });
  return [
    line('caption', caption, place),
    { kind: 'table', figureId, ...place, rows: [drawn.header.map(words), ...rows] },
    ...below,
  ];
}
