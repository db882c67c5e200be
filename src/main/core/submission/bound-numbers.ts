/** The numbers of the tables that a document prints, place by place, as its manifest lists them. */
import type { ReportContent } from '../../../shared/contract.ts';
import { bindingsOf } from '../../../shared/domain/document.ts';
import type { FigureAttributes } from '../../../shared/domain/figure.ts';
import { figureContent } from '../../../shared/domain/figure-content.ts';
import type { FormatProfile } from '../../../shared/domain/format-profile.ts';
import type { NumberBook } from '../../../shared/domain/number-book.ts';
import { numberChapters } from '../../../shared/domain/outline.ts';
import type { ManifestNumber } from '../../../shared/domain/submission/manifest.ts';
import type { LaidOutElement, LaidOutFigure, LaidOutReport } from '../export/layout-model.ts';

/** A number of the manifest, and what only the writer of the data sheet needs. */
export interface BoundNumber extends ManifestNumber {
  isNotApplicable: boolean;
  officeId: string | null;
  source: string;
}

/** In the order in which the written document holds them (see layoutBlocks). */
export function boundNumbers(
  content: ReportContent,
  layout: LaidOutReport,
  book: NumberBook,
  format: FormatProfile,
): BoundNumber[] {
  const places = describePlaces(content, format);
  const tell = (place: ManifestNumber['place'], chapterId: string, cell: NumberCell): BoundNumber => {
    const indicator = book.indicator(cell.indicatorId);
    const { entry, source } = book.cell(cell.indicatorId, cell.year);
    return {
      place,
      heading: places.headings.get(chapterId) ?? '',
      indicatorId: cell.indicatorId,
      name: indicator?.name ?? cell.indicatorId,
      unit: indicator?.unit ?? '',
      year: cell.year,
      value: entry.kind === 'number' ? entry.value : null,
      text: cell.text,
      isNotApplicable: entry.kind === 'notApplicable',
      officeId: indicator?.officeId ?? null,
      source,
    };
  };
  return layout.elements.flatMap((element) => {
    if (element.kind === 'body') {
      return proseCells(element, content.report.year, places.offsets).map((cell) =>
        tell('text', element.chapterId, cell),
      );
    }
    if (element.kind !== 'figure') return [];
    const attributes = places.figures.get(element.figureId);
    const cells = attributes === undefined ? [] : figureCells(element, attributes, content, book);
    return cells.map((cell) => tell(element.drawn.kind, element.chapterId, cell));
  });
}

interface NumberCell {
  indicatorId: string;
  year: number;
  text: string;
}

function describePlaces({ chapters }: ReportContent, format: FormatProfile) {
  const offsets = new Map<string, number>();
  const figures = new Map<string, FigureAttributes>();
  for (const { body } of chapters) {
    for (const { id, yearOffset } of bindingsOf(body)) offsets.set(id, yearOffset);
    for (const node of body.content.flatMap(({ content }) => content ?? [])) {
      if (node.type === 'figure') figures.set(node.attrs.id, node.attrs);
    }
  }
  const headings = new Map(
    numberChapters(chapters, format.numbering).map(({ chapter, marker }) => [
      chapter.id,
      `${marker}${chapter.heading}`,
    ]),
  );
  return { offsets, figures, headings };
}

function proseCells(
  { runs }: Extract<LaidOutElement, { kind: 'body' }>,
  reportYear: number,
  offsets: ReadonlyMap<string, number>,
): NumberCell[] {
  return runs.flatMap((run) =>
    run.kind === 'number'
      ? [
          {
            indicatorId: run.indicatorId,
            year: reportYear + (offsets.get(run.bindingId) ?? 0),
            text: run.text,
          },
        ]
      : [],
  );
}

/** The texts are the laid out ones; whose they are is told by the content that they were laid out from. */
function figureCells(
  { drawn }: LaidOutFigure,
  attributes: FigureAttributes,
  { report }: ReportContent,
  book: NumberBook,
): NumberCell[] {
  const { rows, years } = figureContent(attributes, report.year, book);
  if (drawn.kind === 'chart') {
    return drawn.chart.series.flatMap(({ indicatorId, values }) =>
      values.flatMap((text, index) => {
        const year = drawn.chart.years[index];
        return text === null || year === undefined ? [] : [{ indicatorId, year, text }];
      }),
    );
  }
  return drawn.rows.flatMap((cells, row) => {
    const indicatorId = rows[row]?.indicatorId ?? '';
    // Before the years stand the words: name and unit.
    const numbers = cells.slice(cells.length - years.length);
    return numbers.flatMap(({ text }, index) => {
      const year = years[index];
      return text === '' || year === undefined ? [] : [{ indicatorId, year, text }];
    });
  });
}
