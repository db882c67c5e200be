/**
 * Corrections of what the importer understood. Each returns a new report and leaves the given one as it is; a place
 * that does not exist changes nothing. All keep the law of ParsedReport: the non-blank characters of `paragraphs` and
 * `dropped` together stay the same, and those of `paragraphs` keep their order. `tables` and `warnings` tell of the
 * file, not of the corrections, and stay.
 */
import type { DropReason, ParagraphKind, ParsedReport } from './parsed-report.ts';
import { withoutBlanks } from './text/characters.ts';
import { findDates } from './text/dates.ts';
import { findHeadingMarker, type HeadingLevel } from './text/markers.ts';
import { findQuantities } from './text/quantities.ts';

export type { HeadingLevel };

type Heading = ParsedReport['headings'][number];

/** A paragraph with the heading that it is itself, free of indexes. */
interface Piece {
  kind: ParagraphKind;
  text: string;
  heading: Heading | null;
}

/** A sentence's end within a text; a half-width full stop counts between Chinese characters. */
const sentenceEnd = /[。！？!?][”’」』]*|(?<=[\u4e00-\u9fff”’）)])\.(?=\s*[\u4e00-\u9fff“（(])/;
const closingStop = /(?:。|(?<=[\u4e00-\u9fff”’）)])\.)$/;
/** What looks like an end of a sentence to the rule of run-in headings (core, report-from-parsed). */
const closedLine = /[。.！？]\s*$/;
/** Longer lines made by joining are text, not a heading broken over two lines. */
const longestJoinedHeading = 80;

const withQuantities: readonly ParagraphKind[] = ['body', 'heading', 'table', 'note'];
/** Lines that hold one thing only: what is cut off from them is text. */
const singleLines: readonly ParagraphKind[] = ['heading', 'addressee', 'documentNumber', 'organization'];

/** Joins the paragraph with the one behind it; the first one's kind wins, and a heading joined with text is text. */
export function joinWithNext(parsed: ParsedReport, index: number): ParsedReport {
  const first = parsed.paragraphs[index];
  const next = parsed.paragraphs[index + 1];
  if (first === undefined || next === undefined) return parsed;
  const isRow = first.kind === 'table' && next.kind === 'table';
  const words = /[A-Za-z]$/.test(first.text) && /^[A-Za-z]/.test(next.text);
  const text = first.text + (isRow ? '\t' : words ? ' ' : '') + next.text;
  const staysHeading =
    next.kind === 'heading' || (text.length <= longestJoinedHeading && !closedLine.test(first.text));
  const kind = first.kind === 'heading' && !staysHeading ? 'body' : first.kind;
  const level = headingOf(parsed, index)?.level;
  return replace(parsed, index, 2, [pieceOf(kind, text, level)]);
}

/** Cuts the paragraph before the character at `offset` of its text. What is cut off from a heading is text. */
export function splitParagraph(parsed: ParsedReport, index: number, offset: number): ParsedReport {
  const paragraph = parsed.paragraphs[index];
  if (paragraph === undefined || !Number.isInteger(offset)) return parsed;
  const { kind, text } = paragraph;
  const insidePair =
    /^[\udc00-\udfff]/.test(text.slice(offset)) && /[\ud800-\udbff]$/.test(text.slice(0, offset));
  const cut = insidePair ? offset - 1 : offset;
  const before = text.slice(0, Math.max(0, cut)).trimEnd();
  const behind = text.slice(Math.max(0, cut)).trimStart();
  if (before.trim() === '' || behind === '') return parsed;
  return replace(parsed, index, 1, [
    pieceOf(kind, before, headingOf(parsed, index)?.level),
    pieceOf(singleLines.includes(kind) ? 'body' : kind, behind),
  ]);
}

/**
 * Says what a paragraph is. A paragraph of several sentences that becomes a heading is cut after the first one: the
 * heading then runs into its text. Without `level` a heading takes that of its marker, or 1. A title, number,
 * addressee, organization or date also becomes the report's own where that is still unknown.
 */
export function setKind(
  parsed: ParsedReport,
  index: number,
  kind: ParagraphKind,
  level?: HeadingLevel,
): ParsedReport {
  const paragraph = parsed.paragraphs[index];
  if (paragraph === undefined) return parsed;
  const wanted = kind === 'heading' ? (level ?? headingOf(parsed, index)?.level) : undefined;
  const cut = kind === 'heading' && paragraph.kind !== 'heading' ? firstSentence(paragraph.text) : null;
  const pieces =
    cut === null
      ? [pieceOf(kind, paragraph.text, wanted, headingOf(parsed, index))]
      : [pieceOf(kind, cut.sentence, wanted), pieceOf('body', cut.rest)];
  return { ...replace(parsed, index, 1, pieces), ...factOf(parsed, kind, paragraph.text) };
}

/** Takes the paragraph out of the text; it stands last among what is left out. */
export function leaveOut(parsed: ParsedReport, index: number, reason: DropReason): ParsedReport {
  const paragraph = parsed.paragraphs[index];
  if (paragraph === undefined) return parsed;
  const dropped = [...parsed.dropped, { text: paragraph.text, reason }];
  return { ...replace(parsed, index, 1, []), dropped };
}

/** Takes what was left out at `index` of `dropped` back as text, before the paragraph `beforeParagraph`. */
export function restoreDropped(parsed: ParsedReport, index: number, beforeParagraph: number): ParsedReport {
  const piece = parsed.dropped[index];
  const possible = beforeParagraph >= 0 && beforeParagraph <= parsed.paragraphs.length;
  if (piece === undefined || piece.text.trim() === '' || !possible) return parsed;
  const restored = replace(parsed, beforeParagraph, 0, [pieceOf('body', piece.text.trim())]);
  return { ...restored, dropped: parsed.dropped.toSpliced(index, 1) };
}

/** Non-blank characters (UTF-16 units), kept and left out together. */
export function countCharacters(parsed: Pick<ParsedReport, 'paragraphs' | 'dropped'>): number {
  return [...parsed.paragraphs, ...parsed.dropped].reduce((sum, { text }) => sum + countNonBlank(text), 0);
}

/** Non-blank characters of a text, in UTF-16 units. */
export function countNonBlank(text: string): number {
  return withoutBlanks(text).length;
}

/** How many non-blank characters one of the two has and the other has not; 0 when they hold the same. */
export function sameCharacters(
  left: Pick<ParsedReport, 'paragraphs' | 'dropped'>,
  right: Pick<ParsedReport, 'paragraphs' | 'dropped'>,
): number {
  const surplus = new Map<string, number>();
  const tally = (parsed: Pick<ParsedReport, 'paragraphs' | 'dropped'>, by: number) => {
    for (const { text } of [...parsed.paragraphs, ...parsed.dropped]) {
      for (const character of withoutBlanks(text)) {
        surplus.set(character, (surplus.get(character) ?? 0) + by);
      }
    }
  };
  tally(left, 1);
  tally(right, -1);
  return [...surplus.values()].reduce((sum, count) => sum + Math.abs(count), 0);
}

function headingOf(parsed: ParsedReport, index: number): Heading | null {
  const paragraph = parsed.paragraphs[index];
  if (paragraph?.kind !== 'heading' || paragraph.heading === null) return null;
  return parsed.headings[paragraph.heading] ?? null;
}

/** `known`: the heading that the line already was; its marker may be one that only its file's numbering tells. */
function pieceOf(kind: ParagraphKind, text: string, level?: number, known: Heading | null = null): Piece {
  if (kind !== 'heading') return { kind, text, heading: null };
  if (known !== null) return { kind, text, heading: { ...known, level: level ?? known.level } };
  const marked = findHeadingMarker(text);
  return {
    kind,
    text,
    heading: {
      level: level ?? marked?.level ?? 1,
      marker: marked?.marker ?? '',
      text: (marked?.rest ?? text).trim().replace(closingStop, ''),
    },
  };
}

function firstSentence(text: string): { sentence: string; rest: string } | null {
  const offset = text.length - (findHeadingMarker(text)?.rest.length ?? text.length);
  const end = sentenceEnd.exec(text.slice(offset));
  if (end === null) return null;
  const cut = offset + end.index + end[0].length;
  const rest = text.slice(cut).trimStart();
  return rest === '' ? null : { sentence: text.slice(0, cut), rest };
}

function factOf(parsed: ParsedReport, kind: ParagraphKind, text: string): Partial<ParsedReport> {
  const words = text.trim();
  if (kind === 'title' && parsed.title === null) return { title: words };
  if (kind === 'organization' && parsed.organization === null) return { organization: words };
  if (kind === 'documentNumber' && parsed.documentNumber === null) return { documentNumber: words };
  if (kind === 'addressee' && parsed.addressee === null) return { addressee: words.replace(/[:：]$/, '') };
  if (kind === 'date' && parsed.issuedOn === null) {
    const day = findDates(words).find(({ iso }) => /^\d{4}-\d\d-\d\d$/.test(iso));
    return day === undefined ? {} : { issuedOn: day.iso };
  }
  return {};
}

/** Puts `pieces` in the place of `count` paragraphs and counts headings, quantities and dates anew. */
function replace(parsed: ParsedReport, start: number, count: number, pieces: readonly Piece[]): ParsedReport {
  const all = parsed.paragraphs
    .map(({ kind, text }, index): Piece => {
      const known = headingOf(parsed, index);
      return kind === 'heading' && known === null ? pieceOf(kind, text) : { kind, text, heading: known };
    })
    .toSpliced(start, count, ...pieces);
  const headings: Heading[] = [];
  const paragraphs = all.map(({ kind, text, heading }): ParsedReport['paragraphs'][number] => {
    if (heading !== null) headings.push(heading);
    return { kind, text, heading: headings.length === 0 ? null : headings.length - 1 };
  });
  const shift = pieces.length - count;
  const found = pieces.flatMap(({ kind, text }, place) =>
    withQuantities.includes(kind)
      ? findQuantities(withoutMarker(text)).map((each) => ({ ...each, paragraph: start + place }))
      : [],
  );
  const before = parsed.quantities.filter(({ paragraph }) => paragraph < start);
  const behind = parsed.quantities.filter(({ paragraph }) => paragraph >= start + count);
  return {
    ...parsed,
    headings,
    paragraphs,
    quantities: [
      ...before,
      ...found,
      ...behind.map((each) => ({ ...each, paragraph: each.paragraph + shift })),
    ],
    dates: paragraphs.flatMap(({ text }) =>
      findDates(withoutMarker(text)).map((date) => ({ text: date.text, iso: date.iso })),
    ),
  };
}

/** The text with its marker blanked out, so that positions stay: «1.2024年…» holds no 1.2024. */
function withoutMarker(text: string): string {
  const marked = findHeadingMarker(text);
  return marked === null ? text : marked.rest.padStart(text.length, ' ');
}
