/** One page's objects. Source: GB/T 33190-2016, 7.7 (page), 8 (graphic units). */
import type { DocumentPage, PageLine, PageSegment } from '../../../../shared/domain/paged-document.ts';
import { type XmlElement, xml } from '../xml-text.ts';
import { readChartDrawing } from './chart-drawing.ts';
import type { FontTable } from './font-table.ts';
import type { ObjectIds } from './object-ids.ts';
import { millimetres, numberList } from './page-units.ts';
import { pathObject, rulePath } from './path-object.ts';
import { textObject } from './text-object.ts';

export const ofdNamespace = 'http://www.ofdspec.org/2016';

/** From a line's middle down to its baseline, in sizes: Chinese type stands 0.86 above and 0.14 below. */
const baselineBelowMiddle = 0.36;

interface PageWriter {
  fonts: FontTable;
  ids: ObjectIds;
}

/** The page's part. Objects are in reading order, which is the order in which readers take the text out. */
export function pageContent(page: DocumentPage, writer: PageWriter): XmlElement {
  const { ids } = writer;
  const layer = ids.next();
  const objects = [
    ...page.blocks.flatMap((block) => blockObjects(block, writer)),
    ...lineObjects(page.furniture, writer),
  ];
  const box = numberList([0, 0, page.width, page.height].map(millimetres));
  return xml('ofd:Page', { 'xmlns:ofd': ofdNamespace }, [
    xml('ofd:Area', {}, [xml('ofd:PhysicalBox', {}, [box])]),
    xml('ofd:Content', {}, [xml('ofd:Layer', { ID: layer, Type: 'Body' }, objects)]),
  ]);
}

type Block = DocumentPage['blocks'][number];

function blockObjects(block: Block, writer: PageWriter): XmlElement[] {
  switch (block.kind) {
    case 'text':
      return lineObjects(block.lines, writer);
    case 'rule':
      return [pathObject(rulePath(block.rule), writer.ids.next())];
    case 'table':
      return [
        ...block.rules.map((rule) => pathObject(rulePath(rule), writer.ids.next())),
        ...block.rows.flat().flatMap(({ lines }) => lineObjects(lines, writer)),
      ];
    case 'chart':
      return chartObjects(block, writer);
  }
}

function lineObjects(lines: readonly PageLine[], writer: PageWriter): XmlElement[] {
  return lines.flatMap(({ top, height, segments }) =>
    segments
      .filter(({ text }) => text !== '')
      .map((segment) => segmentObject(segment, top + height / 2, writer)),
  );
}

function segmentObject(segment: PageSegment, middle: number, { fonts, ids }: PageWriter): XmlElement {
  const { text, left, size, letterSpacing, color, font } = segment;
  const advances = [...text].map((character) => fonts.advance(character, size) + letterSpacing);
  const baseline = middle + baselineBelowMiddle * size;
  return textObject(
    { text, left, baseline, size, advances, color, bold: false },
    fonts.idOf(font),
    ids.next(),
  );
}

type Chart = Extract<Block, { kind: 'chart' }>;

function chartObjects({ svg, left, top, width }: Chart, { fonts, ids }: PageWriter): XmlElement[] {
  const drawn = Number(/<svg[^>]*\bwidth="([\d.]+)"/.exec(svg)?.[1] ?? width);
  const { paths, words } = readChartDrawing(svg, { left, top, scale: width / drawn });
  return [
    ...paths.map((path) => pathObject(path, ids.next())),
    ...words.map(({ text, x, y, size, anchor, color, bold }) => {
      const advances = [...text].map((character) => fonts.advance(character, size));
      const length = advances.reduce((sum, advance) => sum + advance, 0);
      const shift = { start: 0, middle: length / 2, end: length }[anchor];
      const baseline = y + baselineBelowMiddle * size;
      const run = { text, left: x - shift, baseline, size, advances, color, bold };
      return textObject(run, fonts.idOf('body'), ids.next());
    }),
  ];
}
