import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characterDiff, compareCells, compareTexts } from '../../../../../src/shared/domain/roll/compare.ts';
import { prose } from './material.ts';

const told = (left: string[], right: string[]) =>
  compareTexts(left, right).map((pair) => `${pair.kind}: ${pair.left ?? '–'} | ${pair.right ?? '–'}`);

describe('compareTexts', () => {
  it('tells unchanged, changed numbers, edits, new and dropped paragraphs', () => {
    expect(
      told(
        [
          '一、工作开展情况',
          '2020年排查纠纷46件，化解45件。',
          '深入开展普法宣传，进村入户发放资料。',
          '旧的段落不再保留。',
          '结语。',
        ],
        [
          '一、工作开展情况',
          '2021年排查纠纷58件，化解57件。',
          '深入开展普法宣传，进校园、进企业发放资料。',
          '结语。',
          '后面增加的内容。',
        ],
      ),
    ).toEqual([
      'unchanged: 一、工作开展情况 | 一、工作开展情况',
      'numbers: 2020年排查纠纷46件，化解45件。 | 2021年排查纠纷58件，化解57件。',
      'edited: 深入开展普法宣传，进村入户发放资料。 | 深入开展普法宣传，进校园、进企业发放资料。',
      'dropped: 旧的段落不再保留。 | –',
      'unchanged: 结语。 | 结语。',
      'new: – | 后面增加的内容。',
    ]);
  });

  it.each([
    ['共 46 件，办结。', '共46件,办结。', 'unchanged'],
    ['培训240余人次。', '培训260人次。', 'numbers'],
    ['3月5日开会。', '4月6日开会。', 'numbers'],
    ['投入三十万元。', '投入40万元。', 'numbers'],
    ['调解员46名，共培训。', '调解员46户，共培训。', 'edited'],
    ['村庄\t46\t3%', '村庄\t58\t4%', 'numbers'],
  ])('%s | %s: %s', (left, right, kind) => {
    expect(compareTexts([left], [right])).toEqual([{ kind, left, right }]);
  });

  it('pairs an edited paragraph with the most similar one, in order', () => {
    expect(
      told(
        ['全面推进政务公开，及时发布信息。', '加强执法队伍建设，严格持证上岗。'],
        ['新增一段完全不同的话语。', '加强执法队伍能力建设，严格实行持证上岗。'],
      ),
    ).toEqual([
      'dropped: 全面推进政务公开，及时发布信息。 | –',
      'new: – | 新增一段完全不同的话语。',
      'edited: 加强执法队伍建设，严格持证上岗。 | 加强执法队伍能力建设，严格实行持证上岗。',
    ]);
  });

  it('keeps every paragraph of both sides once and in order', () => {
    const texts = fc.array(
      fc.oneof(prose, fc.constantFrom('甲乙丙丁。', '甲乙丙丁戊。', '共3件。', '共4件。', '')),
    );
    fc.assert(
      fc.property(texts, texts, (left, right) => {
        const pairs = compareTexts(left, right);
        expect(pairs.flatMap((pair) => (pair.left === null ? [] : [pair.left]))).toEqual(left);
        expect(pairs.flatMap((pair) => (pair.right === null ? [] : [pair.right]))).toEqual(right);
        for (const pair of pairs) {
          expect(pair.kind === 'new').toBe(pair.left === null);
          expect(pair.kind === 'dropped').toBe(pair.right === null);
        }
      }),
    );
  });

  it('finds a text unchanged against itself', () => {
    fc.assert(
      fc.property(fc.array(prose), (texts) => {
        for (const pair of compareTexts(texts, texts)) expect(pair.kind).toBe('unchanged');
      }),
    );
  });

  it('aligns 5,000 paragraphs that were all edited, and stays whole when they were all moved', () => {
    const numeral = (index: number) =>
      [...String(index)].map((digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)]).join('');
    const texts = Array.from(
      { length: 5000 },
      (_, index) => `${numeral(index)}村${numeral(index * 7)}组落实${numeral(index * 13)}号责任。`,
    );
    const edited = texts.map((text) => text.replace('落实', '全面落实'));
    expect(compareTexts(texts, edited).filter((pair) => pair.kind === 'edited').length).toBeGreaterThan(4900);
    const moved = texts.toReversed();
    expect(compareTexts(texts, moved).flatMap((pair) => pair.right ?? [])).toEqual(moved);
  });
});

describe('characterDiff', () => {
  it('marks characters, and numbers as a whole', () => {
    expect(characterDiff('共排查58件纠纷。', '共化解53件纠纷。')).toEqual([
      { kind: 'kept', text: '共' },
      { kind: 'removed', text: '排查58' },
      { kind: 'added', text: '化解53' },
      { kind: 'kept', text: '件纠纷。' },
    ]);
    expect(characterDiff('占95.3%', '占95.8%').filter((change) => change.kind !== 'kept')).toEqual([
      { kind: 'removed', text: '95.3' },
      { kind: 'added', text: '95.8' },
    ]);
    expect(characterDiff('', '')).toEqual([]);
    expect(characterDiff('同', '同')).toEqual([{ kind: 'kept', text: '同' }]);
  });

  it('gives both texts back', () => {
    fc.assert(
      fc.property(prose, prose, (left, right) => {
        const changes = characterDiff(left, right);
        const without = (kind: string) =>
          changes
            .filter((change) => change.kind !== kind)
            .map((change) => change.text)
            .join('');
        expect(without('added')).toBe(left);
        expect(without('removed')).toBe(right);
      }),
    );
  });

  it('tells two long texts that share nothing as one replaced by the other', () => {
    const left = Array.from({ length: 9000 }, (_, index) => String.fromCharCode(0x4e00 + index)).join('');
    const right = [...left].reverse().join('');
    expect(characterDiff(left, right).map((change) => change.kind)).toEqual(['removed', 'added']);
  });
});

describe('compareCells', () => {
  it('compares by column', () => {
    expect(compareCells('甲村\t46\t\t3%\t旧', '甲 村\t58\t2\t3%\t')).toEqual([
      { kind: 'unchanged', left: '甲村', right: '甲 村' },
      { kind: 'numbers', left: '46', right: '58' },
      { kind: 'new', left: null, right: '2' },
      { kind: 'unchanged', left: '3%', right: '3%' },
      { kind: 'dropped', left: '旧', right: null },
    ]);
  });

  it('aligns rows of different length', () => {
    expect(compareCells('甲村\t合计', '甲村\t新列\t合计').map((pair) => pair.kind)).toEqual([
      'unchanged',
      'new',
      'unchanged',
    ]);
  });
});
