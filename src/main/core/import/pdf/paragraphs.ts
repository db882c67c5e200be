/** Lines of pages → paragraphs: told by indents, short last lines, sizes and distances. */
import { endsSentence } from '../../../../shared/domain/text/characters.ts';
import { findMarker } from '../../../../shared/domain/text/markers.ts';
import { plainParagraph, type SourceParagraph } from '../source-document.ts';
import { lineText, type PdfLine } from './lines.ts';
import type { Margins } from './margins.ts';

export interface Layout {
  margins(line: PdfLine): Margins;
  /** Usual distance of two lines of the text, points. */
  pitch: number;
}

/** In characters: less is no indent. */
const indent = 0.8;
/** In characters: what a full line may lack because a mark, or a character with its mark, went to the next one. */
const slack = 2.5;
/** The same for a line that ends a sentence: nothing that follows would have had to go with anything. */
const slackAfterSentence = 1.2;
const leastSetIn = 3;
const otherSize = 0.12;
const paragraphGap = 1.4;
const emptyLineGap = 1.8;
const beginsParagraph = /^附件\d{0,2}(?:[:：]|$)/;
/** A word that may not be cut moves to the next line as a whole. */
const leadingWord = /^[A-Za-z0-9.,%/-]+/;

/** The paragraphs of lines that are text. */
export function paragraphsOf(lines: readonly PdfLine[], layout: Layout): SourceParagraph[] {
  const setIn = setInLines(lines, layout);
  const groups: PdfLine[][] = [];
  for (const line of lines) {
    const before = groups.at(-1)?.at(-1);
    if (before !== undefined && continues(before, line, layout, setIn)) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups.map((group, index): SourceParagraph => {
    const [first] = group;
    const above = groups[index - 1]?.at(-1);
    return {
      // The indent is kept as blanks: the understanding tells by it where paragraphs begin.
      ...plainParagraph(
        `${first !== undefined && isIndented(first, layout) ? '　　' : ''}${joined(group.map(lineText))}`,
      ),
      blankBefore:
        first !== undefined && above !== undefined && distance(above, first) > emptyLineGap * layout.pitch,
    };
  });
}

/**
 * Lines of paragraphs that are set in as a whole: three or more with the same indent, of which only the last one may
 * be short. Paragraphs that begin with an indent rarely fill one line each, three times in a row.
 */
function setInLines(lines: readonly PdfLine[], layout: Layout): Set<PdfLine> {
  const found = new Set<PdfLine>();
  let run: PdfLine[] = [];
  for (const line of lines) {
    const before = run.at(-1);
    const goesOn =
      before !== undefined &&
      before.page === line.page &&
      Math.abs(before.x - line.x) < line.size / 2 &&
      isFull(before, line, layout);
    if (!goesOn || !isIndented(line, layout)) run = [];
    if (isIndented(line, layout)) run.push(line);
    if (run.length >= leastSetIn) for (const each of run.slice(-leastSetIn)) found.add(each);
  }
  return found;
}

function continues(before: PdfLine, line: PdfLine, layout: Layout, setIn: ReadonlySet<PdfLine>): boolean {
  if (Math.abs(before.size - line.size) > otherSize * Math.max(before.size, line.size)) return false;
  if (distance(before, line) > paragraphGap * layout.pitch) return false;
  if (!isFull(before, line, layout)) return false;
  const ended = endsSentence(lineText(before));
  const marked = beginsParagraph.test(lineText(line)) || findMarker(lineText(line)) !== null;
  return isIndented(line, layout)
    ? setIn.has(line) && setIn.has(before) && !ended && !marked
    : !(ended && marked);
}

/** Whether a line holds all it could before the next one begins. */
function isFull(line: PdfLine, next: PdfLine, layout: Layout): boolean {
  const word = leadingWord.exec(lineText(next))?.[0].length ?? 0;
  const missing = layout.margins(line).right - line.end;
  const most = endsSentence(lineText(line)) ? slackAfterSentence : slack;
  return missing <= (most + word / 2) * line.size;
}

function isIndented(line: PdfLine, layout: Layout): boolean {
  return line.x - layout.margins(line).left > indent * line.size;
}

/** From baseline to baseline; none across the end of a page. */
function distance(above: PdfLine, below: PdfLine): number {
  return above.page === below.page ? below.y - above.y : 0;
}

function joined(texts: readonly string[]): string {
  return texts
    .map((text, index) => {
      const between = /[A-Za-z]$/.test(texts[index - 1] ?? '') && /^[A-Za-z]/.test(text);
      return between ? ` ${text}` : text;
    })
    .join('');
}
