import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentNumberAdvice } from '../../../../src/shared/domain/document-number.ts';

describe('a document number', () => {
  it.each(['云政字〔2025〕3号', '云政办发〔2025〕120号', '云政字〔2025〕', '  云政字〔2025〕3号 ', ''])(
    '«%s» is left as it is',
    (text) => expect(documentNumberAdvice(text)).toBeNull(),
  );

  it.each(['云政字3号', '待定', '云政字〔2025〕3号附件', '〔〕', '云政字(二〇二五)3号'])(
    '«%s» is not understood, and left to the person',
    (text) => expect(documentNumberAdvice(text)).toBeNull(),
  );

  it.each([
    ['云政字(2025)3号', '云政字〔2025〕3号', ['brackets']],
    ['云政字[2025]3号', '云政字〔2025〕3号', ['brackets']],
    ['云政字（2025）3号', '云政字〔2025〕3号', ['brackets']],
    ['云政字【2025】3号', '云政字〔2025〕3号', ['brackets']],
    ['云政字〔2025)3号', '云政字〔2025〕3号', ['brackets']],
    ['云政字（2025）', '云政字〔2025〕', ['brackets']],
    ['云政字〔25〕3号', '云政字〔2025〕3号', ['year']],
    ['云政字〔2025年〕3号', '云政字〔2025〕3号', ['year']],
    ['云政字〔2025〕第3号', '云政字〔2025〕3号', ['ordinal']],
    ['云政字〔2025〕003号', '云政字〔2025〕3号', ['zero']],
    ['云政字〔2025〕10', '云政字〔2025〕10号', ['closing']],
    ['云政字〔２０２５〕３号', '云政字〔2025〕3号', ['digits']],
    ['云政字 〔2025〕 3号', '云政字〔2025〕3号', ['blanks']],
    ['新年办(2025)第 03', '新年办〔2025〕3号', ['brackets', 'ordinal', 'zero', 'closing', 'blanks']],
    ['云政字〔2025〕0号', null, []],
  ])('«%s» is to be «%s»', (text, proper, faults) => {
    expect(documentNumberAdvice(text)).toEqual(proper === null ? null : { proper, faults });
  });

  it('needs no more advice once the advice is taken', () => {
    const typed = fc
      .tuple(
        fc.constantFrom('', '云政字', '新年办 '),
        fc.constantFrom('(', '（', '[', '〔', '【'),
        fc.constantFrom('25', '2025', '２０２５', '2025年'),
        fc.constantFrom(')', '）', ']', '〕', '】'),
        fc.constantFrom('', '第'),
        fc.constantFrom('', '0', '00', '3', '03', '３', '120'),
        fc.constantFrom('', '号', ' 号'),
      )
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(typed, (text) => {
        const advice = documentNumberAdvice(text);
        expect(advice && documentNumberAdvice(advice.proper)).toBeNull();
      }),
    );
  });
});
