/** The page number as a format wants it: the same for the .docx and for the pages on the screen. */
import type { FormatProfile } from './format-profile-schema.ts';

const around: Record<FormatProfile['pageNumber']['form'], { before: string; after: string }> = {
  // GB/T 9704-2012, 7.5.
  dashes: { before: '— ', after: ' —' },
  hyphens: { before: '- ', after: ' -' },
  plain: { before: '', after: '' },
  words: { before: '第', after: '页' },
};

/** What stands before and after the number itself. */
export function aroundPageNumber({ pageNumber }: FormatProfile): { before: string; after: string } {
  return around[pageNumber.form];
}

/** Where the number stands on odd or even pages. */
export function pageNumberSide(
  { pageNumber }: FormatProfile,
  pages: 'odd' | 'even',
): 'left' | 'center' | 'right' {
  if (pageNumber.place !== 'outer') return pageNumber.place;
  return pages === 'odd' ? 'right' : 'left';
}
