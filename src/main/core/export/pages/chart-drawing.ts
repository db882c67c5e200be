/** Charts of the pages as SVG documents. */
import { chartOption } from '../../../../shared/chart/chart-option.ts';
import type { FormatProfile } from '../../../../shared/domain/format-profile.ts';
import type { DrawChart } from './composition.ts';

/** In the type of the text. Drawn on a scale of one point for one unit of the drawing. */
export async function chartDrawing(format: FormatProfile): Promise<DrawChart> {
  const { chartSvg } = await import('../../../../shared/chart/chart-engine.ts');
  const { name, fallbacks } = format.fonts.body;
  // The drawing puts the list into an attribute, where double quotes would end it.
  const families = [format.westernFont, name, ...fallbacks];
  const fontFamily = [...families.map((family) => `'${family.replaceAll(/['"]/gu, '')}'`), 'serif'].join(
    ', ',
  );
  const textSize = format.chart.size / 2;
  return (chart, size) => chartSvg(chartOption(chart, { ...size, fontFamily, textSize }), size);
}

/** For a report without charts. */
export const noDrawing: DrawChart = () => '';
