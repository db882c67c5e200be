/** Composes a laid-out report into its pages: what the preview draws and the .pdf is printed from. */
import type { FormatProfile } from '../../../../shared/domain/format-profile.ts';
import type { DocumentPage, PagedDocument } from '../../../../shared/domain/paged-document.ts';
import { elementText, type LaidOutReport } from '../layout-model.ts';
import { placeSignature } from '../signature-placement.ts';
import { chartDrawing, noDrawing } from './chart-drawing.ts';
import { type Composition, type DrawChart, pageAreas } from './composition.ts';
import { elementParts } from './element-parts.ts';
import type { FlowPart } from './flow.ts';
import { pageFurniture } from './furniture.ts';
import { paginate } from './paginate.ts';
import { points } from './set-line.ts';

function reportParts(layout: LaidOutReport, composition: Composition): FlowPart[] {
  const { elements } = layout;
  const { grid, indents } = composition.format;
  const textOf = (kind: 'signature' | 'date') =>
    elements.flatMap((element) => (element.kind === kind ? [elementText(element)] : [])).join('');
  const placement = placeSignature(textOf('signature'), textOf('date'), {
    characters: grid.characters,
    right: indents.signatureRight,
    shift: indents.dateAfterSignature,
  });
  return elements.flatMap((element, index) => {
    const previous = elements[index - 1]?.kind ?? null;
    const next = elements[index + 1]?.kind ?? null;
    return elementParts(element, { previous, next, placement }, composition);
  });
}

/** The pages of a report whose charts `drawChart` draws. See composeDocument. */
export function composePages(
  layout: LaidOutReport,
  format: FormatProfile,
  drawChart: DrawChart,
): PagedDocument {
  const draft = layout.mode === 'draft';
  const composition: Composition = { format, draft, areas: pageAreas(format), drawChart };
  const filled = paginate(reportParts(layout, composition), composition.areas);
  const { width, height } = format.page;
  const pages = filled.map(({ landscape, lines, blocks }, index): DocumentPage => {
    const number = index + 1;
    return {
      number,
      width: points(landscape ? height : width),
      height: points(landscape ? width : height),
      landscape,
      lines,
      blocks,
      furniture: pageFurniture(format, number, landscape, draft),
    };
  });
  return { title: layout.title, organization: layout.organization, pages };
}

/**
 * A report on its pages, each line, cell and drawing at its place: the same for the same layout and format, whatever
 * fonts a computer has. Lines and pages are those that Word, WPS and LibreOffice make of the .docx of the same layout.
 * No character is lost; what does not fit on a page is continued on the next. The library for charts is loaded only
 * where there are any.
 */
export async function composeDocument(layout: LaidOutReport, format: FormatProfile): Promise<PagedDocument> {
  const hasChart = layout.elements.some(
    (element) => element.kind === 'figure' && element.drawn.kind === 'chart',
  );
  return composePages(layout, format, hasChart ? await chartDrawing(format) : noDrawing);
}
