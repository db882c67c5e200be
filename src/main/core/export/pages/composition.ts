/** What every part of a document is composed with. */
import type { FigureChart } from '../../../../shared/domain/figure-chart.ts';
import { type FormatProfile, textAreaWidth } from '../../../../shared/domain/format-profile.ts';
import type { Area } from './flow.ts';
import type { PageAreas } from './paginate.ts';
import type { LineFrame } from './set-line.ts';

/** An SVG document of a chart. Width and height are points. */
export type DrawChart = (chart: FigureChart, size: { width: number; height: number }) => string;

export interface Composition {
  format: FormatProfile;
  /** Marks what is not decided yet. */
  draft: boolean;
  areas: PageAreas;
  drawChart: DrawChart;
}

/**
 * The text areas of both kinds of pages, as high as their whole lines. A landscape page is an upright one turned
 * clockwise: what was its left margin is at the top.
 */
export function pageAreas(format: FormatProfile): PageAreas {
  const { page, grid } = format;
  const upright: Area = {
    left: page.left,
    top: page.top,
    width: textAreaWidth(format),
    height: page.height - page.top - page.bottom,
  };
  return {
    upright: { ...upright, height: Math.min(upright.height, grid.lines * grid.linePitch) },
    landscape: { left: page.bottom, top: page.left, width: upright.height, height: upright.width },
  };
}

export function uprightFrame({ areas }: Composition): LineFrame {
  return { left: areas.upright.left, width: areas.upright.width };
}
