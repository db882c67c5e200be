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
import type { FormatProfile } from '../../../shared/domain/format-profile.ts';
import type { NumberBook } from '../../../shared/domain/number-book.ts';
import { cellTag } from '../../../shared/domain/returned/control-tag.ts';
import type { LaidOutCell, LaidOutFigure } from './layout-model.ts';
import { printable } from './printable-text.ts';
import { columnsOf } from './table-columns.ts';

/** Stands in a cell whose number is missing, in either mode, so that it can never be overlooked. */
const missingCell = '【缺】';

interface FigurePlace {
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
  { reportYear, book, format }: { reportYear: number; book: NumberBook; format: FormatProfile },
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
    ...(content.form === 'table' ? tableOf(content, attributes.id, format) : chartOf(content)),
  };
}

type Drawn = Pick<LaidOutFigure, 'drawn' | 'open' | 'landscape'>;

function tableOf(content: FigureContent, figureId: string, format: FormatProfile): Drawn {
  const rows = content.rows.map(({ indicatorId, name, unit, cells }) => [
    wordCell(name),
    wordCell(unit),
    ...cells.map((cell) => numberCell(cell, cellTag(figureId, indicatorId, cell.year))),
  ]);
  const header = tableHeader(content);
  const landscape = !columnsOf(header, rows, format).fits;
  return { drawn: { kind: 'table', header, rows }, open: '', landscape };
}

function wordCell(text: string): LaidOutCell {
  return { text: printable(text), isNumber: false, tag: null, unresolved: null };
}

function numberCell({ text: shown, state }: FigureCell, tag: string): LaidOutCell {
  const unresolved = state === 'missing' || state === 'carried' ? state : null;
  const text = state === 'missing' ? missingCell : printable(shown);
  return { text, isNumber: true, tag: text === '' ? null : tag, unresolved };
}

/** Columns and lines cannot be marked, so a chart says in words what of it is still open. */
function chartOf(content: FigureContent): Drawn {
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
    landscape: false,
  };
}

const openWords = { missing: '缺', carried: '沿用未确认' } as const;
