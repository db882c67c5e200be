import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyDocument } from '../../../../src/shared/domain/document.ts';
import type { Chapter } from '../../../../src/shared/domain/model.ts';
import {
  attachmentLabels,
  chapterMarker,
  numberChapters,
  withoutAttachments,
} from '../../../../src/shared/domain/outline.ts';

function chapter(
  id: string,
  parentId: string | null,
  position: number,
  kind: Chapter['kind'] = 'section',
): Chapter {
  return {
    id,
    parentId,
    position,
    kind,
    heading: id,
    runIn: false,
    templateChapterKey: null,
    body: emptyDocument(),
    done: false,
    revision: 0,
  };
}

describe('markers of GB/T 9704', () => {
  test.each([
    [1, 1, '一、'],
    [1, 10, '十、'],
    [1, 12, '十二、'],
    [1, 20, '二十、'],
    [1, 21, '二十一、'],
    [1, 100, '一百、'],
    [2, 3, '（三）'],
    [3, 4, '4.'],
    [4, 15, '（15）'],
  ])('level %i, number %i is %s', (level, ordinal, marker) => {
    expect(chapterMarker(level, ordinal)).toBe(marker);
  });
});

describe('numbering a tree', () => {
  test('reading order, levels and markers; preamble and closing take no number', () => {
    const numbered = numberChapters([
      chapter('b2', 'b', 1),
      chapter('b1', 'b', 0),
      chapter('end', null, 3, 'closing'),
      chapter('a', null, 1),
      chapter('b', null, 2),
      chapter('lead', null, 0, 'preamble'),
      chapter('b1x', 'b1', 0),
    ]);
    expect(numbered.map(({ chapter: { id }, level, marker }) => [id, level, marker])).toEqual([
      ['lead', 1, ''],
      ['a', 1, '一、'],
      ['b', 1, '二、'],
      ['b1', 2, '（一）'],
      ['b1x', 3, '1.'],
      ['b2', 2, '（二）'],
      ['end', 1, ''],
    ]);
  });

  test('the order of the input does not matter', () => {
    const chapters = [
      chapter('a', null, 0),
      chapter('b', null, 1),
      chapter('c', 'a', 0),
      chapter('d', 'a', 1),
      chapter('e', 'c', 0),
    ];
    const expected = numberChapters(chapters);
    fc.assert(
      fc.property(fc.shuffledSubarray(chapters, { minLength: chapters.length }), (shuffled) => {
        expect(numberChapters(shuffled)).toEqual(expected);
      }),
    );
  });

  test('a chapter whose parent is out of sight is out of sight', () => {
    expect(numberChapters([chapter('orphan', 'gone', 0)])).toEqual([]);
  });

  test('below an attachment the numbering begins afresh, and the labels count only attachments', () => {
    const numbered = numberChapters([
      chapter('a', null, 0),
      chapter('list', null, 1, 'attachment'),
      chapter('l1', 'list', 0),
      chapter('l1x', 'l1', 0),
      chapter('sums', null, 2, 'attachment'),
    ]);
    expect(numbered.map(({ chapter: { id }, level, marker }) => [id, level, marker])).toEqual([
      ['a', 1, '一、'],
      ['list', 1, ''],
      ['l1', 1, '一、'],
      ['l1x', 2, '（一）'],
      ['sums', 1, ''],
    ]);
    expect([...attachmentLabels(numbered)]).toEqual([
      ['list', '附件1'],
      ['sums', '附件2'],
    ]);
    expect([...attachmentLabels(numbered.slice(0, 4)).values()]).toEqual(['附件']);
    expect(withoutAttachments(numbered).map(({ chapter: { id } }) => id)).toEqual(['a']);
  });
});
