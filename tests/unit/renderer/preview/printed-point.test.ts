import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWords } from '../../../../src/renderer/features/preview/found-ranges.ts';
import { offsetOfWords, wordsAround } from '../../../../src/renderer/features/preview/printed-point.ts';
import { type ParagraphNode, paragraphFromText } from '../../../../src/shared/domain/document.ts';
import type { PageBlock } from '../../../../src/shared/domain/paged-document.ts';
import { segment } from './pages.ts';

const number = '\ufffc';

/** Lines of pieces; a piece that begins with # is a number of the tables, named by what follows. */
function block(...lines: string[][]): PageBlock {
  return {
    kind: 'text',
    role: 'paragraph',
    continued: false,
    source: { chapterId: 'a', paragraph: 0 },
    lines: lines.map((pieces, index) => ({
      top: 100 + 29 * index,
      height: 29,
      segments: pieces.map((piece) =>
        piece.startsWith('#') ? { ...segment('12'), bindingId: piece.slice(1) } : segment(piece),
      ),
    })),
  };
}

function paragraph(...parts: string[]): ParagraphNode {
  return {
    type: 'paragraph',
    attrs: { carriedFrom: null },
    content: parts.map((part) =>
      part === number
        ? {
            type: 'binding',
            attrs: { id: part, indicatorId: 'i', yearOffset: 0, format: { style: 'plain' } },
          }
        : { type: 'text', text: part },
    ) as ParagraphNode['content'],
  };
}

describe('the words around a point', () => {
  const printed = block(['全年办理', '#n'], ['#n', '件，较上年']);
  it('count a number once, though it goes on in the next line', () => {
    expect(wordsAround(printed, { segment: 3, offset: 2 })).toEqual({
      before: `全年办理${number}件，`,
      after: '较上年',
    });
    expect(wordsAround(printed, { segment: 0, offset: 2 })).toEqual({
      before: '全年',
      after: `办理${number}件，较上年`,
    });
  });
  it('are none of a table', () => {
    const table: PageBlock = { kind: 'table', source: { chapterId: 'a', paragraph: 0 }, rows: [], rules: [] };
    expect(wordsAround(table, { segment: 0, offset: 3 })).toEqual({ before: '', after: '' });
  });
});

describe('the same point in the text', () => {
  const written = paragraph('全年办理', number, '件，较上年增加', number, '件。');
  it.each([
    ['a point in words', `全年办理${number}件，`, '较上年增加', 7],
    ['the beginning', '', '全年办理', 0],
    ['the end', `增加${number}件。`, '', 15],
    ['behind a heading that runs in', '健全机制。全年', '办理', 2],
  ])('%s', (_, before, after, offset) => {
    expect(offsetOfWords(written, { before, after })).toBe(offset);
  });
  it('is the nearest of several', () => {
    const same = paragraph('件件件件件件');
    expect(offsetOfWords(same, { before: '件件件', after: '件件件' })).toBe(3);
  });
  it('is none where other words stand now, or nothing at all', () => {
    expect(offsetOfWords(paragraph('别的'), { before: '全年', after: '办理' })).toBeNull();
    expect(offsetOfWords(paragraphFromText(''), { before: '全年', after: '办理' })).toBeNull();
    expect(offsetOfWords(written, { before: '', after: '' })).toBeNull();
  });
  it('is found in any text that is printed as it stands', () => {
    const words = fc.string({ unit: fc.constantFrom('甲', '乙', '，', '1'), minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(words, fc.nat(60), (text, at) => {
        const cut = Math.min(at, text.length);
        const found = offsetOfWords(paragraphFromText(text), {
          before: text.slice(0, cut),
          after: text.slice(cut),
        });
        expect(found).toBe(cut);
      }),
    );
  });
});

describe('finding words', () => {
  it.each([
    ['全年办理12件，办理', '办理', [2, 8]],
    ['aAa', 'a', [0, 1, 2]],
    ['哈哈哈', '哈哈', [0]],
    ['任何', '', []],
    ['短', '很长的词', []],
  ])('%s: %s', (text, sought, places) => expect(findWords(text, sought)).toEqual(places));
});
