import { describe, expect, it } from 'vitest';
import { isReady, missingElements } from '../../../../../src/renderer/features/submit/open-points.ts';

const nothingOpen = { unresolved: [], carriedParagraphs: 0, staleHeadings: [], imprintMissing: [] };

describe('a formal document', () => {
  it('can be made of a report with nothing open, in every look', () => {
    expect(isReady(nothingOpen, 'formal')).toBe(true);
    expect(isReady(nothingOpen, 'public')).toBe(true);
  });

  it('without 签发人 lacks it only where there is a red head', () => {
    const unsigned = { ...nothingOpen, imprintMissing: ['signer' as const] };
    expect(isReady(unsigned, 'formal')).toBe(false);
    expect(missingElements(unsigned, 'formal')).toEqual(['signer']);
    expect(isReady(unsigned, 'plain')).toBe(true);
    expect(missingElements(unsigned, 'public')).toEqual([]);
  });

  it.each([{ carriedParagraphs: 1 }, { staleHeadings: [{ chapterId: 'c', text: '2023' }] }])(
    'is kept back in every look by %o',
    (open) => {
      expect(isReady({ ...nothingOpen, ...open }, 'plain')).toBe(false);
    },
  );
});
