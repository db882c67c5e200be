/**
 * Joins the pieces of paragraphs again: cut at a page's end by a conversion, or wrapped at a fixed width by an old
 * text editor. A paragraph is only continued where its text breaks off and nothing announces a new one.
 */
import { columns, endsSentence } from '../../../../shared/domain/text/characters.ts';
import { findMarker } from '../../../../shared/domain/text/markers.ts';
import { isOpen, type Line } from './line.ts';

/** Shorter lines are list items, names, captions: never pieces of a paragraph cut at a page's end. */
const shortestCutLine = 40;
/** A heading that long, without any sentence's end, is a paragraph broken off (columns). */
const longestHeading = 120;
/** Words with which paragraphs begin. */
const opening =
  /^(?:[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]{1,2}[，,、]|首先|其次|再次|最后|同时|此外|另外|总之|特此|附件|附[:：]|(?:19|20)\d\d\s*年|今年|近年来|一年来|截[至止]|目前|做好|下一步|现将)/;

/** Lines narrower than the fixed width by no more than this were filled (a mark that may not begin a line moved). */
const wrapTolerance = 4;
const wrapWidths = { least: 40, most: 160 };

/** Paragraphs begin indented only where at least this share of the lines is; elsewhere a blank is a stray one. */
const indentedShare = 0.3;

interface Habits {
  /** The fixed width at which lines were wrapped, in columns; null if they were not. */
  width: number | null;
  indents: boolean;
}

/** The lines with pieces joined, and how many joins were made. Lines left out must be gone already. */
export function rejoinParagraphs(lines: readonly Line[]): { lines: Line[]; joins: number } {
  const open = lines.filter(isOpen);
  const indented = open.filter(isIndented).length;
  const habits: Habits = { width: wrapWidth(open), indents: indented > open.length * indentedShare };
  const paragraphs: { pieces: [Line, ...Line[]]; width: number }[] = [];
  let joins = 0;
  for (const line of lines) {
    const current = paragraphs.at(-1);
    if (current !== undefined && continues(current, line, habits)) {
      current.pieces.push(line);
      current.width += columns(line.text);
      joins += 1;
    } else {
      paragraphs.push({ pieces: [line], width: columns(line.text) });
    }
  }
  return {
    lines: paragraphs.map(({ pieces }) => (pieces.length === 1 ? pieces[0] : joinPieces(pieces))),
    joins,
  };
}

function continues(
  { pieces, width }: { pieces: readonly [Line, ...Line[]]; width: number },
  next: Line,
  habits: Habits,
): boolean {
  const [first] = pieces;
  const before = pieces.at(-1) ?? first;
  if (!isOpen(before) || !isOpen(next) || next.styleLevel !== null || next.numbering !== null) return false;
  if (findMarker(next.text) !== null) return false;
  const filled = habits.width !== null && columns(before.raw.trimEnd()) >= habits.width - wrapTolerance;
  const begins = next.blankBefore || (habits.indents && isIndented(next));
  if (filled && before.mayBeWrapped && !begins) return true;
  // From here on the words alone decide: blanks are gone when the result is read again, and must not change it.
  if (before.styleLevel !== null || endsSentence(before.text) || opening.test(next.text)) return false;
  if (width < shortestCutLine && !/[，、,]$/.test(before.text)) return false;
  // A heading on a line of its own ends without a mark as well.
  const isHeading = findMarker(first.text, first.numbering) !== null;
  return (
    !isHeading ||
    /[，、,]$/.test(before.text) ||
    pieces.some(({ text }) => text.includes('。')) ||
    width > longestHeading
  );
}

function isIndented(line: Line): boolean {
  return /^(?:\s{2}|\t|\u3000)/.test(line.raw);
}

/** The width at which a text file's lines were wrapped, told by how many of them fill it. */
function wrapWidth(lines: readonly Line[]): number | null {
  const candidates = lines.filter((line) => line.mayBeWrapped);
  const widths = candidates.map((line) => columns(line.raw.trimEnd()));
  const widest = widths.reduce((most, each) => Math.max(most, each), 0);
  if (widths.length < 8 || widest < wrapWidths.least || widest > wrapWidths.most) return null;
  const filled = candidates.filter((line) => columns(line.raw.trimEnd()) >= widest - wrapTolerance);
  // A line is wrapped wherever it is full, seldom at a sentence's end; short paragraphs of one length all end there.
  const broken = filled.filter((line) => !endsSentence(line.text)).length;
  return filled.length >= widths.length * 0.4 && broken >= filled.length * 0.6 ? widest : null;
}

function joinPieces(pieces: readonly [Line, ...Line[]]): Line {
  const texts: string[] = [];
  for (const { text } of pieces) {
    const needsBlank = /[A-Za-z]$/.test(texts.at(-1) ?? '') && /^[A-Za-z]/.test(text);
    texts.push(needsBlank ? ` ${text}` : text);
  }
  return {
    ...pieces[0],
    text: texts.join(''),
    raw: pieces.map((piece) => piece.raw).join('\n'),
    removed: pieces.flatMap((piece) => piece.removed),
  };
}
