/** A chart as ECharts is told to draw it. Pure: the numbers' texts are the figure's own, floats only place them. */
import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { GridComponentOption, LegendComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import { type ChartSeries, chartColours, type FigureChart, seriesColour } from '../domain/figure-chart.ts';
import { yearTitles } from '../domain/figure-content.ts';
import { type LabelPlace, labelPlaces } from '../domain/figure-label-places.ts';

export type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption
>;

const ink = '#1f2329';
const quietInk = '#565d68';
const line = '#d9dde3';

/** Width and height in CSS pixels, and the type of the place where the chart will stand. */
export interface ChartFrame {
  width: number;
  height: number;
  fontFamily: string;
  /** In CSS pixels. */
  textSize: number;
}

const legendMark = { width: 18, height: 10 } as const;
const legendGap = 10;

/** Lines that the names below the chart take. */
function legendLines({ series }: FigureChart, { width, textSize }: ChartFrame): number {
  let lines = 1;
  let used = 0;
  for (const { name } of series) {
    // Half-width characters count as whole ones: a line too many is better than one too few.
    const item = legendMark.width + legendGap / 2 + name.length * textSize + legendGap;
    if (used > 0 && used + item > width) {
      lines += 1;
      used = 0;
    }
    used += item;
  }
  return lines;
}

/** Lines are told apart by their marks as well as by colour: most offices print in black. */
const marks = ['circle', 'rect', 'triangle', 'diamond'] as const;

export function chartOption(chart: FigureChart, frame: ChartFrame): ChartOption {
  const { fontFamily, textSize } = frame;
  const { years, units, series } = chart;
  const several = series.length > 1;
  const top = textSize * 2.6;
  const bottom = several ? legendLines(chart, frame) * textSize * 1.9 + 6 : 6;
  // Columns stand beside each other and have room above.
  const places =
    chart.form === 'line' ? labelPlaces(chart, frame.height - top - bottom - textSize * 1.6, textSize) : [];
  const text = { fontFamily, fontSize: textSize, color: quietInk };
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: {
      left: 8,
      right: 16,
      top,
      bottom,
      // Room for the axes' numbers is taken from the plot, not from what stands around it.
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    ...(several && {
      legend: {
        bottom: 0,
        itemWidth: legendMark.width,
        itemHeight: legendMark.height,
        itemGap: legendGap,
        selectedMode: false,
        type: 'plain',
        textStyle: { ...text, color: ink },
      },
    }),
    xAxis: {
      type: 'category',
      data: yearTitles(years),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: line } },
      axisLabel: { ...text, hideOverlap: true },
    },
    yAxis: (units.length === 0 ? [''] : units).map((unit, axis) => ({
      type: 'value',
      name: unit,
      nameTextStyle: { ...text, align: axis === 0 ? 'right' : 'left' },
      position: axis === 0 ? 'left' : 'right',
      scale: chart.fromZero[axis] === false,
      splitNumber: 4,
      splitLine: { show: axis === 0, lineStyle: { color: line, type: 'dashed' } },
      axisLabel: text,
    })),
    series: series.map((one, index) => seriesOption(chart, one, index, places[index] ?? [], frame)),
  };
}

function seriesOption(
  { form: chartForm, years, series }: FigureChart,
  { name, form, axis, values }: ChartSeries,
  index: number,
  places: readonly LabelPlace[],
  { fontFamily, textSize }: ChartFrame,
): BarSeriesOption | LineSeriesOption {
  const several = series.length > 1;
  const colour = `#${several ? seriesColour(index) : chartColours.otherYears}`;
  const thisYear = `#${several ? seriesColour(index) : chartColours.thisYear}`;
  const isLast = (place: number) => place === years.length - 1;
  const shared = {
    name,
    yAxisIndex: axis,
    silent: true,
    emphasis: { disabled: true },
    // A line over columns keeps its numbers: their white edge parts them from what they cross.
    labelLayout: { hideOverlap: form === chartForm },
    label: {
      show: true,
      fontFamily,
      fontSize: textSize,
      color: several ? colour : ink,
      textBorderColor: '#fff',
      textBorderWidth: 3,
      formatter: ({ dataIndex }: { dataIndex: number }) => values[dataIndex] ?? '',
    },
    data: values.map((value, place) => ({
      value: value === null ? null : Number(value),
      label: {
        position: places[place] ?? 'top',
        ...(isLast(place) && { color: thisYear, fontWeight: 'bold' as const }),
      },
      ...(isLast(place) && { itemStyle: { color: thisYear } }),
    })),
  };
  if (form === 'column') {
    return { ...shared, type: 'bar', barMaxWidth: 44, itemStyle: { color: colour } };
  }
  const lineColour = several ? colour : `#${chartColours.series[0]}`;
  return {
    ...shared,
    type: 'line',
    connectNulls: false,
    symbol: marks[index % marks.length] ?? marks[0],
    symbolSize: 8,
    itemStyle: { color: lineColour },
    lineStyle: { color: lineColour, width: 2.5 },
  };
}
