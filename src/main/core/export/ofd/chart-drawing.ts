/**
 * A chart's SVG as paths and words. It reads what our own drawing library writes (moves, lines, circular arcs, shifts and
 * even enlargements, words with an anchor) and throws on anything else, so that nothing of a chart is dropped unseen.
 * Sources: SVG 1.1, 8.3 and 10; the library is ECharts with its SVG renderer.
 */
import { parse } from '../read-xml.ts';
import type { DrawnPath, PathStep } from './path-object.ts';

interface DrawnWords {
  text: string;
  x: number;
  /** Middle of the line. */
  y: number;
  size: number;
  anchor: 'start' | 'middle' | 'end';
  color: string;
  bold: boolean;
}

export interface ChartDrawing {
  paths: DrawnPath[];
  words: DrawnWords[];
}

/** x → scale · x + shift, the only change of place that the drawing uses. */
interface Placement {
  scale: number;
  x: number;
  y: number;
}

/** `left`, `top`: where the drawing stands on its page; `scale`: points for one unit of the drawing. */
export function readChartDrawing(
  svg: string,
  frame: { left: number; top: number; scale: number },
): ChartDrawing {
  const drawing: ChartDrawing = { paths: [], words: [] };
  let hidden = 0;
  let words: DrawnWords | null = null;
  parse(svg, {
    open(name, attributes) {
      if (hidden > 0 || name === 'defs' || name === 'style') {
        hidden += 1;
        return;
      }
      const placement = placed(attributes.transform, frame);
      if (name === 'path') drawing.paths.push(...paintedPath(attributes, placement));
      else if (name === 'rect') refusePainted(attributes);
      else if (name === 'text') words = wordsOf(attributes, placement);
      else if (name !== 'svg' && name !== 'g') throw new Error(`a chart cannot hold <${name}>`);
    },
    text(text) {
      if (words !== null) words.text += text;
    },
    close(name) {
      if (hidden > 0) hidden -= 1;
      else if (name === 'text' && words !== null) {
        drawing.words.push(words);
        words = null;
      }
    },
  });
  return drawing;
}

function numbersIn(text: string): number[] {
  return (text.match(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/gi) ?? []).map(Number);
}

function placed(
  transform: string | undefined,
  frame: { left: number; top: number; scale: number },
): Placement {
  const { left, top, scale } = frame;
  if (transform === undefined) return { scale, x: left, y: top };
  const values = numbersIn(transform);
  if (/^translate\([^()]*\)$/.test(transform)) {
    const [x = 0, y = 0] = values;
    return { scale, x: left + x * scale, y: top + y * scale };
  }
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = values;
  if (!/^matrix\([^()]*\)$/.test(transform) || b !== 0 || c !== 0 || a !== d) {
    throw new Error(`a chart cannot be placed by ${transform}`);
  }
  return { scale: scale * a, x: left + x * scale, y: top + y * scale };
}

/** RRGGBB, or null for no paint. */
function paint(value: string | undefined, opacity: string | undefined): string | null {
  if (value === undefined || value === 'none' || opacity === '0') return null;
  const long = /^#([0-9a-f]{6})$/i.exec(value)?.[1];
  if (long !== undefined) return long.toUpperCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(value);
  if (short !== null)
    return short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')
      .toUpperCase();
  const parts = /^rgb\(\d+,\s*\d+,\s*\d+\)$/.test(value) ? numbersIn(value) : null;
  if (parts === null) throw new Error(`a chart cannot be painted ${value}`);
  return parts
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

function paintedPath(attributes: Record<string, string>, placement: Placement): DrawnPath[] {
  const fill = paint(attributes.fill, attributes['fill-opacity']);
  const width = Number(attributes['stroke-width'] ?? 1) * placement.scale;
  const color = width > 0 ? paint(attributes.stroke, attributes['stroke-opacity']) : null;
  const dashes = numbersIn(attributes['stroke-dasharray'] ?? '').map((dash) => dash * placement.scale);
  const steps = pathSteps(attributes.d ?? '', placement);
  // A line has no inside: the library fills it all the same.
  const inside =
    steps.some(({ kind }) => kind === 'close' || kind === 'arc') || steps.length > 2 ? fill : null;
  if (inside === null && color === null) return [];
  return [{ steps, fill: inside, stroke: color === null ? null : { color, width, dashes } }];
}

/** The frame behind a drawing; it is never painted, and a painted one would have to be drawn. */
function refusePainted(attributes: Record<string, string>): void {
  if (paint(attributes.fill, attributes['fill-opacity']) !== null) throw new Error('a chart has no ground');
}

/** How many numbers follow each letter. */
const operands: Readonly<Record<string, number>> = { M: 2, m: 2, L: 2, l: 2, A: 7, a: 7, Z: 0, z: 0 };

function pathSteps(data: string, { scale, x: left, y: top }: Placement): PathStep[] {
  const steps: PathStep[] = [];
  let [x, y] = [0, 0];
  for (const [, letter = '', rest = ''] of data.matchAll(/([a-z])([^a-df-z]*)/gi)) {
    const count = operands[letter];
    const values = numbersIn(rest);
    if (count === undefined || (count === 0 ? values.length > 0 : values.length % count !== 0)) {
      throw new Error(`a chart cannot be drawn by «${letter}${rest}»`);
    }
    if (count === 0) steps.push({ kind: 'close' });
    for (let index = 0; count > 0 && index < values.length; index += count) {
      const relative = letter === letter.toLowerCase();
      const [dx = 0, dy = 0] = values.slice(index + count - 2, index + count);
      [x, y] = relative ? [x + dx, y + dy] : [dx, dy];
      const point = { x: left + x * scale, y: top + y * scale };
      const kind = letter.toUpperCase();
      if (kind === 'A') {
        const [rx = 0, ry = 0, , large, sweep] = values.slice(index);
        if (rx !== ry) throw new Error('a chart has circular arcs only');
        steps.push({ kind: 'arc', radius: rx * scale, large: large === 1, sweep: sweep === 1, ...point });
      } else steps.push({ kind: kind === 'M' && index === 0 ? 'move' : 'line', ...point });
    }
  }
  return steps;
}

function wordsOf(attributes: Record<string, string>, { scale, x, y }: Placement): DrawnWords {
  const style = attributes.style ?? '';
  const anchor = attributes['text-anchor'];
  const size = Number(/font-size:\s*([\d.]+)px/.exec(style)?.[1] ?? 12);
  return {
    text: '',
    x: x + Number(attributes.x ?? 0) * scale,
    y: y + Number(attributes.y ?? 0) * scale,
    size: size * scale,
    anchor: anchor === 'middle' || anchor === 'end' ? anchor : 'start',
    color: paint(attributes.fill, undefined) ?? '000000',
    bold: /font-weight:\s*bold/.test(style),
  };
}
