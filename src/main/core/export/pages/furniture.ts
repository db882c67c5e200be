/** 页码 and 草稿, outside the text area. Source: GB/T 9704-2012, 7.5. */
import { type FormatProfile, pageNumberLineHeight } from '../../../../shared/domain/format-profile.ts';
import type { DocumentPage } from '../../../../shared/domain/paged-document.ts';
import { halfPoint, lookOf, styled } from './looks.ts';
import { points } from './set-line.ts';
import { noIndents, setParagraph } from './text-part.ts';

type Furniture = DocumentPage['furniture'][number];

/** The upright page, also for one that is turned: its number stands where the others have theirs. */
export function pageFurniture(
  format: FormatProfile,
  number: number,
  landscape: boolean,
  draft: boolean,
): Furniture[] {
  const { page, sizes, indents, grid } = format;
  const side = number % 2 === 1 ? 'right' : 'left';
  const indent = indents.pageNumber * sizes.pageNumber * halfPoint;
  const paper = landscape ? { width: page.height, height: page.width } : page;
  const margins = landscape ? { left: page.bottom, right: page.top } : page;
  const frame = { left: margins.left, width: paper.width - margins.left - margins.right };
  const [numberLine = []] = setParagraph(
    [styled(`— ${number} —`, lookOf(format, 'pageNumber', sizes.pageNumber))],
    {
      alignment: side,
      indents: { first: side === 'left' ? indent : 0, others: 0, right: side === 'right' ? indent : 0 },
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
