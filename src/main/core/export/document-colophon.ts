/** 版记 of the .docx: a table that stands on the bottom of the text area. Source: GB/T 9704-2012, 7.4. */
import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  Paragraph,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import { type FormatProfile, textAreaWidth } from '../../../shared/domain/format-profile.ts';
import { run } from './document-run.ts';
import { colophonRows, copyToLabel } from './layout-lines.ts';
import type { Colophon } from './layout-model.ts';
import { styleIds } from './style-parts.ts';
import { textWidth } from './text-width.ts';

/** Border widths are told in eighths of a point. */
function rule(twips: number) {
  return { style: BorderStyle.SINGLE, size: Math.round((twips / 20) * 8), color: '000000' };
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/**
 * Anchored to the paragraph behind it and placed from the bottom of the page's text area, so that its last rule stands
 * on that edge however the pages break.
 */
export function colophonTable(colophon: Colophon, format: FormatProfile): Table {
  const { outerRule, innerRule, indent, size } = format.colophon;
  const width = textAreaWidth(format);
  const margin = indent * size * 10;
  const label = Math.round(textWidth(copyToLabel) * size * 10);
  const half = Math.floor(width / 2);
  const rows = colophonRows(colophon);
  return new Table({
    columnWidths: [half, width - half],
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      absoluteHorizontalPosition: 0,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
    },
    borders: {
      top: rule(outerRule),
      bottom: rule(outerRule),
      insideHorizontal: rule(innerRule),
      left: none,
      right: none,
      insideVertical: none,
    },
    margins: { left: 0, right: 0, marginUnitType: WidthType.DXA },
    rows: rows.map((texts) => {
      const [first = '', second] = texts;
      const cells =
        second === undefined
          ? [
              cell(first, width, 2, format, {
                indent: { left: margin + label, right: margin, hanging: label },
              }),
            ]
          : [
              cell(first, half, 1, format, { indent: { left: margin } }),
              cell(second, width - half, 1, format, {
                indent: { right: margin },
                alignment: AlignmentType.RIGHT,
              }),
            ];
      return new TableRow({ cantSplit: true, children: cells });
    }),
  });
}

function cell(
  text: string,
  width: number,
  columnSpan: number,
  format: FormatProfile,
  options: IParagraphOptions,
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(columnSpan > 1 ? { columnSpan } : {}),
    children: [
      new Paragraph({
        style: styleIds.colophon,
        children: text === '' ? [] : [run(format, 'body', text)],
        ...options,
      }),
    ],
  });
}
