/** A run of text in the font of its role. */
import { type IRunOptions, TextRun } from 'docx';
import type { FontRole, FormatProfile } from '../../../shared/domain/format-profile.ts';
import { fontsOf } from './style-parts.ts';

/** Each run names its fonts itself, so that text pasted into another document keeps them. */
export function run(format: FormatProfile, role: FontRole, text: string, rest: IRunOptions = {}): TextRun {
  return new TextRun({ text, font: fontsOf(format, role), ...rest });
}

/** The lines of a title, broken where the layout breaks them. */
export function lineRuns(format: FormatProfile, role: FontRole, lines: readonly string[]): TextRun[] {
  return lines.map((line, index) => run(format, role, line, index === 0 ? {} : { break: 1 }));
}
