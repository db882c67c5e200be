/** A chart as a part of a .docx (ISO/IEC 29500-1, 21.2), which Word and WPS draw and let a person edit. */
import {
  type ChartSeries,
  chartColours,
  type FigureChart,
  seriesColour,
  shownPlaces,
} from '../../../shared/domain/figure-chart.ts';
import { yearTitles } from '../../../shared/domain/figure-content.ts';
import { type LabelPlace, labelPlaces } from '../../../shared/domain/figure-label-places.ts';
import type { FormatProfile } from '../../../shared/domain/format-profile.ts';
import { categoryAxisId, chartAxes, valueAxisId } from './chart-axes.ts';
import { chartText, solidFill } from './chart-style.ts';
import { type XmlElement, xml, xmlDocument } from './xml-text.ts';

export const chartNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const drawingNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const relationshipNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The sheet of the workbook behind the chart; see chart-workbook.ts. */
export const sheetName = 'Sheet1';
const markers = ['circle', 'square', 'triangle', 'diamond'] as const;

/** «排查纠纷数», with its unit where the chart has two. */
export function seriesTitle({ units }: FigureChart, { name, unit }: ChartSeries): string {
  return units.length > 1 && unit !== '' ? `${name}（${unit}）` : name;
}

export function categoryTitles({ years }: FigureChart): string[] {
  return yearTitles(years);
}

/**
 * The chart part. Its numbers stand in the caches, so that it is drawn without opening the workbook that `workbookId`
 * names. A year without a number leaves a gap.
 */
export function chartPart(chart: FigureChart, format: FormatProfile, workbookId: string): string {
  const several = chart.series.length > 1;
  const plot = xml('c:plotArea', {}, [
    xml('c:layout'),
    ...groups(chart, format),
    ...chartAxes(chart, format),
  ]);
  const legend = xml('c:legend', {}, [
    xml('c:legendPos', { val: 'b' }),
    xml('c:overlay', { val: 0 }),
    chartText(format),
  ]);
  const root = xml(
    'c:chartSpace',
    { 'xmlns:c': chartNamespace, 'xmlns:a': drawingNamespace, 'xmlns:r': relationshipNamespace },
    [
      xml('c:date1904', { val: 0 }),
      xml('c:roundedCorners', { val: 0 }),
      xml('c:chart', {}, [
        xml('c:autoTitleDeleted', { val: 1 }),
        plot,
        ...(several ? [legend] : []),
        xml('c:plotVisOnly', { val: 1 }),
        xml('c:dispBlanksAs', { val: 'gap' }),
      ]),
      xml('c:spPr', {}, [xml('a:noFill'), xml('a:ln', {}, [xml('a:noFill')])]),
      chartText(format),
      xml('c:externalData', { 'r:id': workbookId }, [xml('c:autoUpdate', { val: 0 })]),
    ],
  );
  return xmlDocument(root);
}

/** One group for each axis and form that the series have. */
function groups(chart: FigureChart, format: FormatProfile): XmlElement[] {
  const indexed = chart.series.map((series, index) => ({ series, index }));
  const byAxis = Map.groupBy(indexed, ({ series }) => series.axis);
  return [...byAxis].map(([axis, members]) => {
    const form = members[0]?.series.form ?? chart.form;
    const series = members.map(({ series: one, index }) => seriesElement(chart, one, index, format));
    const axes = [xml('c:axId', { val: categoryAxisId(axis) }), xml('c:axId', { val: valueAxisId(axis) })];
    const varied = xml('c:varyColors', { val: 0 });
    return form === 'column'
      ? xml('c:barChart', {}, [
          xml('c:barDir', { val: 'col' }),
          xml('c:grouping', { val: 'clustered' }),
          varied,
          ...series,
          xml('c:gapWidth', { val: 80 }),
          ...axes,
        ])
      : xml('c:lineChart', {}, [
          xml('c:grouping', { val: 'standard' }),
          varied,
          ...series,
          xml('c:marker', { val: 1 }),
          ...axes,
        ]);
  });
}

function seriesElement(
  chart: FigureChart,
  series: ChartSeries,
  index: number,
  format: FormatProfile,
): XmlElement {
  const several = chart.series.length > 1;
  const isColumn = series.form === 'column';
  const column = columnName(index + 1);
  const last = chart.years.length + 1;
  const quiet = isColumn ? chartColours.otherYears : chartColours.series[0];
  const colour = several ? seriesColour(index) : quiet;
  const look = isColumn
    ? [xml('c:spPr', {}, [solidFill(colour)]), xml('c:invertIfNegative', { val: 0 })]
    : [xml('c:spPr', {}, [strokeOf(colour)]), markerOf(index, colour)];
  return xml('c:ser', {}, [
    xml('c:idx', { val: index }),
    xml('c:order', { val: index }),
    xml('c:tx', {}, [textReference(`${sheetName}!$${column}$1`, [seriesTitle(chart, series)])]),
    ...look,
    ...(several ? [] : [thisYearsPoint(chart, isColumn, index)]),
    dataLabels(chart, series, index, format),
    xml('c:cat', {}, [textReference(`${sheetName}!$A$2:$A$${last}`, categoryTitles(chart))]),
    xml('c:val', {}, [numberReference(`${sheetName}!$${column}$2:$${column}$${last}`, series)]),
    ...(isColumn ? [] : [xml('c:smooth', { val: 0 })]),
  ]);
}

/** «A» for 0, «AA» for 26. */
function columnName(index: number): string {
  const letter = String.fromCharCode('A'.charCodeAt(0) + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

function strokeOf(colour: string): XmlElement {
  return xml('a:ln', { w: 28575, cap: 'rnd' }, [solidFill(colour), xml('a:round')]);
}

function markerOf(index: number, colour: string): XmlElement {
  return xml('c:marker', {}, [
    xml('c:symbol', { val: markers[index % markers.length] ?? markers[0] }),
    xml('c:size', { val: 7 }),
    xml('c:spPr', {}, [solidFill(colour)]),
  ]);
}

/** This year in 公文红, where one indicator is shown. */
function thisYearsPoint(chart: FigureChart, isColumn: boolean, index: number): XmlElement {
  const { thisYear } = chartColours;
  const place = xml('c:idx', { val: chart.years.length - 1 });
  return isColumn
    ? xml('c:dPt', {}, [
        place,
        xml('c:invertIfNegative', { val: 0 }),
        xml('c:spPr', {}, [solidFill(thisYear)]),
      ])
    : xml('c:dPt', {}, [
        place,
        markerOf(index, thisYear),
        xml('c:spPr', {}, [strokeOf(chartColours.series[0])]),
      ]);
}

/** «0», «0.00»: as many digits as the numbers are shown with. */
function formatCode({ values }: ChartSeries): string {
  const places = Math.max(0, ...values.map((value) => (value === null ? 0 : shownPlaces(value))));
  return places === 0 ? '0' : `0.${'0'.repeat(places)}`;
}

function dataLabels(
  chart: FigureChart,
  series: ChartSeries,
  index: number,
  format: FormatProfile,
): XmlElement {
  const overColumns = series.form !== chart.form;
  const look = [
    xml('c:numFmt', { formatCode: formatCode(series), sourceLinked: 0 }),
    // A line may cross columns: its numbers stay readable there.
    xml('c:spPr', {}, [overColumns ? solidFill('FFFFFF') : xml('a:noFill')]),
    chartText(format),
  ];
  const moved = placesOf(chart, format)[index] ?? [];
  const single = moved.flatMap((place, year) =>
    place === 'top'
      ? []
      : [xml('c:dLbl', {}, [xml('c:idx', { val: year }), ...look, ...labelAt(sides[place])])],
  );
  return xml('c:dLbls', {}, [...single, ...look, ...labelAt(series.form === 'column' ? 'outEnd' : 't')]);
}

const sides: Record<LabelPlace, string> = { top: 't', bottom: 'b', right: 'r', left: 'l' };

/** A label shows its number and nothing else. */
function labelAt(position: string): XmlElement[] {
  return [
    xml('c:dLblPos', { val: position }),
    xml('c:showLegendKey', { val: 0 }),
    xml('c:showVal', { val: 1 }),
    xml('c:showCatName', { val: 0 }),
    xml('c:showSerName', { val: 0 }),
    xml('c:showPercent', { val: 0 }),
    xml('c:showBubbleSize', { val: 0 }),
  ];
}

/** Of the chart's height this much is left for the lines themselves, beside years and names. */
const plotShare = 0.65;

/** Neighbouring lines leave each other's numbers room; columns have it above. */
function placesOf(chart: FigureChart, { chart: { size, lines }, grid }: FormatProfile): LabelPlace[][] {
  if (chart.form === 'column') return [];
  const points = (lines * grid.linePitch) / 20;
  return labelPlaces(chart, points * plotShare, size / 2);
}

function point(index: number, value: string): XmlElement {
  return xml('c:pt', { idx: index }, [xml('c:v', {}, [value])]);
}

function textReference(formula: string, texts: readonly string[]): XmlElement {
  return xml('c:strRef', {}, [
    xml('c:f', {}, [formula]),
    xml('c:strCache', {}, [
      xml('c:ptCount', { val: texts.length }),
      ...texts.map((text, index) => point(index, text)),
    ]),
  ]);
}

function numberReference(formula: string, series: ChartSeries): XmlElement {
  const points = series.values.flatMap((value, index) => (value === null ? [] : [point(index, value)]));
  return xml('c:numRef', {}, [
    xml('c:f', {}, [formula]),
    xml('c:numCache', {}, [
      xml('c:formatCode', {}, [formatCode(series)]),
      xml('c:ptCount', { val: series.values.length }),
      ...points,
    ]),
  ]);
}
