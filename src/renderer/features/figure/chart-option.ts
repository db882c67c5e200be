/** A chart as ECharts is told to draw it. Pure: the numbers' texts are the figure's own, floats only place them. */
import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { GridComponentOption, LegendComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import {
  type ChartSeries,
  chartColours,
  type FigureChart,
  seriesColour,
} from '../../../shared/domain/figure-chart.ts';

export type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption
>;

const ink = '#1f2329';
const quietInk = '#565d68';
const line = '#d9dde3';

export interface ChartType {
  fontFamily: string;
  /** In CSS pixels. */
  textSize: number;
}

/** Lines are told apart by their marks as well as by colour: most offices print in black. */
const marks = ['circle', 'rect', 'triangle', 'diamond'] as const;

export function chartOption(chart: FigureChart, type: ChartType): ChartOption {
  const { fontFamily, textSize } = type;
  const { years, units, series } = chart;
  const several = series.length > 1;
  const text = { fontFamily, fontSize: textSize, color: quietInk };
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: {
      left: 8,
      right: 16,
      top: textSize * 2.6,
      bottom: several ? textSize * 2.6 : 6,
      containLabel: true,
    },
    ...(several && {
      legend: {
        bottom: 0,
        itemWidth: 18,
        itemHeight: 10,
        selectedMode: false,
        type: 'plain',
        textStyle: { ...text, color: ink },
      },
    }),
    xAxis: {
      type: 'category',
      data: years.map((year) => `${year}年`),
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
    series: series.map((one, index) => seriesOption(chart, one, index, type)),
  };
}

function seriesOption(
  { years, series }: FigureChart,
  { name, form, axis, values }: ChartSeries,
  index: number,
  { fontFamily, textSize }: ChartType,
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
    labelLayout: { hideOverlap: true },
    label: {
      show: true,
      position: 'top' as const,
      fontFamily,
      fontSize: textSize,
      color: several ? colour : ink,
      formatter: ({ dataIndex }: { dataIndex: number }) => values[dataIndex] ?? '',
    },
    data: values.map((value, place) => ({
      value: value === null ? null : Number(value),
      ...(isLast(place) && {
        itemStyle: { color: thisYear },
        label: { color: thisYear, fontWeight: 'bold' as const },
      }),
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
