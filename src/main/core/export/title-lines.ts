/** Breaks a title into lines at word sense. Source: GB/T 9704-2012, 7.3.1. */
import { textWidth } from './text-width.ts';

/** Titles are broken by choice up to this many lines; longer ones are filled line by line. */
const mostChosenLines = 3;

/** A line beginning with these reads wrongly: they belong to the word before them. */
const neverFirst = /^[的地得和与及、，。；：？！”’》〉）」』】〕·—…,.;:?!)\]%]/u;
/** A line ending with these promises something that stands on the next line. */
const neverLast = /[“‘《〈（「『【〔([、和与及]$/u;

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** Pieces of the title that must not be broken: words of the dictionary, and everything inside 《》. */
function unbreakablePieces(title: string): string[] {
  const pieces: string[] = [];
  let quoted = '';
  for (const { segment } of words.segment(title)) {
    const open = quoted !== '' || segment.includes('《');
    if (!open) {
      pieces.push(segment);
      continue;
    }
    quoted += segment;
    if (segment.includes('》')) {
      pieces.push(quoted);
      quoted = '';
    }
  }
  if (quoted !== '') pieces.push(quoted);
  return pieces;
}

/** How badly a break before `next` reads; a break between the organ and «关于» is the usual one. */
function breakCost(line: string, next: string): number {
  if (neverFirst.test(next) || neverLast.test(line)) return 400;
  if (next.startsWith('关于') || /(人民政府|办事处|委员会|党委|中心|局|所)$/u.test(line)) return -100;
  // Inside «关于…年度» and between a number and its unit a break is possible, only ugly.
  if (/^(年|年度|月|日)/u.test(next) || /\d$/u.test(line)) return 200;
  return 0;
}

/** Uneven lines cost little, an hourglass (the middle line the shortest) much: the standard wants a trapezoid or a diamond. */
function shapeCost(lines: readonly string[]): number {
  const widths = lines.map(textWidth);
  const mean = widths.reduce((sum, width) => sum + width, 0) / widths.length;
  const uneven = widths.reduce((sum, width) => sum + (width - mean) ** 2, 0);
  const [first, middle, last] = widths;
  const hourglass =
    first !== undefined && middle !== undefined && last !== undefined && middle < first && middle < last;
  return uneven + (hourglass ? 100 : 0);
}

/** Every way to set `pieces` in exactly `count` lines that fit, with the cost of its breaks. */
function* arrangements(
  pieces: readonly string[],
  count: number,
  lineWidth: number,
): Generator<{ lines: string[]; cost: number }> {
  const whole = pieces.join('');
  if (count === 1) {
    if (textWidth(whole) <= lineWidth) yield { lines: [whole], cost: 0 };
    return;
  }
  for (let index = 1; index <= pieces.length - count + 1; index++) {
    const line = pieces.slice(0, index).join('');
    if (textWidth(line) > lineWidth) return;
    const rest = pieces.slice(index);
    for (const arrangement of arrangements(rest, count - 1, lineWidth)) {
      const cost = arrangement.cost + breakCost(line, rest[0] ?? '');
      yield { lines: [line, ...arrangement.lines], cost };
    }
  }
}

/** Last resort for a title that no choice of breaks can set: word by word, and characters where a word is too long. */
function fill(pieces: readonly string[], lineWidth: number): string[] {
  const lines: string[] = [];
  let line = '';
  const units = pieces.flatMap((piece) => (textWidth(piece) > lineWidth ? [...piece] : [piece]));
  for (const unit of units) {
    if (line !== '' && textWidth(line + unit) > lineWidth) {
      lines.push(line);
      line = '';
    }
    line += unit;
  }
  return line === '' ? lines : [...lines, line];
}

function breakLine(title: string, lineWidth: number): string[] {
  const pieces = unbreakablePieces(title);
  const fewest = Math.max(1, Math.ceil(textWidth(title) / lineWidth));
  for (let count = fewest; count <= mostChosenLines; count++) {
    let best: { lines: string[]; cost: number } | null = null;
    for (const { lines, cost } of arrangements(pieces, count, lineWidth)) {
      const total = cost + shapeCost(lines);
      if (best === null || total < best.cost) best = { lines, cost: total };
    }
    if (best !== null) return best.lines;
  }
  return fill(pieces, lineWidth);
}

/**
 * The lines of a title no wider than `lineWidth` (in characters of the title's size), in as few lines as possible,
 * broken between words with the lines of similar length. A line break typed by the clerk is kept.
 * Joined without separator the lines give the title back, apart from such typed breaks.
 */
export function titleLines(title: string, lineWidth: number): string[] {
  return title
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => breakLine(line, lineWidth));
}
