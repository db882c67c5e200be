/** The paragraph of the page number, at the foot of an upright page and beside a turned one. */
import { AlignmentType, PageNumber, Paragraph, TextRun } from 'docx';
import type { FormatProfile } from '../../../shared/domain/format-profile.ts';
import { aroundPageNumber, pageNumberSide } from '../../../shared/domain/page-number.ts';
import { fontsOf, styleIds } from './style-parts.ts';

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** By the national standard «— 1 —», one character in from the outer edge (GB/T 9704-2012, 7.5). */
export function pageNumberParagraph(format: FormatProfile, pages: 'odd' | 'even'): Paragraph {
  const side = pageNumberSide(format, pages);
  const { before, after } = aroundPageNumber(format);
  const indent = format.indents.pageNumber * format.sizes.pageNumber * 10;
  return new Paragraph({
    style: styleIds.pageNumber,
    alignment: alignments[side],
    ...(side === 'center' ? {} : { indent: { [side]: indent } }),
    children: [
      new TextRun({ font: fontsOf(format, 'pageNumber'), children: [before, PageNumber.CURRENT, after] }),
    ],
  });
}
