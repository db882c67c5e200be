/** A paragraph as a part of the pages. */
import type { PageBlock, PageSegment, PageSource } from '../../../../shared/domain/paged-document.ts';
import { type BrokenLine, breakLines } from './break-lines.ts';
import { type FlowPart, flowing } from './flow.ts';
import { glyphsOf, type StyledText } from './glyphs.ts';
import { type Alignment, type LineFrame, points, setLine } from './set-line.ts';

export type TextRole = Extract<PageBlock, { kind: 'text' }>['role'];

/** Twips from the left and right edge of the text area. */
export interface Indents {
  first: number;
  others: number;
  right: number;
}

export const noIndents: Indents = { first: 0, others: 0, right: 0 };

export interface ParagraphShape {
  role: TextRole;
  source: PageSource | null;
  alignment: Alignment;
  indents: Indents;
  /** Twips. */
  lineHeight: number;
}

/** The lines of a paragraph in an area that begins at `left` and is `width` wide, both in twips. There is always one. */
export function setParagraph(
  texts: readonly StyledText[],
  { alignment, indents }: Pick<ParagraphShape, 'alignment' | 'indents'>,
  { left, width }: LineFrame,
): PageSegment[][] {
  const { first, others, right } = indents;
  const lines = breakLines(glyphsOf(texts), {
    first: width - first - right,
    others: width - others - right,
  });
  if (lines.length === 0) return [[]];
  return lines.map((line: BrokenLine, index) => {
    const indent = index === 0 ? first : others;
    const frame = { left: left + indent, width: width - indent - right };
    return setLine(line, alignment, frame, index === lines.length - 1);
  });
}

/** `lines` are drawn where they are placed: only their height on the page is open. */
export function textPart(
  lines: readonly PageSegment[][],
  { role, source, lineHeight }: Pick<ParagraphShape, 'role' | 'source' | 'lineHeight'>,
  options: Partial<FlowPart> = {},
): FlowPart {
  return {
    ...flowing,
    rows: lines.map(() => ({ height: lineHeight, lines: 1 })),
    draw: ({ from, to, top }) => [
      {
        kind: 'text',
        role,
        continued: from > 0,
        source,
        lines: lines.slice(from, to).map((segments, index) => ({
          top: points(top + index * lineHeight),
          height: points(lineHeight),
          segments,
        })),
      },
    ],
    ...options,
  };
}
