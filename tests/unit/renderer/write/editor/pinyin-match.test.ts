import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pinyinPlace } from '../../../../../src/renderer/features/write/editor/pinyin-match.ts';

const mediation = ['ren', 'min', 'tiao', 'jie', 'an', 'jian', 'shu'];

describe('pinyinPlace', () => {
  it.each([
    ['tjaj', 2],
    ['tiaojie', 2],
    ['tiaoj', 2],
    ['tji', 2],
    ['tjanj', 2],
    ['rm', 0],
    ['anjian', 4],
    ['s', 6],
    ['sh', 6],
    ['shu', 6],
    ['xj', null],
    ['jt', null],
    ['tiaojies', null],
    ['', 0],
  ])('%s at %j', (letters, place) => {
    expect(pinyinPlace(mediation, letters)).toBe(place);
  });

  it('finds every stretch by its syllables, by its initials, and by any mixture', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: mediation.length - 1 }),
        fc.nat({ max: mediation.length }),
        fc.array(fc.boolean(), { minLength: mediation.length, maxLength: mediation.length }),
        (from, to, short) => {
          const letters = mediation
            .slice(from, to)
            .map((syllable, index) => (short[index] ? syllable.charAt(0) : syllable))
            .join('');
          const place = pinyinPlace(mediation, letters);
          expect(place).not.toBeNull();
          expect(place ?? 0).toBeLessThanOrEqual(from);
        },
      ),
    );
  });

  it('takes no longer for a long senseless query', () => {
    expect(pinyinPlace(Array<string>(60).fill('a'), `${'a'.repeat(59)}b`)).toBeNull();
  });
});
