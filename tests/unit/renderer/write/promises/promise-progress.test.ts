import { describe, expect, it } from 'vitest';
import {
  linkedPassage,
  openPromises,
  passagePlace,
} from '../../../../../src/renderer/features/write/promises/promise-progress.ts';
import { promiseStates } from '../../../../../src/shared/domain/promise.ts';
import { binding, paragraph } from '../fixtures.ts';

describe('openPromises', () => {
  it('leaves out what was answered, postponed or dropped', () => {
    const promises = promiseStates.map((state, position) => ({
      id: state,
      position,
      text: '建成调处中心。',
      state,
      chapterId: null,
      passage: '',
      reason: '',
    }));
    expect(openPromises(promises).map(({ id }) => id)).toEqual(['open']);
  });
});

describe('linkedPassage', () => {
  it('is one line of at most the length that the contract allows', () => {
    expect(linkedPassage(' 第一段。\n第二段。 ')).toBe('第一段。 第二段。');
    expect(linkedPassage('长'.repeat(3000))).toHaveLength(2000);
  });
});

describe('passagePlace', () => {
  const paragraphs = [
    paragraph(['开头一段，没有链接。']),
    paragraph(['全年排查', binding('a'), '，其余均在期限之内。']),
  ];
  const place = (passage: string) => passagePlace(paragraphs, passage, () => '58件');

  it('finds the paragraph, its numbers as they are shown', () => {
    expect(place('全年排查58件')).toBe(1);
  });

  it('still finds it when its end was rewritten', () => {
    expect(place('全年排查58件，已经全部化解完毕，没有遗留。')).toBe(1);
  });

  it('is null for a passage that is gone, and for a whole chapter', () => {
    expect(place('从未写过的一句话。')).toBeNull();
    expect(place('')).toBeNull();
  });
});
