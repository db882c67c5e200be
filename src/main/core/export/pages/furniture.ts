/** 页码 and 草稿, outside the text area. Source: GB/T 9704-2012, 7.5. */
import { type FormatProfile, pageNumberLineHeight } from '../../../../shared/domain/format-profile.ts';
import { aroundPageNumber, pageNumberSide } from '../../../../shared/domain/page-number.ts';
import type { DocumentPage } from '../../../../shared/domain/paged-document.ts';
import { halfPoint, lookOf, styled } from './looks.ts';
import { points } from './set-line.ts';
import { noIndents, setParagraph } from './text-part.ts';

type Furniture = DocumentPage['furniture'][number];

/** The text area of a page from left to right, in twips. */
export interface PageFrame {
  paper: { width: number; height: number };
  left: number;
  width: number;
}

export function pageFurniture(
  format: FormatProfile,
  number: number,
  { paper, left, width }: PageFrame,
  draft: boolean,
): Furniture[] {
  const { sizes, indents, grid } = format;
  const frame = { left, width };
  const side = pageNumberSide(format, number % 2 === 1 ? 'odd' : 'even');
  const { before, after } = aroundPageNumber(format);
  const indent = indents.pageNumber * sizes.pageNumber * halfPoint;
  const [numberLine = []] = setParagraph(
    [styled(`${before}${number}${after}`, lookOf(format, 'pageNumber', sizes.pageNumber))],
    {
      alignment: side,
      indents: { ...noIndents, first: side === 'left' ? indent : 0, right: side === 'right' ? indent : 0 },
    },
    frame,
  );
  const furniture: Furniture[] = [
    {
      kind: 'pageNumber',
      turned: false,
      top: points(paper.height - format.footerDistance - pageNumberLineHeight),
      height: points(pageNumberLineHeight),
      segments: numberLine,
    },
  ];
  if (!draft) return furniture;
  const [draftLine = []] = setParagraph(
    [styled('草稿', lookOf(format, 'mark'))],
    { alignment: 'right', indents: noIndents },
    frame,
  );
  furniture.unshift({
    kind: 'draft',
    turned: false,
    top: points(format.headerDistance),
    height: points(grid.linePitch),
    segments: draftLine,
  });
  return furniture;
}
