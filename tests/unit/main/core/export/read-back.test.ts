import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { renderDocx } from '../../../../../src/main/core/export/document-docx.ts';
import { layOutReport } from '../../../../../src/main/core/export/layout.ts';
import { elementText } from '../../../../../src/main/core/export/layout-model.ts';
import { checkExport, readDocxText } from '../../../../../src/main/core/export/read-back.ts';
import { nationalStandardProfile } from '../../../../../src/shared/domain/format-profile.ts';
import { resolvedChapters, trialBook, trialContent } from './trial-report.ts';

const layout = layOutReport(trialContent(resolvedChapters), trialBook(), { mode: 'formal' });
const bytes = await renderDocx(layout, nationalStandardProfile);

/** The same file with its document part changed. */
function tampered(change: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  const before = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  const after = change(before);
  expect(after).not.toBe(before);
  return zipSync({ ...files, 'word/document.xml': strToU8(after) });
}

describe('readDocxText', () => {
  it('gives every paragraph as it was laid out, marks and brackets included', () => {
    expect(readDocxText(bytes)).toEqual(layout.elements.map(elementText));
    expect(readDocxText(bytes)).toContain('（一）化解“邻里”矛盾 & <纠纷>');
  });

  it.each([new Uint8Array(), strToU8('not a document'), zipSync({ 'a.txt': strToU8('a') })])(
    'throws on what is no .docx',
    (nonsense) => {
      expect(() => readDocxText(nonsense)).toThrow();
    },
  );
});

describe('checkExport', () => {
  it('finds every number and paragraph of its own file', () => {
    expect(checkExport(bytes, layout)).toEqual({ checked: 1, unequal: 0, unequalParagraphs: 0 });
  });

  it.each([
    ['a number changed', (xml: string) => xml.replace('58件', '85件'), { unequal: 1, unequalParagraphs: 1 }],
    [
      'a number turned into plain text',
      (xml: string) => xml.replace('<w:rStyle w:val="BoundNumber"/>', ''),
      { unequal: 1, unequalParagraphs: 0 },
    ],
    [
      'a number more than there should be',
      (xml: string) =>
        xml.replace(
          '</w:p><w:sectPr',
          '<w:r><w:rPr><w:rStyle w:val="BoundNumber"/></w:rPr><w:t>9件</w:t></w:r></w:p><w:sectPr',
        ),
      { unequal: 1, unequalParagraphs: 1 },
    ],
    [
      'a word changed',
      (xml: string) => xml.replace('逐件登记', '逐项登记'),
      { unequal: 0, unequalParagraphs: 1 },
    ],
    [
      'the last paragraph lost',
      (xml: string) => xml.replace(/<w:p>(?:(?!<w:p>).)*<\/w:p>(?=<w:sectPr)/, ''),
      { unequal: 0, unequalParagraphs: 1 },
    ],
    [
      'a paragraph too many',
      (xml: string) => xml.replace('<w:sectPr>', '<w:p/><w:sectPr>'),
      { unequal: 0, unequalParagraphs: 1 },
    ],
  ])('tells %s', (_what, change, expected) => {
    expect(checkExport(tampered(change), layout)).toEqual({ checked: 1, ...expected });
  });
});
