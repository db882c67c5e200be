/** 页码 and 草稿, outside the text area. Source: GB/T 9704-2012, 7.5. */
import { pageNumberLineHeight } from '../../../../shared/domain/format-profile.ts';
import { aroundPageNumber, pageNumberSide } from '../../../../shared/domain/page-number.ts';
import type { DocumentPage } from '../../../../shared/domain/paged-document.ts';
import type { Composition } from './composition.ts';
import { halfPoint, lookOf, styled } from './looks.ts';
import { points } from './set-line.ts';
import { noIndents, setParagraph } from './text-part.ts';

type Furniture = DocumentPage['furniture'][number];

/**
 * On a page that is turned when bound the number stands where the other pages have theirs: its place is told as on an
 * upright page, and it is turned with it.
 */
export function pageFurniture(
  { format, draft, areas }: Pick<Composition, 'format' | 'draft' | 'areas'>,
  number: number,
  landscape: boolean,
): Furniture[] {
  const { page, sizes, indents, grid } = format;
  const { left, width } = areas.upright;
  const side = pageNumberSide(format, number % 2 === 1 ? 'odd' : 'even');
  const { before, after } = aroundPageNumber(format);
  const indent = indents.pageNumber * sizes.pageNumber * halfPoint;
  const [numberLine = []] = setParagraph(
    [styled(`${before}${number}${after}`, lookOf(format, 'pageNumber', sizes.pageNumber))],
    {
      alignment: side,
      indents: { ...noIndents, first: side === 'left' ? indent : 0, right: side === 'right' ? indent : 0 },
    },
    { left, width },
  );
  const furniture: Furniture[] = [
    {
      kind: 'pageNumber',
      turned: landscape,
      top: points(page.height - format.footerDistance - pageNumberLineHeight),
      height: points(pageNumberLineHeight),
      segments: numberLine,
    },
  ];
  if (!draft) return furniture;
  const [draftLine = []] = setParagraph(
    [styled('草稿', lookOf(format, 'mark'))],
    { alignment: 'right', indents: noIndents },
    landscape ? areas.landscape : areas.upright,
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
