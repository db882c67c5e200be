import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentFromPages } from '../../../../../../src/main/core/import/pdf/read-pdf.ts';
import { understand } from '../../../../../../src/main/core/import/understanding/understand.ts';
import { ExpectedFailure } from '../../../../../../src/shared/errors.ts';
import { accountedText, bagOfCharacters } from '../accounting.ts';

const piece = fc.record({
  text: fc.oneof(
    fc.constantFrom(
      '一、',
      '（一）',
      '工作情况',
      '全年培训5场。',
      '2023年',
      '—3—',
      '12',
      '附件1',
      '第2页',
      ' ',
      '　',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }).map((text) => text.toWellFormed()),
  ),
  x: fc.oneof(fc.constantFrom(80, 112, 112.2, 280), fc.integer({ min: -50, max: 700 })),
  y: fc.oneof(fc.constantFrom(50, 120, 149, 178, 800), fc.integer({ min: -50, max: 900 })),
  width: fc.constantFrom(0, 16, 96, 440),
  size: fc.constantFrom(0, 9, 16, 22),
});
const page = fc.record({
  width: fc.constantFrom(595, 842),
  height: fc.constantFrom(842, 595),
  pieces: fc.array(piece, { maxLength: 25 }),
  across: fc.array(fc.constant('草稿'), { maxLength: 1 }),
  comments: fc.array(fc.constant('请核对'), { maxLength: 1 }),
});

describe('text at any place', () => {
  it('is kept or listed as left out, to the last character', () => {
    fc.assert(
      fc.property(fc.array(page, { maxLength: 5 }), (pages) => {
        const source = pages
          .flatMap(({ pieces, across, comments }) => [
            ...pieces.map(({ text }) => text),
            ...across,
            ...comments,
          ])
          .join('');
        try {
          const parsed = understand(documentFromPages(pages));
          expect(bagOfCharacters(accountedText(parsed))).toBe(bagOfCharacters(source));
        } catch (error) {
          if (!(error instanceof ExpectedFailure)) throw error;
          expect(error.failure.code).toBe('import.noText');
        }
      }),
      { numRuns: 400 },
    );
  });
});
