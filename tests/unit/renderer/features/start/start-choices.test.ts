import { describe, expect, it } from 'vitest';
import { predecessorsFor, proposedYear } from '../../../../../src/renderer/features/start/start-choices.ts';
import { reportCard } from '../../report.ts';

const today = new Date('2025-02-10T00:00:00');

const card = (id: string, year: number, templateKey = 'law') =>
  reportCard({ id, year, templateKey, state: 'final', origin: 'imported' });
const reports = [card('a', 2021), card('b', 2023), card('c', 2024, 'other')];

describe('proposed year', () => {
  it.each([
    [reports, 'law', null, 2024],
    [reports, 'law', 'a', 2022],
    [[], 'law', null, 2024],
  ])('%#', (known, template, predecessor, expected) => {
    expect(proposedYear(known, template, predecessor, today)).toBe(expected);
  });
});

it('offers earlier reports of the same template, newest first', () => {
  expect(predecessorsFor(reports, 'law', 2024).map(({ id }) => id)).toEqual(['b', 'a']);
  expect(predecessorsFor(reports, 'law', 2023).map(({ id }) => id)).toEqual(['a']);
});
