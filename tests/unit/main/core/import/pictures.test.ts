import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type ReadReport, readReportFile } from '../../../../../src/main/core/import/import-file.ts';
import { importLimits } from '../../../../../src/main/core/import/import-limits.ts';
import { createPictureCollector } from '../../../../../src/main/core/import/pictures.ts';
import { docxOf, paragraph } from './docx/docx-fixture.ts';
import { ofdOf, placed } from './ofd/ofd-fixture.ts';
import { illustratedDocx, pictureOf } from './picture-fixture.ts';

function read(name: string, bytes: Uint8Array): ReadReport {
  const outcome = readReportFile(name, bytes);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
}

const bytesOf = ({ pictures }: ReadReport) => pictures.map(({ bytes }) => bytes);
const leftOut = ({ parsed }: ReadReport) =>
  parsed.warnings.filter(({ code }) => code === 'pictureLeftOut').map(({ message }) => message);

/** A .docx whose document refers to these parts as pictures r0, r1 … and shows those of `shown`. */
function docxWith(media: Record<string, Uint8Array<ArrayBuffer>>, shown: readonly string[] = []): Uint8Array {
  const pictures = shown.map(
    (id) =>
      `<w:r><w:drawing><pic:pic><pic:blipFill><a:blip xmlns:a="urn:a" r:embed="${id}"/></pic:blipFill></pic:pic></w:drawing></w:r>`,
  );
  const files = unzipSync(docxOf(paragraph('正文。') + paragraph(`<w:r/>${pictures.join('')}`)));
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
  const entries = Object.keys(media).map(
    (name, index) => `<Relationship Id="r${index}" Type="${type}" Target="media/${name}"/>`,
  );
  files['word/_rels/document.xml.rels'] = strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join('')}</Relationships>`,
  );
  for (const [name, bytes] of Object.entries(media)) files[`word/media/${name}`] = bytes;
  return zipSync(files, { level: 0 });
}

describe('pictures of a .docx', () => {
  it('are taken byte by byte in the order in which they are shown, the letterhead’s first', async () => {
    const [first, second, letterhead] = [pictureOf(1), pictureOf(2), pictureOf(3)];
    const found = read('a.docx', await illustratedDocx([second, first, second], letterhead));
    expect(bytesOf(found)).toEqual([letterhead, second, first]);
    expect(found.pictures.map(({ mediaType }) => mediaType)).toEqual(Array(3).fill('image/png'));
    expect(found.pictures.every(({ name }) => name.endsWith('.png'))).toBe(true);
    expect(leftOut(found)).toEqual([]);
  });

  it('are also those that are referred to but not shown; a part that nothing refers to is none', () => {
    const files = unzipSync(docxWith({ 'a.png': pictureOf(1), 'b.emf': pictureOf(2) }, ['r1']));
    files['word/media/loose.png'] = pictureOf(3);
    const found = read('a.docx', zipSync(files));
    expect(found.pictures.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['b.emf', 'image/emf'],
      ['a.png', 'image/png'],
    ]);
  });

  it('are told as left out where the file does not hold them', () => {
    const found = read('a.docx', docxWith({ 'a.png': pictureOf(1) }, ['r0', 'elsewhere']));
    expect(bytesOf(found)).toEqual([pictureOf(1)]);
    expect(leftOut(found)).toEqual(['Pictures left out: 1.']);
  });

  it('that are damaged, or larger than the archive states, do not keep the text from being read', () => {
    const picture = pictureOf(1);
    const damaged = docxWith({ 'a.png': picture }, ['r0']);
    damaged.set([1, 2, 3], Buffer.from(damaged).indexOf(picture) + 20);
    const grown = zipSync(unzipSync(docxWith({ 'a.png': new Uint8Array(900_000) }, ['r0'])));
    const directory = Buffer.from(grown).lastIndexOf('word/media/a.png') - 46;
    new DataView(grown.buffer).setUint32(directory + 24, 10, true);
    for (const bytes of [damaged, grown]) {
      const found = read('a.docx', bytes);
      expect(found.parsed.paragraphs.map(({ text }) => text)).toEqual(['正文。']);
      expect([bytesOf(found), leftOut(found)]).toEqual([[], ['Pictures left out: 1.']]);
    }
  });

  it('beyond the limit of bytes are left out', () => {
    const third = Math.floor(importLimits.pictureBytes / 3);
    const found = read(
      'a.docx',
      docxWith({
        '1.png': pictureOf(1, third),
        '2.png': pictureOf(2, third + 9),
        '3.png': pictureOf(3, third),
      }),
    );
    expect(found.pictures.map(({ name }) => name)).toEqual(['1.png', '2.png']);
    expect(leftOut(found)).toEqual(['Pictures left out: 1.']);
  });
});

describe('the collector', () => {
  const collect = (names: readonly string[]) => {
    const collector = createPictureCollector();
    for (const [key, name] of names.entries()) {
      collector.take({ key: `${key}`, name, size: 1, read: () => new Uint8Array([key % 256]) });
    }
    return collector;
  };

  it('keeps as many pictures as the limit says', () => {
    const collector = collect(Array(importLimits.pictures + 5).fill('a.png'));
    expect([collector.kept().length, collector.leftOut()]).toEqual([importLimits.pictures, 5]);
  });

  it('does not read what is too large, and gives names that can be saved everywhere', () => {
    const read = () => {
      throw new Error('read');
    };
    const collector = createPictureCollector();
    collector.take({ key: 'a', name: 'a.png', size: importLimits.pictureBytes + 1, read });
    expect(collector.leftOut()).toBe(1);
    const names = [
      'word/media/图 1.png',
      '../../.png',
      'a\u202egnp.exe\n',
      'con|a.jpg',
      `${'x'.repeat(200)}.gif`,
    ];
    expect(
      collect(names)
        .kept()
        .map(({ name }) => name),
    ).toEqual(['图 1.png', 'image2.png', 'image3', 'image4.jpg', 'image5.gif']);
  });
});

describe('pictures of other formats', () => {
  it('written into a web page', () => {
    const picture = pictureOf(4);
    const address = `data:image/png;base64,${Buffer.from(picture).toString('base64')}`;
    const page = `<p>正文。</p><img src="${address}"><img src="${address}"><img src="data:image/gif;base64,%%"><img src="https://a/b.png">`;
    const found = read('a.html', strToU8(`<!doctype html><html><body>${page}</body></html>`));
    expect(found.pictures).toEqual([{ name: 'image1.png', mediaType: 'image/png', bytes: picture }]);
    expect(leftOut(found)).toEqual(['Pictures left out: 2.']);
  });

  it('listed in the resources of an .ofd', () => {
    const files = unzipSync(
      ofdOf([
        `${placed('正文。', 30, 50)}<ofd:ImageObject ResourceID="7"/><ofd:ImageObject ResourceID="8"/>`,
      ]),
    );
    const text = (name: string) => new TextDecoder().decode(files[name]);
    files['Doc_0/Document.xml'] = strToU8(
      text('Doc_0/Document.xml').replace(
        '<ofd:CommonData>',
        '<ofd:CommonData><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes><ofd:PublicRes>Broken.xml</ofd:PublicRes>',
      ),
    );
    files['Doc_0/Broken.xml'] = strToU8('<ofd:Res');
    files['Doc_0/DocumentRes.xml'] = strToU8(
      '<ofd:Res xmlns:ofd="http://www.ofdspec.org/2016" BaseLoc="Res"><ofd:MultiMedias><ofd:MultiMedia ID="7" Type="Image"><ofd:MediaFile>seal.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>',
    );
    files['Doc_0/Res/seal.png'] = pictureOf(5);
    const found = read('a.ofd', zipSync(files));
    expect(found.pictures).toEqual([{ name: 'seal.png', mediaType: 'image/png', bytes: pictureOf(5) }]);
    expect(leftOut(found)).toEqual(['Pictures left out: 1.']);
  });
});
