/**
 * Where ink stands in a line of fixed height. Word and LibreOffice set the baseline four fifths down it; the ink of a Han
 * character reaches from 0.85 of its size above the baseline to 0.12 below.
 */
import type { FormatProfile } from '../../../shared/domain/format-profile.ts';

const baseline = 0.8;
const inkAbove = 0.85;
const inkBelow = 0.12;

/** A line this much higher than its type begins where its ink does. */
export const lineOverType = inkAbove / baseline;

/**
 * From the bottom of the line of 发文字号 to the red rule, in twips: the standard's gap is counted from the characters,
 * below which the line has white of its own. Whole points, as Word tells the distance of a border.
 */
export function ruleBelowLine({ grid, sizes, redHead }: FormatProfile): number {
  const white = grid.linePitch * (1 - baseline) - sizes.body * 10 * inkBelow;
  return Math.max(0, Math.round((redHead.ruleGap - white) / 20)) * 20;
}
