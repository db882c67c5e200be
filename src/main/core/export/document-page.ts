/** The pages of the .docx: upright ones, and those of a wide table, which are turned when they are bound. */
import {
  AlignmentType,
  BorderStyle,
  DocumentGridType,
  Footer,
  Header,
  HeightRule,
  type ISectionOptions,
  type ISectionPropertiesOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  WidthType,
} from 'docx';
import {
  type FormatProfile,
  pageNumberLineHeight,
  textAreaWidth,
} from '../../../shared/domain/format-profile.ts';
import { fontsOf, styleIds } from './style-parts.ts';

export function uprightPage(format: FormatProfile): ISectionPropertiesOptions {
  const { page } = format;
  const { top, right, bottom, left } = page;
  return {
    page: {
      size: { width: page.width, height: page.height },
      margin: { top, right, bottom, left, ...furnitureDistances(format) },
    },
    grid: lineGrid(format),
  };
}

function furnitureDistances({ headerDistance, footerDistance }: FormatProfile) {
  return { header: headerDistance, footer: footerDistance, gutter: 0 };
}

function lineGrid({ grid }: FormatProfile) {
  return { type: DocumentGridType.LINES, linePitch: grid.linePitch };
}

/**
 * A page turned clockwise for reading: the left edge of the bound page is its top, which is the binding side of an odd
 * page and the cut side of an even one, as the standard has the head of a table (GB/T 9704-2012, 8). Its page number
 * stands where those of the other pages do, and so is turned and beside the text.
 */
export function turnedSection(
  format: FormatProfile,
  draft: Header | null,
  children: ISectionOptions['children'],
): ISectionOptions {
  const { page } = format;
  const marks = draft === null ? [] : draft.options.children;
  const header = (side: 'left' | 'right') =>
    new Header({
      children: [...marks, turnedPageNumber(format, side), new Paragraph({ style: styleIds.anchor })],
    });
  const none = () => new Footer({ children: [new Paragraph({ style: styleIds.anchor })] });
  return {
    properties: {
      page: {
        // The docx package turns what it is told of an upright page.
        size: { width: page.width, height: page.height, orientation: PageOrientation.LANDSCAPE },
        margin: {
          top: page.left,
          right: page.top,
          bottom: page.right,
          left: page.bottom,
          ...furnitureDistances(format),
        },
      },
      grid: lineGrid(format),
    },
    headers: { default: header('right'), even: header('left') },
    footers: { default: none(), even: none() },
    children,
  };
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** A cell as long as the text area is high, beside it, with its text turned: a frame cannot turn text. */
function turnedPageNumber(format: FormatProfile, side: 'left' | 'right'): Table {
  const indent = format.indents.pageNumber * format.sizes.pageNumber * 10;
  const font = fontsOf(format, 'pageNumber');
  const size = { size: pageNumberLineHeight, type: WidthType.DXA };
  const cell = new TableCell({
    width: size,
    textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
    children: [
      new Paragraph({
        style: styleIds.pageNumber,
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'right' ? { right: indent } : { left: indent },
        children: [new TextRun({ font, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
  return new Table({
    columnWidths: [pageNumberLineHeight],
    width: size,
    layout: TableLayoutType.FIXED,
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: format.footerDistance,
      verticalAnchor: TableAnchorType.PAGE,
      absoluteVerticalPosition: format.page.left,
    },
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    margins: { left: 0, right: 0, marginUnitType: WidthType.DXA },
    rows: [
      new TableRow({ height: { value: textAreaWidth(format), rule: HeightRule.EXACT }, children: [cell] }),
    ],
  });
}
