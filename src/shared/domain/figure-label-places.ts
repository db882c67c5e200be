/** On which side of its point each number of a line chart stands, so that neighbouring lines leave room. Pure. */
import type { FigureChart } from './figure-chart.ts';

export type LabelPlace = 'top' | 'bottom' | 'right' | 'left';

interface Extent {
  from: number;
  to: number;
}

function around(middle: number, height: number): Extent {
  return { from: middle - height / 2, to: middle + height / 2 };
}

function isFree(wanted: Extent, taken: readonly Extent[]): boolean {
  return taken.every(({ from, to }) => wanted.to <= from || wanted.from >= to);
}

/** How far below the drawing's upper edge each value stands, by series and year; null where there is none. */
function heights({ series, units, fromZero }: FigureChart, plotHeight: number): (number | null)[][] {
  // Floats place a mark on the screen; the number itself is told by its text.
  const ranges = units.map((_, axis) => {
    const values = series
      .filter((one) => one.axis === axis)
      .flatMap(({ values: all }) => all.flatMap((value) => (value === null ? [] : [Number(value)])));
    const lowest = Math.min(...values);
    const least = fromZero[axis] === true ? Math.min(0, lowest) : lowest;
    return { least, greatest: Math.max(...values, least + Number.EPSILON) };
  });
  return series.map(({ axis, values }) => {
    const { least, greatest } = ranges[axis] ?? { least: 0, greatest: 1 };
    return values.map((value) =>
      value === null ? null : ((greatest - Number(value)) / (greatest - least)) * plotHeight,
    );
  });
}

/**
 * The place of each number, by series and year: above its point where nothing stands there, else below, else beside it.
 * `plotHeight` and `textSize` in one unit, whichever it is.
 */
export function labelPlaces(chart: FigureChart, plotHeight: number, textSize: number): LabelPlace[][] {
  const places = chart.series.map(({ values }) => values.map((): LabelPlace => 'top'));
  const all = heights(chart, plotHeight);
  chart.years.forEach((_, year) => {
    const points = all
      .flatMap((ofSeries, series) => {
        const height = ofSeries[year];
        return height === null || height === undefined ? [] : [{ series, height }];
      })
      .toSorted((a, b) => a.height - b.height);
    const markHeight = textSize * 0.6;
    const inLine: Extent[] = points.map(({ height }) => around(height, markHeight));
    const beside: Record<'right' | 'left', Extent[]> = { right: [], left: [] };
    const away = markHeight / 2 + textSize * 0.7;
    points.forEach(({ series, height }, index) => {
      const others = inLine.filter((_extent, at) => at !== index);
      const above = around(height - away, textSize);
      const below = around(height + away, textSize);
      const level = around(height, textSize);
      const ofSeries = places[series];
      if (ofSeries === undefined) return;
      if (isFree(above, others)) inLine.push(above);
      else if (isFree(below, others) && below.to < plotHeight) {
        ofSeries[year] = 'bottom';
        inLine.push(below);
      } else {
        const side = isFree(level, beside.right) ? 'right' : 'left';
        ofSeries[year] = side;
        beside[side].push(level);
      }
    });
  });
  return places;
}
