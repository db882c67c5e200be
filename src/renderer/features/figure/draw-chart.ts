/** Draws a chart as an SVG element. The drawing library is loaded when the first chart is to be seen, not at start. */

import { type ChartFrame, chartOption } from '../../../shared/chart/chart-option.ts';
import type { FigureChart } from '../../../shared/domain/figure-chart.ts';

/** Rejects when the library cannot be loaded or what it drew is no image. */
export async function drawChart(chart: FigureChart, frame: ChartFrame): Promise<Element> {
  const { chartSvg } = await import('../../../shared/chart/chart-engine.ts');
  const { width, height } = frame;
  const svg = chartSvg(chartOption(chart, frame), { width, height });
  const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
  if (documentElement.querySelector('parsererror') !== null) throw new Error('the drawing is no image');
  // Its numbers are told in words beside it; the pieces of the drawing say nothing to a screen reader.
  documentElement.setAttribute('aria-hidden', 'true');
  return document.importNode(documentElement, true);
}

/** Type of the interface: it grows with the large-type setting. */
export function interfaceType(): Pick<ChartFrame, 'fontFamily' | 'textSize'> {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  // The drawing puts the list into an attribute, where double quotes would end it.
  const fontFamily = getComputedStyle(document.body).fontFamily.replaceAll('"', "'");
  return { fontFamily, textSize: rem * 0.8125 };
}
