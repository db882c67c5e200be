import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseReportFile } from '../../../../../src/main/core/import/import-file.ts';
import { compoundOf } from './doc/doc-fixture.ts';
import { docxOf, paragraph } from './docx/docx-fixture.ts';

function errorOf(name: string, bytes: Uint8Array) {
  const outcome = parseReportFile(name, bytes);
  return outcome.ok ? null : outcome.error;
}

const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const report = docxOf(paragraph('一、工作情况') + paragraph('全年培训5场。'));

/** Noise that repeats itself on every run: a linear congruential generator (Numerical Recipes). */
function noise(size: number): Uint8Array {
  let state = 12345;
  return Uint8Array.from({ length: size }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}

describe('content decides, the name only helps', () => {
  it('reads a .docx named .txt and a text named .docx', () => {
    const fromDocx = parseReportFile('报告.txt', report);
    const fromText = parseReportFile('报告.docx', strToU8('一、工作情况\n全年培训5场。'));
    expect(fromDocx.ok && fromDocx.value.paragraphs).toEqual(fromText.ok && fromText.value.paragraphs);
    expect(fromDocx.ok && fromDocx.value.quantities).toHaveLength(1);
  });

  it('reads a web page under any name', () => {
    const bytes = strToU8('\n<!DOCTYPE html><html><body><p>一、工作情况<p>全年培训5场。</body></html>');
    for (const name of ['a.html', 'a.doc', 'a.txt']) {
      const page = parseReportFile(name, bytes);
      expect(page.ok && page.value.paragraphs).toHaveLength(2);
    }
  });

  it.each([
    ['a.docx', strToU8('%PDF-1.7\n'), 'pdf'],
    ['a.txt', strToU8('{\\rtf1 text}'), 'rtf'],
    ['a.html', strToU8('MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n'), 'mht'],
    ['a.docx', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'xlsx'],
    ['a.zip', zipSync({ 'readme.txt': strToU8('x') }), 'zip'],
    ['a.exe', noise(400), 'exe'],
  ])('%s is refused as what it is: %#', (name, bytes, format) => {
    expect(errorOf(name, bytes)).toEqual({ code: 'import.unsupported', parameters: { name, format } });
  });
});

describe('bad input', () => {
  it.each(['a.doc', 'a.wps', 'a.txt'])(
    'a compound file of which nothing but the head is left: %s',
    (name) => {
      const bytes = Uint8Array.from([...compound, ...new Array(600).fill(0)]);
      expect(errorOf(name, bytes)).toEqual({ code: 'import.damaged', parameters: { name } });
    },
  );

  it('empty: no byte, only blanks, or a document without text', () => {
    for (const bytes of [new Uint8Array(), strToU8(' \n\r\n　'), docxOf('<w:p/>')]) {
      expect(errorOf('a.docx', bytes)).toEqual({ code: 'import.empty', parameters: { name: 'a.docx' } });
    }
  });

  it('protected by a password', () => {
    const office = compoundOf({ EncryptedPackage: new Uint8Array(8) });
    expect(errorOf('a.docx', office)?.code).toBe('import.encrypted');
    const zipped = report.slice();
    const view = new DataView(zipped.buffer);
    // The flag of every entry of the central directory.
    for (let at = 0; at + 4 < zipped.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
    expect(errorOf('a.docx', zipped)?.code).toBe('import.encrypted');
  });

  it('cut short at any place', () => {
    for (let length = 4; length < report.length; length += 7) {
      expect(['import.damaged', 'import.unsupported']).toContain(
        errorOf('a.docx', report.subarray(0, length))?.code ?? 'read',
      );
    }
  });

  it('any byte changed: refused or read, never a crash', () => {
    for (let at = 0; at < report.length; at += 3) {
      const changed = report.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      const code = errorOf('a.docx', changed)?.code ?? 'read';
      expect([
        'read',
        'import.damaged',
        'import.unsupported',
        'import.encrypted',
        'import.tooLarge',
        'import.empty',
      ]).toContain(code);
    }
  });

  it.each([
    ['a document type', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w:document/>'],
    [
      'an unknown entity',
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&a;</w:document>',
    ],
    ['no XML', 'plain'],
    [
      'deep nesting',
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${'<w:p>'.repeat(5000)}`,
    ],
  ])('%s in the document', (_, xml) => {
    const bytes = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(xml) });
    expect(errorOf('a.docx', bytes)?.code).toBe('import.damaged');
  });

  it('a bomb is not unpacked beyond the limit', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(60 * 1024 * 1024) });
    expect(errorOf('a.docx', bomb)).toEqual({
      code: 'import.tooLarge',
      parameters: { name: 'a.docx', limit: '24 MB' },
    });
  });

  it('too many entries, names that climb, targets outside', () => {
    const many = Object.fromEntries(
      Array.from({ length: 5000 }, (_, index) => [`f${index}`, new Uint8Array()]),
    );
    expect(errorOf('a.docx', zipSync(many))?.code).toBe('import.tooLarge');
    const climbing = zipSync({
      '../../word/document.xml': strToU8('<x/>'),
      'word\\..\\a.xml': strToU8('<x/>'),
    });
    expect(errorOf('a.docx', climbing)).toEqual({
      code: 'import.unsupported',
      parameters: { name: 'a.docx', format: 'zip' },
    });
  });

  it('20 MB of noise', () => {
    expect(['import.damaged', 'import.tooLarge']).toContain(errorOf('a.txt', noise(20 * 1024 * 1024))?.code);
    expect(errorOf('a.txt', strToU8('工作'.repeat(4_000_000)))).toEqual({
      code: 'import.tooLarge',
      parameters: { name: 'a.txt', limit: '4 MB' },
    });
  });

  it.each([
    '1.',
    '一、甲',
    '“',
    '1,',
    '**',
    '（一）甲。',
    '2021年',
    '&n',
    '［',
    '\n报告',
    '甲，\n',
    '3-',
    '百分之五',
  ])('the most text taken, of nothing but «%s», is bounded', (piece) => {
    const outcome = parseReportFile('a.txt', strToU8(piece.repeat(Math.floor(900_000 / piece.length))));
    expect(outcome.ok || outcome.error.code === 'import.tooLarge').toBe(true);
  });
});
