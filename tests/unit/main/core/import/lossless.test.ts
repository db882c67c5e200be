import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReportFile } from '../../../../../src/main/core/import/import-file.ts';
import { parsedReportSchema } from '../../../../../src/shared/domain/parsed-report.ts';
import { accountedText, bagOfCharacters, isInOrder, keptText } from './accounting.ts';
import { parseText } from './parse.ts';

const fixtures = ['red-head', 'page-breaks', 'web-page', 'one-paragraph'].map((name) =>
  readFileSync(new URL(`../../../../fixtures/import/${name}.txt`, import.meta.url), 'utf8'),
);

const fragment = fc.constantFrom(
  ...[
    '\n',
    '\n\n',
    '\r',
    '\f',
    '\u2028',
    '\t',
    '　　',
    '  ',
    '。',
    '，',
    '：',
    '；',
    '.',
    '“',
    '”',
    '《',
    '》',
  ],
  ...[
    '一、',
    '（一）',
    '(二)',
    '1.',
    '（1）',
    '①',
    '第三部分',
    '二是',
    '**',
    '## ',
    '• ',
    '- ',
    '[bookmark: x]',
    '&nbsp;',
  ],
  ...[
    '\u00ad',
    '\u200b',
    '\u0007',
    '\ufffc',
    '第3页',
    '— 3 —',
    '12',
    '13',
    '印发',
    '抄送：',
    '打印',
    '字号：',
    '索引号：',
    '来源：',
  ],
  ...[
    '2021年',
    '3月5日',
    '2022-02-18',
    '12.4',
    '〔2022〕6号',
    '人民政府',
    '文件',
    '报告',
    '3-5名',
    '3万余份',
    '两次',
    '百分之五',
    '𠮷',
  ],
);

/** A fixture, whole or in part, with pieces put in and characters taken out. */
const mutated = fc
  .record({
    text: fc.constantFrom(...fixtures),
    from: fc.nat(300),
    edits: fc.array(fc.record({ at: fc.nat(2000), remove: fc.nat(6), insert: fragment }), { maxLength: 25 }),
  })
  .map(({ text, from, edits }) =>
    edits
      .reduce((result, { at, remove, insert }) => {
        const place = at % (result.length + 1);
        return result.slice(0, place) + insert + result.slice(place + remove);
      }, text.slice(from))
      .toWellFormed(),
  );

const assembled = fc
  .array(
    fc.oneof(fragment, fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom('加强管理', '全镇')),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join('').toWellFormed());

describe('nothing is lost', () => {
  it.each([
    ['realistic texts with slips', mutated],
    ['any text', assembled],
  ])('%s: each non-blank character is kept, in order, or listed as left out', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        // A byte order mark at the very start belongs to the encoding.
        fc.pre(text.trim() !== '' && !text.startsWith('\ufeff'));
        const outcome = parseReportFile('report.txt', new TextEncoder().encode(text));
        if (!outcome.ok) {
          expect(['import.unsupported', 'import.damaged']).toContain(outcome.error.code);
          return;
        }
        const parsed = parsedReportSchema.parse(outcome.value);
        fc.pre(!parsed.warnings.some((warning) => warning.code === 'encodingGuessed'));
        expect(bagOfCharacters(accountedText(parsed))).toBe(bagOfCharacters(text));
        expect(isInOrder(keptText(parsed), text)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('positions of quantities are exact and governing headings exist', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        fc.pre(text.trim() !== '');
        const parsed = parseText(text);
        for (const { text: slice, start, end, paragraph } of parsed.quantities) {
          expect(parsed.paragraphs[paragraph]?.text.slice(start, end)).toBe(slice);
        }
        const headings = parsed.paragraphs.filter((paragraph) => paragraph.kind === 'heading');
        expect(headings.map((paragraph) => paragraph.heading)).toEqual(
          parsed.headings.map((_, index) => index),
        );
      }),
    );
  });

  it.each(fixtures.map((text, index) => [index, text]))(
    'fixture %i parsed again from its own text stays as it is',
    (_, text) => {
      const once = parseText(String(text));
      const twice = parseText(keptText(once));
      expect(twice.paragraphs).toEqual(once.paragraphs);
      expect(twice.headings).toEqual(once.headings);
      expect(twice.quantities).toEqual(once.quantities);
    },
  );
});
