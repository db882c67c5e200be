/** One page's objects. Source: GB/T 33190-2016, 7.7 (page), 8 (graphic units). */
import type { FormatProfile } from '../../../../shared/domain/format-profile.ts';
import { markColours } from '../../../../shared/domain/page-nodes.ts';
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
  format: FormatProfile;
  ids: ObjectIds;
}

/** The page's part. Objects are in reading order, which is the order in which readers take the text out. */
export function pageContent(page: DocumentPage, writer: PageWriter): XmlElement {
  const { ids } = writer;
  const layer = ids.next();
  const objects = [
    ...page.blocks.flatMap((block) => blockObjects(block, writer)),
    ...page.furniture.flatMap((line) => lineObjects([line], writer, line.turned ? page.width : null)),
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

/** `turnedWidth`: the width of the page with which the lines are turned by 90° clockwise; null for upright ones. */
function lineObjects(
  lines: readonly PageLine[],
  writer: PageWriter,
  turnedWidth: number | null = null,
): XmlElement[] {
  return lines.flatMap(({ top, height, segments }) => {
    const hanWriting = segments.find(({ font }) => font !== 'western');
    return segments
      .filter(({ text }) => text !== '')
      .flatMap((segment) => {
        // Letters and digits are as bold as the writing they stand in.
        const { font } = segment.font === 'western' ? (hanWriting ?? segment) : segment;
        const bold = font !== 'western' && writer.format.fonts[font].bold;
        const middle = top + height / 2;
        return [
          ...markObjects(segment, middle, writer),
          segmentObject(segment, { middle, bold, turnedWidth }, writer),
        ];
      });
  });
}

/** The colour behind what a draft marks. */
function markObjects(
  { mark, left, width, size }: PageSegment,
  middle: number,
  { ids }: PageWriter,
): XmlElement[] {
  if (mark === null) return [];
  const [top, bottom, right] = [middle - size / 2, middle + size / 2, left + width];
  const steps = [
    { kind: 'move', x: left, y: top },
    { kind: 'line', x: right, y: top },
    { kind: 'line', x: right, y: bottom },
    { kind: 'line', x: left, y: bottom },
    { kind: 'close' },
  ] as const;
  return [pathObject({ steps, fill: markColours[mark], stroke: null }, ids.next())];
}

function segmentObject(
  segment: PageSegment,
  { middle, bold, turnedWidth }: { middle: number; bold: boolean; turnedWidth: number | null },
  { fonts, ids }: PageWriter,
): XmlElement {
  const { text, left, size, letterSpacing, color, font } = segment;
  const advances = [...text].map((character) => fonts.advance(character, size) + letterSpacing);
  const baseline = middle + baselineBelowMiddle * size;
  return textObject(
    { text, left, baseline, size, advances, color, bold, turnedWidth },
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
      const run = { text, left: x - shift, baseline, size, advances, color, bold, turnedWidth: null };
      return textObject(run, fonts.idOf('body'), ids.next());
    }),
  ];
}
