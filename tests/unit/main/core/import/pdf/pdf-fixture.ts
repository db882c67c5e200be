/** Tiny .pdf files written by hand: text at given places in a font that the file names but does not hold. */

export interface PlacedText {
  text: string;
  /** Points from the left and from the top. */
  x: number;
  y: number;
  size?: number;
  /** Degrees against the clock. */
  turned?: number;
}

export interface PdfFixtureOptions {
  width?: number;
  height?: number;
  /** Contents of a note on the first page. */
  comment?: string;
  /** Each page holds a picture, too. */
  picture?: boolean;
  /** Takes the place of what the pages draw: bytes packed by these filters. */
  packed?: { filters: string; bytes: Uint8Array };
}

const lineSize = 16;

/** A file with these pages. Characters below U+0100 are half as wide as the others, as in Chinese fonts. */
export function pdfOf(
  pages: readonly (readonly PlacedText[])[],
  options: PdfFixtureOptions = {},
): Uint8Array {
  const { width = 595, height = 842, comment, picture = false, packed } = options;
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const first = 6;
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${first + index * 2} 0 R`).join(' ')}] >>`,
  );
  add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>',
  );
  add(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500 814 907 500] ' +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> ' +
      '/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /Ascent 880 /Descent -120 ' +
      '/CapHeight 880 /ItalicAngle 0 /StemV 90 /FontBBox [0 -120 1000 880] >> >>',
  );
  add(
    stream(
      '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
      '0',
    ),
  );
  pages.forEach((texts, index) => {
    const note =
      comment === undefined || index > 0
        ? ''
        : `/Annots [<< /Type /Annot /Subtype /Text /Rect [9 9 29 29] /Contents <FEFF${hex(comment)}> >>]`;
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${first + index * 2 + 1} 0 R ` +
        `/Resources << /Font << /F 3 0 R >> /XObject << /I 5 0 R >> >> ${note} >>`,
    );
    if (packed !== undefined) {
      const content = Buffer.from(packed.bytes).toString('hex');
      add(stream(`<< /Filter [/ASCIIHexDecode ${packed.filters}]`, content));
      return;
    }
    const drawn = texts.map(({ text, x, y, size = lineSize, turned = 0 }) => {
      const angle = (turned * Math.PI) / 180;
      const [cos, sin] = [Math.cos(angle).toFixed(4), Math.sin(angle).toFixed(4)];
      return `BT /F ${size} Tf ${cos} ${sin} ${-Number(sin)} ${cos} ${x} ${height - y} Tm <${hex(text)}> Tj ET`;
    });
    add(stream('<<', [...(picture ? [`q ${width} 0 0 ${height} 0 0 cm /I Do Q`] : []), ...drawn].join('\n')));
  });
  return new TextEncoder().encode(assembled(objects));
}

/** Paragraphs set as an office sets them: 28 characters of 16 pt a line, first lines indented by two. */
export function typeset(paragraphs: readonly string[], from = 120): PlacedText[] {
  let y = from;
  return paragraphs.flatMap((paragraph) => {
    const lines: string[] = [''];
    let room = 26;
    for (const character of paragraph) {
      room -= character < '\u0100' ? 0.5 : 1;
      if (room < 0) {
        lines.push('');
        room = 27;
      }
      lines.push((lines.pop() ?? '') + character);
    }
    return lines.map((text, index) => {
      y += 29;
      return { text, x: index === 0 ? 112 : 80, y: y - 29 };
    });
  });
}

function hex(text: string): string {
  return Array.from(text, (character) => Buffer.from(character, 'utf16le').swap16().toString('hex')).join('');
}

function stream(dictionary: string, content: string): string {
  return `${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function assembled(objects: readonly string[]): string {
  let file = '%PDF-1.5\n';
  const offsets = objects.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
}
