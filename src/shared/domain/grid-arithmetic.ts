/**
 * Between «lines × characters» and «line pitch and character spacing»: either may be what a recipient asks for. Twips;
 * both directions round down, so that what is told to fit does fit in every program (GB/T 9704-2012, 5.2.3).
 */
import { type FormatProfile, textAreaWidth } from './format-profile.ts';

/** Height of the text area in twips. */
export function textAreaHeight({ page }: FormatProfile): number {
  return page.height - page.top - page.bottom;
}

/** The largest whole-twip pitch that stands `lines` times in `height`. */
export function linePitchOf(height: number, lines: number): number {
  return Math.floor(height / lines);
}

/** How many lines of `pitch` stand in `height`. */
export function linesOf(height: number, pitch: number): number {
  return Math.max(0, Math.floor(height / pitch));
}

/** The spacing by which `characters` of type of `size` half-points fill `width`; negative squeezes. */
export function characterSpacingOf(width: number, characters: number, size: number): number {
  return Math.floor(width / characters) - size * 10;
}

/** How many characters of type of `size` half-points with `spacing` stand in a line of `width`. */
export function charactersOf(width: number, size: number, spacing: number): number {
  return Math.max(0, Math.floor(width / Math.max(1, size * 10 + spacing)));
}

/** Lines a page of the format holds, whatever it says. */
export function fittingLines(format: FormatProfile): number {
  return linesOf(textAreaHeight(format), format.grid.linePitch);
}

/** Characters a line of the format holds, whatever it says. */
export function fittingCharacters(format: FormatProfile): number {
  return charactersOf(textAreaWidth(format), format.sizes.body, format.characterSpacing);
}

/** With as many lines to a page as the line pitch gives. */
export function withFittingLines(format: FormatProfile): FormatProfile {
  return { ...format, grid: { ...format.grid, lines: fittingLines(format) } };
}

/** With the line pitch by which its lines fill the page. */
export function withFittingLinePitch(format: FormatProfile): FormatProfile {
  const linePitch = linePitchOf(textAreaHeight(format), format.grid.lines);
  return { ...format, grid: { ...format.grid, linePitch } };
}

/** With as many characters to a line as the character spacing gives. */
export function withFittingCharacters(format: FormatProfile): FormatProfile {
  return { ...format, grid: { ...format.grid, characters: fittingCharacters(format) } };
}

/** With the character spacing by which its characters fill the line. */
export function withFittingSpacing(format: FormatProfile): FormatProfile {
  const width = textAreaWidth(format);
  return {
    ...format,
    characterSpacing: characterSpacingOf(width, format.grid.characters, format.sizes.body),
  };
}
