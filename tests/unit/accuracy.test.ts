/** The goals of the understanding, held on our own labelled reports (tests/accuracy). */
import { describe, expect, it } from 'vitest';
import { ownSet } from '../accuracy/labels.ts';
import { align, f1, precision, recall, scoreSet } from '../accuracy/score.ts';

/** Goals for texts that the rules were tuned on, and for those labelled after they were settled. */
const tuned = { headings: 0.99, quantities: 0.98 };
const unseen = { headings: 0.97, quantities: 0.95 };

describe.each([
  ['held-out', 6, tuned],
  ['known', 6, tuned],
  ['unseen', 6, unseen],
])('our own reports, %s', (name, reports, goal) => {
  const score = scoreSet(ownSet(name));

  it('are all there', () => {
    expect(score.reports).toBeGreaterThanOrEqual(reports);
    expect(score.headings.labelled).toBeGreaterThan(7 * reports);
    expect(score.quantities.labelled).toBeGreaterThan(24 * reports);
  });

  it('have their headings found, level, marker and text', () => {
    expect(f1(score.headings), missesOf('heading')).toBeGreaterThanOrEqual(goal.headings);
  });

  it('have their quantities found, value and unit', () => {
    expect(recall(score.quantities), missesOf('quantity')).toBeGreaterThanOrEqual(goal.quantities);
    expect(precision(score.quantities), missesOf('quantity')).toBeGreaterThanOrEqual(goal.quantities);
  });

  it('lose no character', () => {
    expect(score.characters.accounted).toBe(score.characters.of);
  });

  function missesOf(kind: string): string {
    return score.misses
      .filter(({ what }) => what.startsWith(kind))
      .map(({ place, what }) => `${place} ${what}`)
      .join('\n');
  }
});

it('counts what is missed and what is too many', () => {
  const pairs = align(['a', 'b', 'c'], ['a', 'x', 'c', 'd'], (each) => each);
  expect(pairs).toEqual([
    ['a', 'a'],
    ['c', 'c'],
  ]);
  const tally = { right: pairs.length, labelled: 3, found: 4 };
  expect([precision(tally), recall(tally), f1(tally)]).toEqual([0.5, 2 / 3, 4 / 7]);
});
