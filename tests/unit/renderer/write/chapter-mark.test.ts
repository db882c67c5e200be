import { describe, expect, it } from 'vitest';
import { chapterMark } from '../../../../src/renderer/features/write/chapter-mark.ts';
import { carriedParagraphs } from '../../../../src/shared/domain/document.ts';
import { binding, body, paragraph } from './fixtures.ts';

const carried = paragraph(['去年的话。'], 2023);
const own = paragraph(['今年的话。']);
const blank = paragraph([]);
const spaces = paragraph(['　 '], 2023);

describe('chapterMark', () => {
  it.each([
    ['nothing written', body(blank), 'empty'],
    ['only white space', body(spaces, blank), 'empty'],
    ['no paragraphs at all', body(), 'empty'],
    ['all carried', body(carried, carried), 'carried'],
    ['carried, blank lines between', body(carried, blank, carried), 'carried'],
    ['one paragraph of this year', body(carried, own), 'edited'],
    ['all of this year', body(own), 'edited'],
    ['a lone number', body(paragraph([binding('a')])), 'edited'],
  ] as const)('%s', (_name, document, mark) => {
    expect(chapterMark({ body: document, done: false })).toBe(mark);
  });

  it('is done when a person says so, whatever the text', () => {
    expect(chapterMark({ body: body(carried), done: true })).toBe('done');
    expect(chapterMark({ body: body(blank), done: true }, ['edited'])).toBe('done');
  });

  it.each([
    [['done', 'done'], 'done'],
    [['empty', 'empty'], 'empty'],
    [['carried', 'empty'], 'carried'],
    [['done', 'empty'], 'edited'],
    [['edited', 'carried'], 'edited'],
  ] as const)('of a chapter that only holds %j', (below, mark) => {
    expect(chapterMark({ body: body(blank), done: false }, below)).toBe(mark);
  });

  it('is that of its own text where there is any', () => {
    expect(chapterMark({ body: body(carried), done: false }, ['done'])).toBe('carried');
  });
});

describe('carriedParagraphs', () => {
  it('counts those with text', () => {
    expect(carriedParagraphs(body(carried, spaces, own, carried))).toBe(2);
  });
});
