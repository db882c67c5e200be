/** Text objects of an .ofd page with their places. Source: GB/T 33190-2016, 11 (text), 8.5 (graphic units). */
import { childrenOf, type XmlElement } from '../archive/xml-elements.ts';

export interface PlacedText {
  text: string;
  /** Left edge, baseline and right edge, in millimetres from the page's upper left corner. */
  left: number;
  baseline: number;
  right: number;
  /** Size of the characters, in millimetres. */
  size: number;
}

const usualSize = 4;
/** Farther apart than that many times their size, characters are words or cells of their own. */
const gapInSizes = 2.5;
const identity = [1, 0, 0, 1, 0, 0];

/** Hands each piece of a text object to `take`; pieces of one object far apart are told apart by a tab. */
export function readTextObject(object: XmlElement, take: (text: PlacedText) => void): void {
  const [boundaryX = 0, boundaryY = 0] = numbers(object.attributes.Boundary);
  const matrix = numbers(object.attributes.CTM);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix.length === 6 ? matrix : identity;
  const size = positive(numbers(object.attributes.Size)[0]) ?? usualSize;
  const across = Math.hypot(a, b) || 1;
  let [x, y] = [0, 0];
  for (const code of childrenOf(object)) {
    if (code.name !== 'ofd:TextCode') continue;
    // A place that is not given is the one before it (11.3, table 46).
    x = numbers(code.attributes.X)[0] ?? x;
    y = numbers(code.attributes.Y)[0] ?? y;
    const raw = code.children.filter((child) => typeof child === 'string').join('');
    const { text, width } = withSteps(raw.replace(/[\r\n]+/g, ''), steps(code.attributes.DeltaX), size);
    if (text === '') continue;
    const left = boundaryX + a * x + c * y + e;
    take({
      text,
      left,
      baseline: boundaryY + b * x + d * y + f,
      right: left + width * across,
      size: size * (Math.hypot(c, d) || 1),
    });
  }
}

/** The characters with a tab where a step is wide, and how wide they are together. */
function withSteps(raw: string, deltas: readonly number[], size: number): { text: string; width: number } {
  const characters = [...raw];
  let width = 0;
  let text = '';
  characters.forEach((character, index) => {
    const own = widthOf(character) * size;
    const last = index === characters.length - 1;
    const step = last ? own : (deltas[index] ?? own);
    text += character;
    if (!last && step > size * gapInSizes) text += '\t';
    width += step;
  });
  return { text, width };
}

/** In sizes: half for the characters of other scripts. */
function widthOf(character: string): number {
  return character.charCodeAt(0) < 0x2000 ? 0.5 : 1;
}

/** Distances; «g 5 3.2» stands for five times 3.2 (GB/T 33190-2016, 11.3). */
function steps(text: string | undefined): number[] {
  const words = (text ?? '').split(/\s+/).filter((word) => word !== '');
  const found: number[] = [];
  for (let index = 0; index < words.length && found.length < mostSteps; index += 1) {
    if (words[index] === 'g') {
      const times = Math.min(Math.max(0, Number(words[index + 1]) || 0), mostSteps - found.length);
      const step = Number(words[index + 2]) || 0;
      for (let count = 0; count < times; count += 1) found.push(step);
      index += 2;
    } else {
      found.push(Number(words[index]) || 0);
    }
  }
  return found;
}

/** Longer pieces of text have no further steps. */
const mostSteps = 10_000;

function numbers(text: string | undefined): number[] {
  const found = (text ?? '').trim().split(/\s+/).map(Number);
  return found.some((each) => !Number.isFinite(each)) || text === undefined ? [] : found;
}

function positive(value: number | undefined): number | null {
  return value !== undefined && value > 0 ? value : null;
}
