import { describe, expect, it } from 'vitest';
import { countReferences, referencesOf } from '../../../../src/renderer/features/data/references.ts';
import type { InlineNode } from '../../../../src/shared/domain/document.ts';
import type { Chapter } from '../../../../src/shared/domain/model.ts';
import { numberChapters } from '../../../../src/shared/domain/outline.ts';

const text = (words: string): InlineNode => ({ type: 'text', text: words });
const chip = (id: string, indicatorId: string): InlineNode => ({
  type: 'binding',
  attrs: { id, indicatorId, yearOffset: 0, format: { style: 'plain', unit: true } },
});

function chapter(id: string, parentId: string | null, content: InlineNode[]): Chapter {
  return {
    id,
    parentId,
    position: 0,
    kind: 'section',
    heading: `标题${id}`,
    runIn: false,
    templateChapterKey: null,
    body: { type: 'doc', content: [{ type: 'paragraph', attrs: { carriedFrom: null }, content }] },
    done: false,
    revision: 0,
  };
}

const chapters = numberChapters([
  chapter('1', null, [
    text('上一句。全年排查'),
    chip('p', 'screened'),
    text('，化解'),
    chip('q', 'settled'),
    text('；下一句。'),
  ]),
  chapter('2', '1', [
    text('甲！'),
    chip('r', 'screened'),
    text('件，再排查'),
    chip('s', 'screened'),
    text('件'),
  ]),
]);
const sentences = (indicatorId: string) =>
  referencesOf(chapters, indicatorId, ({ id }) => `[${id}]`).map(({ marker, placeId, sentence }) => [
    marker,
    placeId,
    sentence.map((part) => part.text).join(''),
  ]);

describe('referencesOf', () => {
  it('gives each place with its marker and the sentence around it', () => {
    expect(sentences('screened')).toEqual([
      ['一、', 'p', '全年排查[p]，化解[q]；'],
      ['（一）', 'r', '[r]件，再排查[s]件'],
      ['（一）', 's', '[r]件，再排查[s]件'],
    ]);
  });

  it('marks the own chips among the others', () => {
    const [first] = referencesOf(chapters, 'settled', () => '5');
    expect(first?.sentence.flatMap(({ binding }) => binding ?? []).map(({ own }) => own)).toEqual([
      false,
      true,
    ]);
  });
});

describe('a condition', () => {
  const passage = (words: InlineNode): InlineNode =>
    words.type === 'figure'
      ? words
      : {
          ...words,
          marks: [
            {
              type: 'condition',
              attrs: { id: 'c', indicatorId: 'letters', yearOffset: 0, test: 'nonZero', limit: null },
            },
          ],
        };
  const conditional = numberChapters([
    chapter('1', null, [text('甲。'), passage(text('化解')), passage(chip('p', 'settled')), text('乙。')]),
  ]);

  it('is a place of the number it asks, with the words that depend on it', () => {
    const [place, ...others] = referencesOf(conditional, 'letters', () => '5');
    expect(others).toEqual([]);
    expect(place).toMatchObject({ placeId: 'c', chapterId: '1', condition: { test: 'nonZero' } });
    expect(place?.sentence.map((part) => part.text).join('')).toBe('化解5');
    expect(referencesOf(conditional, 'settled', () => '5').map(({ condition }) => condition)).toEqual([null]);
  });

  it('is counted among its places', () => {
    expect(Object.fromEntries(countReferences(conditional))).toEqual({ letters: 1, settled: 1 });
  });
});

describe('countReferences', () => {
  it('counts places, not chapters', () => {
    expect(Object.fromEntries(countReferences(chapters))).toEqual({ screened: 3, settled: 1 });
  });
});

describe('a table or chart', () => {
  const figure = {
    type: 'figure' as const,
    attrs: {
      id: 'f',
      form: 'table' as const,
      title: '调解情况',
      indicatorIds: ['screened', 'settled'],
      years: 3,
    },
  };
  const withFigure = numberChapters([chapter('1', null, [figure])]);

  it('is a place of each indicator it shows, told by its caption', () => {
    expect(Object.fromEntries(countReferences(withFigure))).toEqual({ screened: 1, settled: 1 });
    expect(referencesOf(withFigure, 'settled', () => '')).toMatchObject([
      { placeId: 'f', marker: '一、', sentence: [{ text: '表1　调解情况', binding: null }] },
    ]);
    expect(referencesOf(withFigure, 'other', () => '')).toEqual([]);
  });
});
