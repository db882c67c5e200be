import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphPlain, splitSentences } from '../../../../../src/shared/domain/roll/sentences.ts';
import { binding, paragraph, prose } from './material.ts';

describe('splitSentences', () => {
  it.each([
    ['一句话。', ['一句话。']],
    ['第一句。第二句！第三句？', ['第一句。', '第二句！', '第三句？']],
    ['排查纠纷；化解纠纷；上报情况。', ['排查纠纷；', '化解纠纷；', '上报情况。']],
    ['没有句号', ['没有句号']],
    ['  前后空白。 　又一句。 ', ['前后空白。', '又一句。']],
    ['他说：“好。”大家同意。', ['他说：“好。”', '大家同意。']],
    ['落实“先学法。后上岗。”的要求。完成。', ['落实“先学法。后上岗。”的要求。', '完成。']],
    ['按“谁执法；谁普法”办。完。', ['按“谁执法；谁普法”办。', '完。']],
    ['附则（见附件；另发）如下。完。', ['附则（见附件；另发）如下。', '完。']],
    ['学习《意见；办法》。完。', ['学习《意见；办法》。', '完。']],
    ['少了一个“引号。后面还有。', ['少了一个“引号。', '后面还有。']],
    ['真的？！是。', ['真的？！', '是。']],
    ['3.5万元。2,000份。', ['3.5万元。', '2,000份。']],
    ['共￼，其中￼。', ['共￼，其中￼。']],
    ['', []],
    ['   ', []],
  ])('%s', (text, sentences) => {
    expect(splitSentences(text).map((sentence) => sentence.text)).toEqual(sentences);
  });

  it('puts every non-blank character into exactly one sentence, in order', () => {
    fc.assert(
      fc.property(prose, (text) => {
        let from = 0;
        for (const { text: slice, start, end } of splitSentences(text)) {
          expect(text.slice(from, start).trim()).toBe('');
          expect(text.slice(start, end)).toBe(slice);
          expect(slice).toBe(slice.trim());
          from = end;
        }
        expect(text.slice(from).trim()).toBe('');
      }),
    );
  });
});

it('paragraphPlain counts each binding as one character', () => {
  expect(paragraphPlain(paragraph(['共', binding('a'), '，', binding('b'), '。']))).toBe(
    '共\ufffc，\ufffc。',
  );
  expect(paragraphPlain(paragraph([]))).toBe('');
});
