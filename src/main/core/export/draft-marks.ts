/** How a draft shows what is not decided yet. */
import { HighlightColor, type IRunOptions, ShadingType } from 'docx';
import type { Unresolved } from './layout-model.ts';

/** Numbers stand out more than the carried paragraph around them. */
const numberHighlight = HighlightColor.YELLOW;
/** A carried paragraph is tinted, not highlighted: the palette of highlights has no colour a page of text is readable on. */
export const carriedTint = { type: ShadingType.CLEAR, color: 'auto', fill: 'FFF2CC' } as const;

export function runMarks(
  unresolved: Unresolved | null,
  carriedParagraph: boolean,
  draft: boolean,
): IRunOptions {
  if (!draft) return {};
  if (unresolved !== null) return { highlight: numberHighlight, bold: unresolved === 'missing' };
  return carriedParagraph ? { shading: carriedTint } : {};
}
