/** Tables and charts with their captions and notes on their pages. */
import type { PageSource } from '../../../../shared/domain/paged-document.ts';
import type { LaidOutFigure } from '../layout-model.ts';
import type { Composition } from './composition.ts';
import { type FlowPart, flowing } from './flow.ts';
import type { TextLook } from './glyphs.ts';
import { marked, styled, unsqueezed } from './looks.ts';
import { type Alignment, points } from './set-line.ts';
import { tablePart } from './table-part.ts';
import { noIndents, setParagraph, type TextRole, textPart } from './text-part.ts';

interface SmallText {
  text: string;
  look: TextLook;
  role: TextRole;
  alignment: Alignment;
}

/** 表题 stands above its table and 图题 below its chart; what else is said, below both. */
export function figureParts(figure: LaidOutFigure, composition: Composition): FlowPart[] {
  const { format, draft, areas } = composition;
  const { drawn, note, open, landscape } = figure;
  const source = { chapterId: figure.chapterId, paragraph: figure.paragraph };
  const area = landscape ? areas.landscape : areas.upright;
  const small = ({ text, look, role, alignment }: SmallText, keepNext: boolean): FlowPart =>
    textPart(
      setParagraph([styled(text, look)], { alignment, indents: noIndents }, area),
      { role, source, lineHeight: format.grid.linePitch },
      { keepNext, landscape },
    );
  const captionLook = unsqueezed(format, 'heading1', format.sizes.caption);
  const caption: SmallText = {
    text: figure.caption,
    look: marked(captionLook, draft && figure.carried ? 'carried' : null),
    role: 'caption',
    alignment: 'center',
  };
  const noteLook = unsqueezed(format, 'body', format.sizes.note);
  const openLook = marked(noteLook, draft ? 'missing' : null);
  const below = [
    ...(open === '' ? [] : [{ text: open, look: openLook }]),
    ...(note === '' ? [] : [{ text: note, look: noteLook }]),
  ].map(({ text, look }) => small({ text, look, role: 'note', alignment: 'left' }, false));
  if (drawn.kind === 'table') {
    return [small(caption, true), tablePart(drawn, { source, landscape, area }, composition), ...below];
  }
  const chart = drawn.chart.series.length === 0 ? [] : [chartPart(drawn, source, composition)];
  return [...chart, small(caption, false), ...below];
}

function chartPart(
  { chart, words }: Extract<LaidOutFigure['drawn'], { kind: 'chart' }>,
  source: PageSource,
  { format, areas, drawChart }: Composition,
): FlowPart {
  const { lines } = format.chart;
  const height = lines * format.grid.linePitch;
  const size = { width: points(areas.upright.width), height: points(height) };
  const svg = drawChart(chart, size);
  return {
    ...flowing,
    rows: [{ height, lines }],
    keepNext: true,
    draw: ({ top }, area) => [
      { kind: 'chart', source, left: points(area.left), top: points(top), ...size, svg, words },
    ],
  };
}
