import { describe, expect, test } from 'vitest';
import { findHeadingMarker, findMarker } from '../../../../../src/shared/domain/text/markers.ts';

describe('the marker of a paragraph', () => {
  test.each([
    ['一、总体情况', '一、', 1, 1],
    ['第十二部分、保障', '第十二部分、', 1, 12],
    ['（三）　加强领导', '（三）', 2, 3],
    ['㈡加强领导', '㈡', 2, 2],
    ['１．主要做法', '１．', 3, 1],
    ['1.2024年以来', '1.', 3, 1],
    ['③主要做法', '③', 4, 3],
  ])('%s has %s', (text, marker, level, ordinal) => {
    const found = findMarker(text);
    expect(found).toMatchObject({ marker, level, ordinal });
    expect(findHeadingMarker(text)).toEqual(found);
  });

  test.each(['1.5倍', '12.4', '一些工作', ''])('«%s» has none', (text) => {
    expect(findMarker(text)).toBeNull();
    expect(findHeadingMarker(text)).toBeNull();
  });

  test.each([
    ['（一）项规定的', 2],
    ['㈠项规定的', 2],
    ['（1）款规定的', 4],
    ['一、二级市场', 1],
  ])(
    '«%s» may be a piece of a sentence, so it has one only where a person says that it is a heading',
    (text, level) => {
      expect(findMarker(text)).toBeNull();
      expect(findHeadingMarker(text)).toMatchObject({ level });
    },
  );

  test('a marker that is the whole line leaves no heading', () => {
    expect(findMarker('一、')).toMatchObject({ rest: '' });
    expect(findHeadingMarker('一、')).toBeNull();
  });

  test('a computed marker of an unknown form takes the level of its list, at most 4', () => {
    expect(findMarker('甲. 概况', { marker: '甲.', level: 2 })).toEqual({
      marker: '甲.',
      level: 2,
      ordinal: null,
      rest: '概况',
    });
    expect(findMarker('甲. 概况', { marker: '甲.', level: 7 })).toMatchObject({ level: 4 });
    expect(findMarker('概况', { marker: '甲.', level: 2 })).toBeNull();
  });
});
