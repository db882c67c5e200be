/** Rules and drawings as path objects of a page. Source: GB/T 33190-2016, 9. */
import { type XmlElement, xml } from '../xml-text.ts';
import { millimetres, numberList } from './page-units.ts';
import { fillColor } from './text-object.ts';

/** A step of a path, absolute, in points from the page's top left corner. */
export type PathStep =
  | { kind: 'move' | 'line'; x: number; y: number }
  | { kind: 'arc'; radius: number; large: boolean; sweep: boolean; x: number; y: number }
  | { kind: 'close' };

export interface DrawnPath {
  steps: readonly PathStep[];
  /** RRGGBB; null where the inside stays empty. */
  fill: string | null;
  stroke: { color: string; width: number; dashes: readonly number[] } | null;
}

/**
 * A rule as the line through its middle: readers draw a hairline that is stroked, and leave out one that is a filled
 * area less than a point of the screen high.
 */
export function rulePath(rule: {
  left: number;
  top: number;
  width: number;
  height: number;
  color: string;
}): DrawnPath {
  const { left, top, width, height, color } = rule;
  const flat = width >= height;
  const [x, y] = flat ? [left, top + height / 2] : [left + width / 2, top];
  const end = flat ? { x: left + width, y } : { x, y: top + height };
  return {
    steps: [
      { kind: 'move', x, y },
      { kind: 'line', ...end },
    ],
    fill: null,
    stroke: { color, width: flat ? height : width, dashes: [] },
  };
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function boxOf({ steps, stroke }: DrawnPath): Box {
  const margin = (stroke?.width ?? 0) / 2;
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const step of steps) {
    if (step.kind === 'close') continue;
    // An arc stays within its diameter of both its ends.
    const reach = margin + (step.kind === 'arc' ? 2 * step.radius : 0);
    box.left = Math.min(box.left, step.x - reach);
    box.top = Math.min(box.top, step.y - reach);
    box.right = Math.max(box.right, step.x + reach);
    box.bottom = Math.max(box.bottom, step.y + reach);
  }
  return box;
}

/** Steps relative to the object's boundary, in the format's short form (9.3, table 36). */
function abbreviated(steps: readonly PathStep[], { left, top }: Box): string {
  const point = (x: number, y: number) => `${millimetres(x - left)} ${millimetres(y - top)}`;
  return steps.map((step) => abbreviatedStep(step, point)).join(' ');
}

function abbreviatedStep(step: PathStep, point: (x: number, y: number) => string): string {
  switch (step.kind) {
    case 'move':
      return `M ${point(step.x, step.y)}`;
    case 'line':
      return `L ${point(step.x, step.y)}`;
    case 'arc': {
      const radius = millimetres(step.radius);
      const flags = `0 ${step.large ? 1 : 0} ${step.sweep ? 1 : 0}`;
      return `A ${radius} ${radius} ${flags} ${point(step.x, step.y)}`;
    }
    case 'close':
      return 'C';
  }
}

export function pathObject(path: DrawnPath, id: number): XmlElement {
  const { fill, stroke, steps } = path;
  const box = boxOf(path);
  const boundary = [box.left, box.top, box.right - box.left, box.bottom - box.top].map(millimetres);
  return xml(
    'ofd:PathObject',
    {
      ID: id,
      Boundary: numberList(boundary),
      Stroke: stroke !== null,
      Fill: fill !== null,
      ...(stroke === null ? {} : { LineWidth: millimetres(stroke.width) }),
      ...(stroke === null || stroke.dashes.length === 0
        ? {}
        : { DashPattern: numberList(stroke.dashes.map(millimetres)) }),
    },
    [
      ...(fill === null ? [] : fillColor(fill)),
      ...(stroke === null ? [] : strokeColor(stroke.color)),
      xml('ofd:AbbreviatedData', {}, [abbreviated(steps, box)]),
    ],
  );
}

function strokeColor(color: string): XmlElement[] {
  return fillColor(color).map((element) => ({ ...element, name: 'ofd:StrokeColor' }));
}
