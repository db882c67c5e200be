import { describe, expect, it } from 'vitest';
import { placeBeside } from '../../../../../src/renderer/features/data/indicators/move-indicator.ts';
import { indicator } from '../tables.ts';

const [a, b, hidden, c] = ['a', 'b', 'hidden', 'c'].map((id) => indicator(id));
const all = [a, b, hidden, c, indicator('other', { topicId: 'x' })].filter((one) => one !== undefined);
const shown = new Set(['a', 'b', 'c', 'other']);

describe('moving an indicator', () => {
  it.each([
    ['a', 'up', null],
    ['a', 'down', 1],
    ['b', 'up', 0],
    ['b', 'down', 3],
    ['c', 'up', 1],
    ['c', 'down', null],
    ['other', 'up', null],
    ['hidden', 'up', null],
  ] as const)('%s %s: place %s among the others', (id, direction, place) => {
    const moved = all.find((one) => one.id === id);
    if (moved === undefined) throw new Error(id);
    expect(placeBeside(all, shown, moved, direction)).toBe(place);
  });
});
