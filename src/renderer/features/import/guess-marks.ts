/** What a person should look at, at its place: derived from the draft, so that a correction makes it go away. */
import type { ParsedReport } from '../../../shared/domain/parsed-report.ts';

export const guessMarks = ['runIn', 'levelSkipped', 'undecodable', 'longHeading'] as const;
export type GuessMark = (typeof guessMarks)[number];

/** Headings longer than this are more often sentences. */
const longestUsualHeading = 40;
const closedLine = /[。.！？]\s*$/;

/** The marks of one paragraph, in a fixed order. */
export function marksOf(parsed: ParsedReport, index: number): GuessMark[] {
  const paragraph = parsed.paragraphs[index];
  if (paragraph === undefined) return [];
  const marks: GuessMark[] = [];
  const heading =
    paragraph.kind === 'heading' && paragraph.heading !== null
      ? parsed.headings[paragraph.heading]
      : undefined;
  if (heading !== undefined && paragraph.heading !== null) {
    const above = parsed.headings[paragraph.heading - 1]?.level ?? 0;
    // The rule by which the import keeps a heading with its paragraph (core, report-from-parsed).
    if (closedLine.test(paragraph.text) && parsed.paragraphs[index + 1]?.kind === 'body') marks.push('runIn');
    if (heading.level > above + 1) marks.push('levelSkipped');
    if (heading.text.length > longestUsualHeading) marks.push('longHeading');
  }
  if (paragraph.text.includes('\ufffd')) marks.push('undecodable');
  return marks;
}

export type GeneralWarning = Exclude<
  ParsedReport['warnings'][number]['code'],
  'levelSkipped' | 'titleMissing' | 'yearMissing'
>;

/** The warnings that concern the whole file, without what has a place of its own or has been put right. */
export function generalWarnings({ warnings, headings }: ParsedReport): GeneralWarning[] {
  const codes = new Set<GeneralWarning>();
  for (const { code } of warnings) {
    if (code === 'levelSkipped' || code === 'titleMissing' || code === 'yearMissing') continue;
    if (code === 'headingsMissing' && headings.length > 0) continue;
    codes.add(code);
  }
  if (headings.length === 0) codes.add('headingsMissing');
  return [...codes];
}
