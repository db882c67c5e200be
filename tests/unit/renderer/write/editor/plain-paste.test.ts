import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isOwnHtml,
  pastedParagraphs,
  sliceFromText,
  withFreshPlaces,
} from '../../../../../src/renderer/features/write/editor/plain-paste.ts';
import {
  documentToNode,
  nodeToDocument,
  writeSchema,
} from '../../../../../src/renderer/features/write/editor/schema.ts';
import { bindingsOf } from '../../../../../src/shared/domain/document.ts';
import { binding, body, paragraph } from '../fixtures.ts';

const schema = writeSchema();

describe('pastedParagraphs', () => {
  it.each([
    ['一段话。', ['一段话。']],
    ['　　第一段。\r\n　　第二段。\r\n', ['第一段。', '第二段。']],
    ['第一段。\n\n\n第二段。', ['第一段。', '第二段。']],
    ['手动换行\v第二行\f第三行', ['手动换行', '第二行', '第三行']],
    ['表格\t一\t二', ['表格 一 二']],
    ['\uFEFF零宽\u200B字符\u0007', ['零宽字符']],
    ['58\u00A0件', ['58 件']],
    [' \n　\n', []],
    // Looked through again from each blank, these would take minutes.
    [`甲${'\t'.repeat(400_000)}乙`, [`甲${' '.repeat(400_000)}乙`]],
  ])('%#', (text, paragraphs) => {
    expect(pastedParagraphs(text)).toEqual(paragraphs);
  });

  it('loses nothing that can be seen', () => {
    const visible = (text: string) =>
      text.normalize('NFC').replace(/[\s\p{Cc}\u200B\uFEFF\uFFFC\u3000]/gu, '');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visible(pastedParagraphs(text).join(''))).toBe(visible(text));
      }),
    );
  });
});

describe('sliceFromText', () => {
  it('flows into the paragraph it is pasted into', () => {
    const before = documentToNode(schema, body(paragraph(['甲丙'])));
    const after = before.replace(2, 2, sliceFromText(schema, '乙'));
    expect(nodeToDocument(after)).toEqual(body(paragraph(['甲乙丙'])));
  });

  it('keeps paragraphs apart', () => {
    const before = documentToNode(schema, body(paragraph(['甲丁'])));
    const after = before.replace(2, 2, sliceFromText(schema, '乙\n丙'));
    expect(nodeToDocument(after)).toEqual(body(paragraph(['甲乙']), paragraph(['丙丁'])));
  });

  it('is empty for nothing', () => {
    expect(sliceFromText(schema, '\n　').size).toBe(0);
  });
});

describe('isOwnHtml', () => {
  it.each([
    ['<meta charset="utf-8"><p data-carried-from="" data-pm-slice="1 1 []">字</p>', true],
    ['<p data-pm-slice="1 1 []">another editor</p>', false],
    ['<p class="MsoNormal">字</p>', false],
    ['', false],
  ])('%s', (html, own) => {
    expect(isOwnHtml(html)).toBe(own);
  });
});

describe('withFreshPlaces', () => {
  it('gives every copy an identity of its own and changes nothing else', () => {
    let next = 0;
    const newId = () => {
      next += 1;
      return `new${next}`;
    };
    const override = { text: '近60件', reason: '含年底未结的两件', instead: '58件' };
    const second = { ...binding('b'), override };
    const original = body(paragraph(['甲', binding('a'), '乙', second], 2023), paragraph([]));
    const copy = schema.node('doc', null, withFreshPlaces(documentToNode(schema, original).content, newId));
    const document = nodeToDocument(copy);
    expect(bindingsOf(document).map(({ id }) => id)).toEqual(['new1', 'new2']);
    const copied = { ...binding('new2'), override };
    expect(document).toStrictEqual(
      body(paragraph(['甲', binding('new1'), '乙', copied], 2023), paragraph([])),
    );
  });
});
