import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../../../../src/main/core/import/text/read-text.ts';
import { understand } from '../../../../../../src/main/core/import/understanding/understand.ts';
import type { ParsedReport } from '../../../../../../src/shared/domain/parsed-report.ts';
import { accountedText, bagOfCharacters, keptText } from '../accounting.ts';

const texts = ['fixtures/import', 'accuracy/own/held-out', 'accuracy/own/known'].flatMap((folder) => {
  const url = new URL(`../../../../../${folder}/`, import.meta.url);
  return readdirSync(url)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readFileSync(new URL(file, url), 'utf8'));
});

const slips = [
  ...['\n', '\n\n', '\f', '　　', '  ', '。', '，', '：', '；', '.', '“', '”', '《'],
  ...['一、', '（一）', '(二)', '1.', '（1）', '①', '第三部分', '一是', '**', '## ', '• ', '- '],
  ...['第3页', '— 3 —', '12', '13', '印发', '抄送：', '打印', '字号：', '索引号：', '来源：', '附件：'],
  ...['2021年', '3月5日', '2022-02-18', '〔2022〕6号', '人民政府', '文件', '报告', '3-5名', '两次'],
];

const mutated = fc
  .record({
    text: fc.constantFrom(...texts),
    from: fc.nat(300),
    edits: fc.array(fc.record({ at: fc.nat(2000), remove: fc.nat(6), insert: fc.constantFrom(...slips) }), {
      maxLength: 12,
    }),
  })
  .map(({ text, from, edits }) =>
    edits.reduce((result, { at, remove, insert }) => {
      const place = at % (result.length + 1);
      return result.slice(0, place) + insert + result.slice(place + remove);
    }, text.slice(from)),
  );

function parsed(text: string): ParsedReport {
  return understand(readText({ text, encoding: 'utf-8', guessed: false, undecodable: 0 }));
}

function structure({ paragraphs, headings, quantities }: ParsedReport) {
  return { paragraphs, headings, quantities };
}

describe('a report read again from its own text', () => {
  it('stays as it is', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const once = parsed(text);
        fc.pre(once.paragraphs.length > 0);
        expect(structure(parsed(keptText(once)))).toEqual(structure(once));
        expect(bagOfCharacters(accountedText(once))).toBe(bagOfCharacters(text));
      }),
      { numRuns: 200 },
    );
  });

  it('stays as it is where only indentation told its paragraphs apart', () => {
    const lines = ['全镇网格员名单', '各村上报的人员和联系方式汇总表由镇综治中心统一保管'];
    const text = [...lines, ...lines, ...lines].map((line) => `　　${line}`).join('\n');
    const once = parsed(`一、工作\n${text}`);
    expect(structure(parsed(keptText(once)))).toEqual(structure(once));
  });
});
