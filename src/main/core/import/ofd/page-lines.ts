/** Placed pieces of text → lines → paragraphs, by their places alone. */
import { endsSentence } from '../../../../shared/domain/text/characters.ts';
import { plainParagraph, type SourceParagraph } from '../source-document.ts';
import type { PlacedText } from './placed-text.ts';

interface PageLine {
  text: string;
  left: number;
  right: number;
  size: number;
  baseline: number;
}

/** In sizes of the characters. */
const distances = {
  /** Baselines no farther apart are one line. */
  sameLine: 0.4,
  /** Pieces no farther apart are one word. */
  sameWord: 0.8,
  /** A line that begins so much farther right than the text is indented. */
  indent: 1.2,
  /** A line that ends no farther from the right edge was filled. */
  filled: 1.6,
  /** Narrower lines are list items, names, captions: nothing was wrapped there. */
  shortestFilled: 20,
  /** Lines farther apart than that many usual distances have room between them. */
  room: 1.6,
};

/** Paragraphs of a page, top to bottom. */
export function paragraphsOfPage(texts: readonly PlacedText[]): SourceParagraph[] {
  const lines = linesOf(texts);
  const { left, right } = marginsOf(lines);
  const usual = usualDistance(lines);
  const isIndented = (line: PageLine) => line.left > left + line.size * distances.indent;
  const indents = lines.some(isIndented);
  const paragraphs: SourceParagraph[] = [];
  let before: PageLine | null = null;
  for (const line of lines) {
    const indented = isIndented(line);
    const filled =
      before !== null &&
      before.right > right - before.size * distances.filled &&
      before.right - before.left > before.size * distances.shortestFilled &&
      (indents || !endsSentence(before.text));
    const sameSize = before !== null && Math.abs(before.size - line.size) < line.size * 0.1;
    const distance = before === null ? 0 : line.baseline - before.baseline;
    const room = distance > usual * distances.room;
    const last = paragraphs.at(-1);
    if (last !== undefined && filled && sameSize && !indented && !room) {
      last.text += `${needsBlank(last.text, line.text) ? ' ' : ''}${line.text}`;
    } else {
      const text = indented ? `\u3000\u3000${line.text}` : line.text;
      paragraphs.push({ ...plainParagraph(text), mayBeWrapped: true, blankBefore: room });
    }
    before = line;
  }
  return paragraphs;
}

/** Words of other scripts are parted by a line's end. */
function needsBlank(before: string, after: string): boolean {
  return /[A-Za-z,.;]$/.test(before) && /^[A-Za-z]/.test(after);
}

function linesOf(texts: readonly PlacedText[]): PageLine[] {
  const rows: { baseline: number; size: number; texts: PlacedText[] }[] = [];
  for (const text of [...texts].sort((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    const least = row === undefined ? 0 : Math.min(row.size, text.size);
    if (row !== undefined && text.baseline - row.baseline <= least * distances.sameLine) row.texts.push(text);
    else rows.push({ baseline: text.baseline, size: text.size, texts: [text] });
  }
  return rows.map((row) => {
    const ordered = row.texts.sort((a, b) => a.left - b.left);
    let text = '';
    let right = Number.NEGATIVE_INFINITY;
    for (const piece of ordered) {
      const apart = text !== '' && piece.left - right > piece.size * distances.sameWord;
      text += `${apart ? '\t' : ''}${piece.text}`;
      right = Math.max(right, piece.right);
    }
    return { text, left: ordered[0]?.left ?? 0, right, size: row.size, baseline: row.baseline };
  });
}

/** Where the text begins, and where the widest lines end. */
function marginsOf(lines: readonly PageLine[]): { left: number; right: number } {
  const counts = new Map<number, number>();
  for (const { left } of lines) counts.set(Math.round(left), (counts.get(Math.round(left)) ?? 0) + 1);
  // A place where a line or two begin may be a page number's or a mark's.
  const enough = Math.max(2, lines.length * 0.15);
  const often = lines.filter(({ left }) => (counts.get(Math.round(left)) ?? 0) >= enough);
  return {
    left: (often.length > 0 ? often : lines).reduce((least, { left }) => Math.min(least, left), Infinity),
    right: lines.reduce((most, { right }) => Math.max(most, right), 0),
  };
}

/** The middle one of the distances between lines. */
function usualDistance(lines: readonly PageLine[]): number {
  const found = lines.slice(1).map((line, index) => line.baseline - (lines[index]?.baseline ?? 0));
  found.sort((a, b) => a - b);
  return found[Math.floor(found.length / 2)] ?? Infinity;
}
