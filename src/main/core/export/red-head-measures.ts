/** Where ink stands in a line of fixed height, so that the 版头 is measured as with a ruler on paper. */
import type { FormatProfile } from '../../../shared/domain/format-profile.ts';

/**
 * Off the grid, Word and LibreOffice set the baseline four fifths down the line; the ink of a Han character begins 0.85
 * of its size above it. A line this much higher than its type begins where its ink does.
 */
export const lineOverType = 0.85 / 0.8;

/**
 * How much of a line's white stands below its type: LibreOffice centres the type on the grid, Word sets it lower. Between
 * the two neither is wrong by more than 0.4 mm.
 */
const shareBelow = 0.4;

/**
 * From the bottom of the line of 发文字号 to the red rule, in twips: the standard's gap is counted from the characters,
 * below which the line has white of its own. Whole points, as Word tells the distance of a border.
 */
export function ruleBelowLine({ grid, sizes, redHead }: FormatProfile): number {
  const white = (grid.linePitch - sizes.body * 10) * shareBelow;
  return Math.max(0, Math.round((redHead.ruleGap - white) / 20)) * 20;
}
