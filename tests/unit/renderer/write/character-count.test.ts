import { describe, expect, it } from 'vitest';
import {
  countCharacters,
  countDocument,
  createCharacterCounter,
  type Reading,
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

/** Everything is printed. */
const reading = (show: () => string): Reading => ({ show, printed: (body) => body });

describe('countDocument', () => {
  const text = body(paragraph(['排查', binding('a'), '。']), paragraph(['化解。']));

  it('counts numbers as they are shown', () => {
    expect(
      countDocument(
        text,
        reading(() => '58件'),
      ),
    ).toBe(9);
    expect(
      countDocument(
        text,
        reading(() => ''),
      ),
    ).toBe(6);
  });

  it('leaves out what is not printed', () => {
    const printed = { show: () => '58件', printed: () => body(paragraph(['化解。'])) };
    expect(countDocument(text, printed)).toBe(3);
  });

  it('is remembered per text until numbers are shown otherwise', () => {
    const count = createCharacterCounter();
    let asked = 0;
    const counted = reading(() => {
      asked += 1;
      return '58件';
    });
    expect([count(text, counted), count(text, counted)]).toEqual([9, 9]);
    expect(asked).toBe(1);
    expect(
      count(
        text,
        reading(() => '1158件'),
      ),
    ).toBe(11);
  });
});
