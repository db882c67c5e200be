/** A figure's content as a chart: series on at most two axes, one for each unit. Drawn on the screen and in the .docx. */
import type { FigureContent, FigureRow } from './figure-content.ts';

export type ChartForm = 'column' | 'line';

export interface ChartSeries {
  indicatorId: string;
  name: string;
  unit: string;
  /** Columns on a second axis would stand in front of those on the first: they are drawn as a line. */
  form: ChartForm;
  /** Index into the chart's units. */
  axis: number;
  /** Decimals as text at the indicator's precision, one for each year; null leaves a gap, never a zero. */
  values: (string | null)[];
}

export interface LeftOut {
  name: string;
  /** `unit`: a third unit has no axis; `date`: days are no quantity; `unknown`: the indicator does not exist. */
  reason: 'unit' | 'date' | 'unknown';
}

export interface FigureChart {
  form: ChartForm;
  years: number[];
  /** One for each axis: at most two. */
  units: string[];
  /** Of each axis: whether it begins at zero, without which a small change would look like a large one. */
  fromZero: boolean[];
  series: ChartSeries[];
  leftOut: LeftOut[];
}

const mostAxes = 2;

/**
 * The chart of a content. Indicators of the first two units are drawn, in the order of the rows; what cannot be drawn is
 * told in `leftOut`. A content for a table is drawn as columns.
 */
export function figureChart(content: FigureContent): FigureChart {
  const form = content.form === 'line' ? 'line' : 'column';
  const units: string[] = [];
  const series: ChartSeries[] = [];
  const leftOut: LeftOut[] = [];
  for (const row of content.rows) {
    const reason = reasonToLeaveOut(row);
    if (reason !== null) {
      leftOut.push({ name: row.name, reason });
      continue;
    }
    if (!units.includes(row.unit) && units.length < mostAxes) units.push(row.unit);
    const axis = units.indexOf(row.unit);
    if (axis === -1) leftOut.push({ name: row.name, reason: 'unit' });
    else {
      const { indicatorId, name, unit, cells } = row;
      const own = axis === 0 ? form : 'line';
      series.push({ indicatorId, name, unit, form: own, axis, values: cells.map(({ value }) => value) });
    }
  }
  // Lines of percentages near 100 would show nothing if they began at zero.
  const fromZero = units.map((unit, axis) => unit !== '%' || (axis === 0 && form === 'column'));
  return { form, years: content.years, units, fromZero, series, leftOut };
}

function reasonToLeaveOut({ kind }: FigureRow): LeftOut['reason'] | null {
  return kind === 'unknown' || kind === 'date' ? kind : null;
}

/** Digits after the point of a value as it is shown. */
export function shownPlaces(value: string): number {
  return value.split('.')[1]?.length ?? 0;
}

/**
 * RRGGBB, told apart in grey as well. Columns of one indicator are quiet and this year's is 公文红; several indicators
 * have a colour each.
 */
export const chartColours = {
  thisYear: 'B3312A',
  otherYears: '8E9AAB',
  series: ['2F5D8A', 'C77B1E', '17725A', '7A3E9D', '565D68', 'B3312A', '4C9AC4', '8A8D2A'],
} as const;

export function seriesColour(index: number): string {
  return chartColours.series[index % chartColours.series.length] ?? chartColours.otherYears;
}
