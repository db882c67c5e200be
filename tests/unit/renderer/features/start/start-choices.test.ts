import { describe, expect, it } from 'vitest';
import { predecessorsFor, proposedYear } from '../../../../../src/renderer/features/start/start-choices.ts';
import type { ReportCard } from '../../../../../src/shared/contract.ts';

const today = new Date('2025-02-10T00:00:00');

function card(id: string, year: number, templateKey = 'law'): ReportCard {
  return {
    id,
    templateKey,
    year,
    title: '',
    documentNumber: '',
    addressee: '',
    signature: '',
    issuedOn: null,
    state: 'final',
    origin: 'imported',
    predecessorId: null,
    updatedAt: '2025-01-31T08:00:00Z',
    templateName: '',
    numbers: { confirmed: 0, carried: 0, missing: 0 },
    carriedParagraphs: 0,
    emptyChapters: 0,
  };
}
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
