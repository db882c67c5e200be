import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  firstWindowState,
  visibleWindowState,
  windowStateSchema,
} from '../../../../src/main/electron/window-state.ts';

const laptop = { x: 0, y: 0, width: 1366, height: 728 };
const beside = { x: 1366, y: 0, width: 1920, height: 1040 };

describe('visibleWindowState', () => {
  it.each([
    ['on the one screen', { x: 100, y: 50 }, [laptop], true],
    ['partly out to the left', { x: -800, y: 50 }, [laptop], true],
    ['all out to the left', { x: -1000, y: 50 }, [laptop], false],
    ['with only a strip in sight', { x: 1350, y: 50 }, [laptop], false],
    ['on the second screen', { x: 1500, y: 50 }, [laptop, beside], true],
    ['on a second screen that is gone', { x: 1500, y: 50 }, [laptop], false],
    ['with its title bar above the screen', { x: 100, y: -30 }, [laptop], false],
    ['with its title bar below the screen', { x: 100, y: 720 }, [laptop], false],
    ['with no screen at all', { x: 0, y: 0 }, [], false],
  ])('%s', (_what, place, workAreas, kept) => {
    const state = { ...place, width: 1000, height: 700, maximized: true };
    const expected = kept ? state : { width: 1000, height: 700, maximized: true };
    expect(visibleWindowState(state, workAreas)).toEqual(expected);
  });

  it('leaves a state without a place to the system', () => {
    expect(visibleWindowState(firstWindowState, [laptop])).toEqual(firstWindowState);
  });

  it('keeps no place that touches no screen', () => {
    const place = fc.integer({ min: -5000, max: 5000 });
    fc.assert(
      fc.property(place, place, (x, y) => {
        const kept = visibleWindowState({ x, y, width: 1000, height: 700, maximized: false }, [laptop]);
        expect(kept.x === undefined || (x > -1000 && x < 1366 && y >= 0 && y < 728)).toBe(true);
      }),
    );
  });
});

describe('windowStateSchema', () => {
  it.each([
    {},
    { width: 1, height: 700, maximized: false },
    { width: 1000, height: 1e9, maximized: false },
    { width: 1000.5, height: 700, maximized: false },
    { width: 1000, height: 700, maximized: 'yes' },
    { x: Number.NaN, width: 1000, height: 700, maximized: false },
    null,
  ])('refuses %j', (state) => {
    expect(windowStateSchema.safeParse(state).success).toBe(false);
  });
});
