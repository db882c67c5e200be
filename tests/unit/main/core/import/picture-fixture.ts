/** Pictures as bytes, and a .docx that shows them, written by a library that knows the format. */
import { Document, Header, ImageRun, Packer, Paragraph, TextRun } from 'docx';

/** Bytes that only claim to be a .png: a picture is kept as it stands, whatever it shows. */
export function pictureOf(seed: number, length = 400): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from({ length }, (_, index) => (index * 31 + seed * 17) % 251);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return bytes;
}

function shown(data: Uint8Array): Paragraph {
  const run = new ImageRun({ type: 'png', data, transformation: { width: 40, height: 30 } });
  return new Paragraph({ children: [run] });
}

/** A report with `pictures` in its text in that order, and the letterhead's above it. */
export async function illustratedDocx(
  pictures: readonly Uint8Array[],
  letterhead?: Uint8Array,
): Promise<Uint8Array> {
  const heading = new Paragraph({ children: [new TextRun('一、工作情况')] });
  const text = new Paragraph({ children: [new TextRun('全年培训5场。')] });
  const document = new Document({
    sections: [
      {
        ...(letterhead && { headers: { default: new Header({ children: [shown(letterhead)] }) } }),
        children: [heading, ...pictures.map(shown), text],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
