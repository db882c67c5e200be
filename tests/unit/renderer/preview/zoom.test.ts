import { describe, expect, it, test } from 'vitest';
import { zoomKeyOf } from '../../../../src/renderer/features/preview/use-zoom.ts';
import {
  nextZoom,
  percentOf,
  pixelsPerPoint,
  scaleOf,
  wheelZoom,
  type Zoom,
  zoomOf,
  zoomWord,
} from '../../../../src/renderer/features/preview/zoom.ts';

const a4 = { width: 595.3, height: 841.9 };
const turned = { width: 841.9, height: 595.3 };
const room = { width: 1000, height: 600 };
const at = (percent: number) => (percent / 100) * pixelsPerPoint;

describe('the scale of a page', () => {
  it('is that of paper at 100 %', () => {
    expect(scaleOf({ kind: 'percent', percent: 100 }, a4, room) * 72).toBeCloseTo(96);
  });
  it('fits the width, or the whole page', () => {
    expect(scaleOf({ kind: 'width' }, a4, room) * a4.width).toBeCloseTo(1000);
    expect(scaleOf({ kind: 'page' }, a4, room) * a4.height).toBeCloseTo(600);
    expect(scaleOf({ kind: 'page' }, turned, { width: 500, height: 600 }) * turned.width).toBeCloseTo(500);
  });
  it('keeps within its limits in a desk that has no room', () => {
    expect(percentOf(scaleOf({ kind: 'page' }, a4, { width: 0, height: -48 }))).toBe(25);
    expect(percentOf(scaleOf({ kind: 'width' }, a4, { width: 90_000, height: 1 }))).toBe(400);
  });
});

test.each([
  [100, 'in', 110],
  [100, 'out', 90],
  [83, 'in', 90],
  [83, 'out', 75],
  [400, 'in', 400],
  [25, 'out', 25],
] as const)('from %s %s to %s', (percent, direction, next) => {
  expect(nextZoom(at(percent), direction)).toEqual({ kind: 'percent', percent: next });
});

describe('the wheel', () => {
  it('goes back to where it came from', () => {
    const there = wheelZoom(at(100), -100);
    if (there.kind !== 'percent') throw new Error('not a percentage');
    expect(there.percent).toBeCloseTo(110);
    expect(wheelZoom(at(there.percent), 100)).toMatchObject({ percent: expect.closeTo(100) });
  });
  it('does not leap at a mouse that sends thousands', () => {
    expect(wheelZoom(at(100), -1e6)).toMatchObject({ percent: expect.closeTo(133.1) });
  });
});

describe('a kept zoom', () => {
  const zooms: Zoom[] = [{ kind: 'page' }, { kind: 'width' }, { kind: 'percent', percent: 125 }];
  it.each(zooms)('%j is found again', (zoom) => expect(zoomOf(zoomWord(zoom))).toEqual(zoom));
  it.each([null, '', 'wide', '-5', '1e3'])('%j is as on paper', (word) =>
    expect(zoomOf(word)).toEqual({ kind: 'percent', percent: 100 }),
  );
});

describe('zoom keys', () => {
  const key = (pressed: string, different = {}) =>
    zoomKeyOf({
      key: pressed,
      ctrlKey: true,
      metaKey: false,
      altKey: false,
      isComposing: false,
      ...different,
    });
  it.each([
    ['+', 'in'],
    ['=', 'in'],
    ['-', 'out'],
    ['0', 'actual'],
    ['1', null],
  ])('Ctrl with %s', (pressed, wanted) => expect(key(pressed)).toBe(wanted));
  it('are nothing while an input method composes, and without Ctrl', () => {
    expect(key('+', { isComposing: true })).toBeNull();
    expect(key('+', { ctrlKey: false })).toBeNull();
  });
});
