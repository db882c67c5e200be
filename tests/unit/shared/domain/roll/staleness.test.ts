import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParagraphNode } from '../../../../../src/shared/domain/document.ts';
import {
  carriedShare,
  createLineageIndex,
  sentenceAges,
} from '../../../../../src/shared/domain/roll/staleness.ts';
import { binding, chapter, paragraph, prose } from './material.ts';

const lineageOf = (...reports: [year: number, ...paragraphs: ParagraphNode[]][]) =>
  createLineageIndex(
    reports.map(([year, ...paragraphs]) => ({ year, chapters: [chapter('a', paragraphs)] })),
  );
const ages = (text: string, ...reports: [year: number, text: string][]) =>
  sentenceAges(
    paragraph([text]),
    lineageOf(...reports.map(([year, earlier]): [number, ParagraphNode] => [year, paragraph([earlier])])),
  ).map(({ years, kind }) => `${kind} ${years}`);

describe('sentenceAges', () => {
  it.each<[string, string, [number, string][], string[]]>([
    ['new', '新的一句。', [[2020, '旧的一句。']], ['null 0']],
    ['one year', '坚持依法行政。', [[2020, '坚持依法行政。']], ['unchanged 1']],
    [
      'three years',
      '坚持。',
      [
        [2020, '坚持。'],
        [2019, '前言。坚持。'],
        [2018, '坚持。后语。'],
      ],
      ['unchanged 3'],
    ],
    [
      'broken off',
      '坚持。',
      [
        [2020, '坚持。'],
        [2019, '另写。'],
        [2018, '坚持。'],
      ],
      ['unchanged 1'],
    ],
    [
      'a year is missing',
      '坚持。',
      [
        [2020, '坚持。'],
        [2018, '坚持。'],
      ],
      ['unchanged 1'],
    ],
    ['blanks and width', '坚持 依法，行政（试行）。', [[2020, '坚持依法,行政(试行)。']], ['unchanged 1']],
    [
      'numbers only',
      '2021年化解58件。',
      [
        [2020, '2020年化解46件。'],
        [2019, '2019年化解四十件。'],
      ],
      ['numbersOnly 2'],
    ],
    ['hedges', '培训240余人次。', [[2020, '培训近300人次。']], ['numbersOnly 1']],
    [
      'each sentence for itself',
      '坚持。培训3次。新句。',
      [[2020, '坚持。培训2次。']],
      ['unchanged 1', 'numbersOnly 1', 'null 0'],
    ],
    ['other words', '化解58件。', [[2020, '排查58件。']], ['null 0']],
  ])('%s', (_name, text, reports, expected) => {
    expect(ages(text, ...reports)).toEqual(expected);
  });

  it('takes bindings of the same indicator and format for equal, and a number for a binding as its number', () => {
    const bound = paragraph(['化解', binding('resolved'), '。']);
    const kind = (earlier: ParagraphNode) => sentenceAges(bound, lineageOf([2020, earlier]))[0]?.kind;
    expect(kind(paragraph(['化解', binding('resolved'), '。']))).toBe('unchanged');
    expect(kind(paragraph(['化解', binding('screened'), '。']))).toBe('numbersOnly');
    expect(kind(paragraph(['化解', binding('resolved', { style: 'integer', unit: true }), '。']))).toBe(
      'numbersOnly',
    );
    expect(kind(paragraph(['化解58件。']))).toBe('numbersOnly');
    expect(kind(paragraph(['排查', binding('resolved'), '。']))).toBeNull();
  });

  it('finds every sentence of a text that is in all earlier years', () => {
    fc.assert(
      fc.property(prose, fc.integer({ min: 1, max: 4 }), (text, count) => {
        const reports = Array.from({ length: count }, (_, index): [number, string] => [2020 - index, text]);
        for (const age of ages(text, ...reports)) expect(age).toBe(`unchanged ${count}`);
      }),
    );
  });
});

describe('carriedShare', () => {
  it('weighs paragraphs by their characters, a binding as one', () => {
    const fresh = { carriedFrom: null };
    const shares = carriedShare([
      chapter('half', [paragraph(['四个字。']), paragraph(['新 写', binding('a'), '。'], fresh)]),
      chapter('all', [paragraph(['沿用。']), paragraph([], fresh)]),
      chapter('none', [paragraph(['新写。'], fresh)]),
      chapter('blank', [paragraph([], fresh)]),
    ]);
    expect([...shares]).toEqual([
      ['half', 0.5],
      ['all', 1],
      ['none', 0],
      ['blank', 0],
    ]);
  });
});
