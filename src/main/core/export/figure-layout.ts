/** A table or chart of the report as it is printed. */
import type { FigureAttributes } from '../../../shared/domain/figure.ts';
import { figureChart } from '../../../shared/domain/figure-chart.ts';
import {
  type FigureCell,
  type FigureContent,
  figureContent,
  figureInWords,
  tableHeader,
} from '../../../shared/domain/figure-content.ts';
import { openNumbersOf } from '../../../shared/domain/figure-open.ts';
import { figureCaption, figureNote } from '../../../shared/domain/figure-print.ts';
import type { NumberBook } from '../../../shared/domain/number-book.ts';
import type { LaidOutCell, LaidOutFigure } from './layout-model.ts';
import { printable } from './printable-text.ts';

/** Stands in a cell whose number is missing, in either mode, so that it can never be overlooked. */
const missingCell = '【缺】';

export interface FigurePlace {
  chapterId: string;
  /** Index of its paragraph in the chapter's body. */
  paragraph: number;
  /** «表1». */
  label: string;
  carried: boolean;
}

export function layOutFigure(
  attributes: FigureAttributes,
  { chapterId, paragraph, label, carried }: FigurePlace,
  reportYear: number,
  book: NumberBook,
): LaidOutFigure {
  const content = figureContent(attributes, reportYear, book);
  return {
    kind: 'figure',
    chapterId,
    paragraph,
    figureId: attributes.id,
    caption: printable(figureCaption(label, content.title)),
    note: printable(figureNote(content)),
    carried,
    landscape: false,
    ...(content.form === 'table' ? tableOf(content) : chartOf(content)),
  };
}

function tableOf(content: FigureContent): Pick<LaidOutFigure, 'drawn' | 'open'> {
  const rows = content.rows.map(({ name, unit, cells }) => [
    wordCell(name),
    wordCell(unit),
    ...cells.map(numberCell),
  ]);
  return { drawn: { kind: 'table', header: tableHeader(content), rows }, open: '' };
}

function wordCell(text: string): LaidOutCell {
  return { text: printable(text), isNumber: false, unresolved: null };
}

function numberCell({ text, state }: FigureCell): LaidOutCell {
  const unresolved = state === 'missing' || state === 'carried' ? state : null;
  return { text: state === 'missing' ? missingCell : printable(text), isNumber: true, unresolved };
}

/** Columns and lines cannot be marked, so a chart says in words what of it is still open. */
function chartOf(content: FigureContent): Pick<LaidOutFigure, 'drawn' | 'open'> {
  const chart = figureChart(content);
  const series = chart.series.map((one) => ({ ...one, name: printable(one.name) }));
  const open = Map.groupBy(openNumbersOf(content), ({ state }) => state);
  const said = (['missing', 'carried'] as const).flatMap((state) => {
    const places = (open.get(state) ?? []).map(({ name, year }) => `${name}${year}年`);
    return places.length === 0 ? [] : [`${openWords[state]}：${places.join('、')}`];
  });
  return {
    drawn: { kind: 'chart', chart: { ...chart, series }, words: printable(figureInWords(content)) },
    open: said.length === 0 ? '' : printable(`【${said.join('；')}】`),
  };
}

const openWords = { missing: '缺', carried: '沿用未确认' } as const;
