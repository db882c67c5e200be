import { expect, it } from 'vitest';
import { cardStep } from '../../../../../src/renderer/features/home/card-step.ts';
import type { ReportCard } from '../../../../../src/shared/contract.ts';
import { reportCard } from '../../report.ts';

const card = reportCard({ numbers: { confirmed: 5, carried: 0, missing: 0 } });

it.each<[Partial<ReportCard>, ReturnType<typeof cardStep>]>([
  [
    { numbers: { confirmed: 5, carried: 2, missing: 9 }, carriedParagraphs: 3 },
    { kind: 'numbers', count: 2, place: 'data' },
  ],
  [
    { numbers: { confirmed: 0, carried: 0, missing: 9 }, carriedParagraphs: 3 },
    { kind: 'fill', count: 9, place: 'data' },
  ],
  [
    { numbers: { confirmed: 5, carried: 0, missing: 9 }, carriedParagraphs: 3 },
    { kind: 'paragraphs', count: 3, place: 'write' },
  ],
  [
    { changedPlaces: 1, carriedParagraphs: 3 },
    { kind: 'changed', count: 1, place: 'write' },
  ],
  [{ emptyChapters: 2 }, { kind: 'chapters', count: 2, place: 'write' }],
  [{ numbers: { confirmed: 5, carried: 0, missing: 9 } }, { kind: 'missing', count: 9, place: 'data' }],
  [{}, { kind: 'export', count: 0, place: 'submit' }],
  [
    { state: 'final', carriedParagraphs: 3 },
    { kind: 'final', count: 0, place: 'write' },
  ],
])('the next step of %j', (change, expected) => {
  expect(cardStep({ ...card, ...change })).toEqual(expected);
});
