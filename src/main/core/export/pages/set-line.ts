/** Puts the glyphs of a line at their places: justified, centred or at one side. */
import type { PageSegment } from '../../../../shared/domain/paged-document.ts';
import type { BrokenLine } from './break-lines.ts';
import { type Glyph, isBlank, type TextLook, widthOf } from './glyphs.ts';

export const twipsPerPoint = 20;

export function points(twips: number): number {
  return twips / twipsPerPoint;
}

export type Alignment = 'justify' | 'left' | 'center' | 'right';

/** Twips from the page's left edge. */
export interface LineFrame {
  left: number;
  width: number;
}

/** Where the visible part of a line ends: blanks at its end are set, but nobody sees them. */
function visibleEnd(glyphs: readonly Glyph[]): number {
  let end = glyphs.length;
  while (end > 0) {
    const last = glyphs[end - 1];
    if (last === undefined || !isBlank(last)) break;
    end -= 1;
  }
  return end;
}

/**
 * The width that a justified line lacks, for each place that takes it: behind a full-width character and behind a blank,
 * never inside a Western word. Null where no place does.
 */
function stretchOf({ glyphs, hangs }: BrokenLine, frame: LineFrame): number | null {
  const end = visibleEnd(glyphs) - (hangs ? 1 : 0);
  const inside = glyphs.slice(0, end);
  const last = inside.at(-1);
  const places = inside.slice(0, -1).filter(stretches).length;
  if (last === undefined || places === 0) return null;
  // The spacing behind the last character is no part of the line.
  return (frame.width - widthOf(inside) + last.look.spacing) / places;
}

function stretches(glyph: Glyph): boolean {
  return !glyph.western || isBlank(glyph);
}

function startOf(line: BrokenLine, alignment: Alignment, frame: LineFrame): number {
  if (alignment === 'justify' || alignment === 'left') return frame.left;
  const visible = line.glyphs.slice(0, visibleEnd(line.glyphs));
  const spare = frame.width - widthOf(visible) + (visible.at(-1)?.look.spacing ?? 0);
  return frame.left + (alignment === 'center' ? spare / 2 : spare);
}

/** Segments from left to right. `isLast`: a paragraph's last line is never stretched. */
export function setLine(
  line: BrokenLine,
  alignment: Alignment,
  frame: LineFrame,
  isLast: boolean,
): PageSegment[] {
  const stretch = alignment === 'justify' && !isLast ? stretchOf(line, frame) : null;
  const segments: PageSegment[] = [];
  let left = startOf(line, alignment, frame);
  let previous: { segment: PageSegment; look: TextLook } | null = null;
  for (const glyph of line.glyphs) {
    const { look, western } = glyph;
    const added = stretch !== null && stretches(glyph) ? stretch : 0;
    const font = western ? 'western' : look.font;
    const letterSpacing = points(look.spacing + added);
    if (
      previous !== null &&
      previous.look === look &&
      previous.segment.font === font &&
      previous.segment.letterSpacing === letterSpacing
    ) {
      previous.segment.text += glyph.text;
    } else {
      const { mark, bindingId, color } = look;
      const size = points(look.size);
      const segment: PageSegment = {
        text: glyph.text,
        left: points(left),
        font,
        size,
        letterSpacing,
        color,
        mark,
        bindingId,
      };
      segments.push(segment);
      previous = { segment, look };
    }
    left += glyph.width + added;
  }
  return segments;
}
