/** How large the 发文机关标志 is printed. */
import { type FormatProfile, textAreaWidth } from '../../../shared/domain/format-profile.ts';
import { textWidth } from './text-width.ts';

/** Half-points: as large as the format wants, smaller where the mark would not fit into one line. */
export function mastheadSize(masthead: string, format: FormatProfile): number {
  const width = textWidth(masthead);
  if (width === 0) return format.redHead.mastheadSize;
  return Math.min(format.redHead.mastheadSize, Math.floor(textAreaWidth(format) / 10 / width));
}
