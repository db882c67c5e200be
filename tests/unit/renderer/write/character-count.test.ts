import { describe, expect, it } from 'vitest';
import {
  countCharacters,
  countDocument,
  createCharacterCounter,
} from '../../../../src/renderer/features/write/character-count.ts';
import { binding, body, paragraph } from './fixtures.ts';

describe('countCharacters', () => {
  it.each([
    ['', 0],
    ['全年 58 件。', 6],
    ['　　首行缩进', 4],
    ['𠮷村', 2],
    ['a\tb\nc', 3],
  ])('%j', (text, count) => {
    expect(countCharacters(text)).toBe(count);
  });
});

describe('countDocument', () => {
  const text = body(paragraph(['排查', binding('a'), '。']), paragraph(['化解。']));

  it('counts numbers as they are shown', () => {
    expect(countDocument(text, () => '58件')).toBe(9);
    expect(countDocument(text, () => '')).toBe(6);
  });

  it('is remembered per text until numbers are shown otherwise', () => {
    const count = createCharacterCounter();
    let asked = 0;
    const show = () => {
      asked += 1;
      return '58件';
    };
    expect([count(text, show), count(text, show)]).toEqual([9, 9]);
    expect(asked).toBe(1);
    expect(count(text, () => '1158件')).toBe(11);
  });
});
