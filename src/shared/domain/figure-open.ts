/** What a figure still lacks before it may be printed in a formal document. */
import { figureChart } from './figure-chart.ts';
import type { FigureContent } from './figure-content.ts';

export interface OpenFigureNumber {
  indicatorId: string;
  name: string;
  year: number;
  state: 'missing' | 'carried';
}

/**
 * Its missing and carried numbers, row by row. Of a chart in which nothing can be drawn each row counts as missing in
 * the report's year: it would be printed as an empty frame.
 */
export function openNumbersOf(content: FigureContent): OpenFigureNumber[] {
  const isBlank = content.form !== 'table' && figureChart(content).series.length === 0;
  return content.rows.flatMap(({ indicatorId, name, cells }) =>
    cells.flatMap(({ year, state }, index): OpenFigureNumber[] => {
      if (isBlank && index === cells.length - 1) return [{ indicatorId, name, year, state: 'missing' }];
      return state === 'missing' || state === 'carried' ? [{ indicatorId, name, year, state }] : [];
    }),
  );
}
