/** What a figure of the open report shows now: its label, and its content from the present numbers. */
import type { FigureAttributes } from '../../../shared/domain/figure.ts';
import { type FigureContent, figureContent, figureTable } from '../../../shared/domain/figure-content.ts';
import { figureCaption, figureNote, figureWord, numberFigures } from '../../../shared/domain/figure-print.ts';
import type { Chapter } from '../../../shared/domain/model.ts';
import type { NumberBook } from '../../../shared/domain/number-book.ts';
import { numberChapters } from '../../../shared/domain/outline.ts';

export interface ShownFigure {
  /** «表1　矛盾纠纷化解情况»; without a number for the moment before the text is saved. */
  caption: string;
  content: FigureContent;
  /** Printed below it; '' for none. */
  note: string;
}

export type ShowFigure = (figure: FigureAttributes) => ShownFigure;

export function createShowFigure(
  reportYear: number,
  book: NumberBook,
  chapters: readonly Chapter[],
): ShowFigure {
  const labels = numberFigures(numberChapters(chapters));
  return (figure) => {
    const content = figureContent(figure, reportYear, book);
    const label = labels.get(figure.id) ?? figureWord(figure.form);
    return { caption: figureCaption(label, content.title), content, note: figureNote(content) };
  };
}

/** A figure for another program's clipboard: caption and numbers, cells separated by tabs. */
export function figureAsText({ caption, content, note }: ShownFigure): string {
  const lines = figureTable(content).map((cells) => cells.join('\t'));
  return [caption, ...lines, ...(note === '' ? [] : [note])].join('\n');
}
