/** The axes of a chart part: the years below, one unit at the left, a second at the right. */
import type { FigureChart } from '../../../shared/domain/figure-chart.ts';
import type { FormatProfile } from '../../../shared/domain/format-profile.ts';
import { chartParagraph, chartText, solidFill } from './chart-style.ts';
import { type XmlElement, xml } from './xml-text.ts';

const lineColour = 'D9DDE3';

export function categoryAxisId(axis: number): number {
  return 100 + axis;
}

export function valueAxisId(axis: number): number {
  return 200 + axis;
}

export function chartAxes(chart: FigureChart, format: FormatProfile): XmlElement[] {
  return chart.units.flatMap((unit, axis) => [
    categoryAxis(axis, format),
    valueAxis(chart, unit, axis, format),
  ]);
}

function line(): XmlElement {
  return xml('c:spPr', {}, [xml('a:ln', { w: 9525 }, [solidFill(lineColour)])]);
}

function noTicks(labels: 'low' | 'nextTo'): XmlElement[] {
  return [
    xml('c:majorTickMark', { val: 'none' }),
    xml('c:minorTickMark', { val: 'none' }),
    xml('c:tickLblPos', { val: labels }),
  ];
}

/** A second value axis needs its own, which is not drawn. */
function categoryAxis(axis: number, format: FormatProfile): XmlElement {
  return xml('c:catAx', {}, [
    xml('c:axId', { val: categoryAxisId(axis) }),
    xml('c:scaling', {}, [xml('c:orientation', { val: 'minMax' })]),
    xml('c:delete', { val: axis === 0 ? 0 : 1 }),
    xml('c:axPos', { val: 'b' }),
    ...noTicks('low'),
    line(),
    chartText(format),
    xml('c:crossAx', { val: valueAxisId(axis) }),
    xml('c:crosses', { val: 'autoZero' }),
    xml('c:auto', { val: 0 }),
    xml('c:lblAlgn', { val: 'ctr' }),
    xml('c:lblOffset', { val: 100 }),
    xml('c:noMultiLvlLbl', { val: 1 }),
  ]);
}

function valueAxis(chart: FigureChart, unit: string, axis: number, format: FormatProfile): XmlElement {
  const values = chart.series.filter((one) => one.axis === axis).flatMap((one) => one.values);
  const isBelowZero = values.some((value) => value?.startsWith('-'));
  const fromZero = !isBelowZero && chart.fromZero[axis] === true;
  const title = xml('c:title', {}, [
    xml('c:tx', {}, [
      xml('c:rich', {}, [
        xml('a:bodyPr', { rot: 0, vert: 'horz' }),
        xml('a:lstStyle'),
        chartParagraph(format, unit),
      ]),
    ]),
    xml('c:overlay', { val: 0 }),
  ]);
  return xml('c:valAx', {}, [
    xml('c:axId', { val: valueAxisId(axis) }),
    xml('c:scaling', {}, [
      xml('c:orientation', { val: 'minMax' }),
      ...(fromZero ? [xml('c:min', { val: 0 })] : []),
    ]),
    xml('c:delete', { val: 0 }),
    xml('c:axPos', { val: axis === 0 ? 'l' : 'r' }),
    ...(axis === 0 ? [xml('c:majorGridlines', {}, [line()])] : []),
    ...(unit === '' ? [] : [title]),
    xml('c:numFmt', { formatCode: 'General', sourceLinked: 0 }),
    ...noTicks('nextTo'),
    xml('c:spPr', {}, [xml('a:ln', {}, [xml('a:noFill')])]),
    chartText(format),
    xml('c:crossAx', { val: categoryAxisId(axis) }),
    xml('c:crosses', { val: axis === 0 ? 'autoZero' : 'max' }),
    xml('c:crossBetween', { val: 'between' }),
  ]);
}
