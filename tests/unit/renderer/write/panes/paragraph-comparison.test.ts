import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareParagraphs } from '../../../../../src/renderer/features/write/panes/paragraph-comparison.ts';
import { binding, paragraph } from '../fixtures.ts';

const screened = paragraph(['全年排查矛盾纠纷', binding('a'), '，逐件登记，逐件回访。']);
const market = paragraph(['逢集日在集镇设点，现场解答群众提问。']);
const training = paragraph(['培训调解员两轮，覆盖全部村（社区）。']);

describe('compareParagraphs', () => {
  it('finds what stands word for word, whatever the identity and number of its bindings', () => {
    const carried = paragraph(['全年排查矛盾纠纷', binding('new'), '，逐件登记，逐件回访。'], 2023);
    expect(compareParagraphs([screened], [market, carried])).toEqual([{ fate: 'verbatim', index: 1 }]);
  });

  it('takes another indicator or another format for a change', () => {
    const other = paragraph([
      '全年排查矛盾纠纷',
      binding('a', 'disputes.resolved'),
      '，逐件登记，逐件回访。',
    ]);
    expect(compareParagraphs([screened], [other])).toEqual([{ fate: 'changed', index: 0 }]);
  });

  it('finds rewritten paragraphs, also where a typed number became a binding', () => {
    const typed = paragraph(['全年排查矛盾纠纷46件，逐件登记。']);
    expect(compareParagraphs([typed], [market, screened])).toEqual([{ fate: 'changed', index: 1 }]);
  });

  it('says what is not there', () => {
    expect(compareParagraphs([market, training], [screened])).toEqual([
      { fate: 'absent', index: null },
      { fate: 'absent', index: null },
    ]);
  });

  it('lets a paragraph of this year answer only one of last year', () => {
    expect(compareParagraphs([market, market], [market])).toEqual([
      { fate: 'verbatim', index: 0 },
      { fate: 'absent', index: null },
    ]);
  });

  it('finds every paragraph of an unchanged chapter', () => {
    const some = fc.array(fc.constantFrom(screened, market, training), { maxLength: 8 });
    fc.assert(
      fc.property(some, (paragraphs) => {
        const fates = compareParagraphs(paragraphs, paragraphs);
        expect(fates.every(({ fate }) => fate === 'verbatim')).toBe(true);
        expect(new Set(fates.map(({ index }) => index)).size).toBe(paragraphs.length);
      }),
    );
  });
});
