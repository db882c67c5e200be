/** What in a format does not go together, told before anything is printed by it. */
import { z } from 'zod';
import {
  characterPitch,
  type FormatProfile,
  pageNumberLineHeight,
  textAreaWidth,
  titleLineWidth,
} from './format-profile.ts';
import { fittingCharacters, fittingLines, textAreaHeight } from './grid-arithmetic.ts';
import { millimetresOf } from './lengths.ts';

export const formatProblemCodes = [
  'textAreaTooNarrow',
  'textAreaTooLow',
  'linesDoNotFit',
  'moreLinesFit',
  'charactersDoNotFit',
  'moreCharactersFit',
  'lineLowerThanType',
  'titleTooLarge',
  'pageNumberInText',
  'pageNumberOffPaper',
  'headerInText',
  'redHeadTooHigh',
] as const;

/** `parameters`: lines and characters as counts, `pitch` and `size` in points, others in millimetres. */
export const formatProblemSchema = z.object({
  code: z.enum(formatProblemCodes),
  parameters: z.record(z.string(), z.number()),
});
export type FormatProblem = z.infer<typeof formatProblemSchema>;

/** A line of text needs some characters, a title some more of its own. */
const leastCharacters = 10;
const leastLines = 5;
const leastTitleCharacters = 8;

function problem(code: FormatProblem['code'], parameters: Record<string, number> = {}): FormatProblem {
  return { code, parameters };
}

function gridProblems(format: FormatProfile): FormatProblem[] {
  const problems: FormatProblem[] = [];
  const { lines, characters, linePitch } = format.grid;
  const pitch = linePitch / 20;
  const fittingL = fittingLines(format);
  const fittingC = fittingCharacters(format);
  if (lines > fittingL) problems.push(problem('linesDoNotFit', { lines, pitch, fitting: fittingL }));
  if (lines < fittingL) problems.push(problem('moreLinesFit', { lines, pitch, fitting: fittingL }));
  const spacing = format.characterSpacing / 20;
  const told = { characters, spacing, fitting: fittingC };
  if (characters > fittingC) problems.push(problem('charactersDoNotFit', told));
  if (characters < fittingC) problems.push(problem('moreCharactersFit', told));
  if (linePitch < format.sizes.body * 10) {
    problems.push(problem('lineLowerThanType', { pitch, size: format.sizes.body / 2 }));
  }
  return problems;
}

/** Where the page number stands: its line's lower edge is `footerDistance` above the paper's. */
function marginProblems(format: FormatProfile): FormatProblem[] {
  const problems: FormatProblem[] = [];
  const { page, footerDistance, headerDistance } = format;
  if (footerDistance + pageNumberLineHeight > page.bottom) {
    problems.push(
      problem('pageNumberInText', {
        bottom: millimetresOf(page.bottom),
        most: millimetresOf(Math.max(0, page.bottom - pageNumberLineHeight)),
      }),
    );
  }
  // Below 5 mm no office printer prints.
  if (footerDistance < 283) problems.push(problem('pageNumberOffPaper', { least: 5 }));
  if (headerDistance + format.grid.linePitch > page.top) {
    problems.push(problem('headerInText', { top: millimetresOf(page.top) }));
  }
  return problems;
}

/** All that does not go together, the graver first; empty for a format that can be used. */
export function formatProblems(format: FormatProfile): FormatProblem[] {
  const width = textAreaWidth(format);
  const height = textAreaHeight(format);
  if (width < leastCharacters * characterPitch(format)) {
    return [problem('textAreaTooNarrow', { width: millimetresOf(Math.max(0, width)) })];
  }
  if (height < leastLines * format.grid.linePitch) {
    return [problem('textAreaTooLow', { height: millimetresOf(Math.max(0, height)) })];
  }
  const problems = [...gridProblems(format), ...marginProblems(format)];
  if (titleLineWidth(format) < leastTitleCharacters) {
    problems.push(
      problem('titleTooLarge', { size: format.sizes.title / 2, fitting: titleLineWidth(format) }),
    );
  }
  const { mastheadTop, mastheadSize, blankLinesBelowMasthead, ruleGap } = format.redHead;
  const redHead =
    mastheadTop + mastheadSize * 10 + (blankLinesBelowMasthead + 1) * format.grid.linePitch + ruleGap;
  // The title and some text must stand on the first page as well.
  if (redHead > height * 0.6) problems.push(problem('redHeadTooHigh', { height: millimetresOf(redHead) }));
  return problems;
}
