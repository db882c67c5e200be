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

/** The parts of an element, made or remembered. */
type PartsOf = typeof elementParts;

function reportParts(layout: LaidOutReport, composition: Composition, partsOf: PartsOf): FlowPart[] {
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
    return partsOf(element, { previous, next, placement }, composition);
  });
}

function composePages(
  layout: LaidOutReport,
  format: FormatProfile,
  drawChart: DrawChart,
  partsOf: PartsOf,
): PagedDocument {
  const draft = layout.mode === 'draft';
  const composition: Composition = { format, draft, areas: pageAreas(format), drawChart };
  const filled = paginate(reportParts(layout, composition, partsOf), composition.areas);
  const { width, height } = format.page;
  const pages = filled.map(({ landscape, lines, blocks }, index): DocumentPage => {
    const number = index + 1;
    const paper = landscape ? { width: height, height: width } : { width, height };
    const { left, width: textWidth } = landscape ? composition.areas.landscape : composition.areas.upright;
    return {
      number,
      width: points(paper.width),
      height: points(paper.height),
      landscape,
      lines,
      blocks,
      furniture: pageFurniture(format, number, { paper, left, width: textWidth }, draft),
    };
  });
  return { title: layout.title, organization: layout.organization, pages };
}

/** Composes reports and remembers the parts of the last one, so that a change in it costs what it changes. */
export interface PageComposer {
  /** See composeDocument. */
  compose(layout: LaidOutReport, format: FormatProfile): Promise<PagedDocument>;
}

export function createPageComposer(): PageComposer {
  let remembered = { as: '', parts: new Map<string, FlowPart[]>() };
  return {
    async compose(layout, format) {
      const hasChart = layout.elements.some(
        (element) => element.kind === 'figure' && element.drawn.kind === 'chart',
      );
      const drawChart = hasChart ? await chartDrawing(format) : noDrawing;
      const as = JSON.stringify([format, layout.mode]);
      const known = remembered.as === as ? remembered.parts : new Map<string, FlowPart[]>();
      const parts = new Map<string, FlowPart[]>();
      const partsOf: PartsOf = (element, around, composition) => {
        // Only organ and date stand where both of them say; they change rarely.
        const isPlaced = element.kind === 'signature' || element.kind === 'date';
        const key = JSON.stringify([
          element,
          around.previous,
          around.next,
          isPlaced ? around.placement : null,
        ]);
        const made = known.get(key) ?? parts.get(key) ?? elementParts(element, around, composition);
        parts.set(key, made);
        return made;
      };
      const document = composePages(layout, format, drawChart, partsOf);
      // What the last report does not need is forgotten: the memory is as large as one report.
      remembered = { as, parts };
      return document;
    },
  };
}

/**
 * A report on its pages, each line, cell and drawing at its place: the same for the same layout and format, whatever
 * fonts a computer has. Lines and pages are those that Word, WPS and LibreOffice make of the .docx of the same layout.
 * No character is lost; what does not fit on a page is continued on the next. The library for charts is loaded only
 * where there are any.
 */
export function composeDocument(layout: LaidOutReport, format: FormatProfile): Promise<PagedDocument> {
  return createPageComposer().compose(layout, format);
}
