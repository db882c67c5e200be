import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finishPdf } from '../../../../../../src/main/core/export/pdf/finish-pdf.ts';
import {
  readPdfFile,
  textObject,
  writePdfFile,
} from '../../../../../../src/main/core/export/pdf/pdf-file.ts';

function file(...contents: string[]): Uint8Array {
  const objects = new Map(contents.map((content, index) => [index + 1, textObject(index + 1, content)]));
  return writePdfFile({ objects, root: 2, info: 1 });
}

const properties = {
  title: '年度报告',
  author: '云溪镇人民政府',
  issuedOn: '2025-02-05',
  characters: new Set<string>(),
};

describe('the objects of a .pdf', () => {
  it('are read and written again', () => {
    const bytes = file('<</Creator (x)>>', '<</Type /Catalog>>', '<</A 1>>');
    const read = readPdfFile(bytes);
    expect(read?.objects.get(3)?.toString()).toBe('3 0 obj\n<</A 1>>\nendobj\n');
    expect(read && writePdfFile(read)).toEqual(bytes);
  });

  it('are refused in files of another kind', () => {
    const text = Buffer.from(file('<<>>', '<<>>')).toString('latin1');
    const changed = (from: string | RegExp, to: string) =>
      readPdfFile(Buffer.from(text.replace(from, to), 'latin1'));
    expect(changed('/Info 1 0 R', '/Info 1 0 R\n/Prev 10')).toBeNull();
    expect(changed('/Info 1 0 R', '/Info 9 0 R')).toBeNull();
    expect(changed('1 0 obj', '7 0 obj')).toBeNull();
    expect(changed(/startxref\n\d+/, 'startxref\n999999')).toBeNull();
    expect(changed('%%EOF', '%%EO')).toBeNull();
    expect(readPdfFile(new Uint8Array())).toBeNull();
  });

  it('never make the reader throw, whatever is changed in them', () => {
    const bytes = file('<</Creator (x)>>', '<</ToUnicode 3 0 R>>', '<</Length 3>> stream\nabc\nendstream');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 12 }), (changes) => {
        const damaged = bytes.slice();
        for (const [place, value] of changes) damaged[place] = value;
        finishPdf(damaged, properties);
      }),
    );
  });
});

describe('the properties of a .pdf', () => {
  it('are title, organ and program; a name the browser wrote is gone', () => {
    const printed = file(
      "<</Title (a)\n/Author (Li Na)\n/Creator (Mozilla/5.0 \\(Windows NT 10.0\\))\n/Producer (Skia/PDF m147)\n/CreationDate (D:20260131080000+08'00')>>",
      '<</Type /Catalog>>',
    );
    const finished = Buffer.from(finishPdf(printed, properties) ?? []).toString('latin1');
    const hexadecimal = (text: string) =>
      `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
    expect(finished).toContain(`/Title ${hexadecimal('年度报告')}`);
    expect(finished).toContain(`/Author ${hexadecimal('云溪镇人民政府')}`);
    expect(finished).toContain(`/Creator ${hexadecimal('乡报')}`);
    expect(finished).toContain('/Producer (Skia/PDF m147)\n/CreationDate (D:20250205000000Z)');
    expect(finished).not.toContain('0131');
    expect(finished).not.toMatch(/Li Na|Mozilla|Windows/);
  });
});
