/** An .ofd file (GB/T 33190-2016) as source paragraphs: the text on its pages, in the order of their places. */
import type { DropReason } from '../../../../shared/domain/parsed-report.ts';
import { ExpectedFailure } from '../../../../shared/errors.ts';
import type { Archive } from '../archive/archive.ts';
import { childrenOf, type XmlElement } from '../archive/xml-elements.ts';
import { createDocumentSink, type DocumentSink } from '../document-sink.ts';
import { importLimits } from '../import-limits.ts';
import type { SourceDocument } from '../source-document.ts';
import { documentsOf, type PagesOfDocument, rootOf } from './package-of-pages.ts';
import { paragraphsOfPage } from './page-lines.ts';
import { type PlacedText, readTextObject } from './placed-text.ts';

/**
 * Reads the pages of all documents of the package. Listed as left out: what stands on a template of pages (once),
 * annotations, invisible text. Throws ExpectedFailure: import.damaged, import.encrypted, import.tooLarge.
 */
export function readOfd(archive: Archive): SourceDocument {
  const sink = createDocumentSink();
  const budget = { texts: importLimits.placedTexts };
  const readPart = (name: string, images: PagesOfDocument['images']) => {
    const root = rootOf(archive, name);
    takePictures(root, archive, images, sink);
    return paragraphsOfPage(textsOf(root, sink, budget));
  };
  const dropAll = (names: readonly string[], images: PagesOfDocument['images'], reason: DropReason) => {
    for (const name of new Set(names)) {
      for (const { text } of readPart(name, images)) {
        sink.drop(text, reason);
      }
    }
  };
  for (const { pages, templates, annotations, images } of documentsOf(archive)) {
    dropAll(templates, images, 'header');
    for (const name of pages) readPart(name, images).forEach(sink.paragraph);
    dropAll(annotations, images, 'comment');
  }
  return sink.finish();
}

/** Pictures within an element, wherever they are grouped. */
function takePictures(
  element: XmlElement,
  archive: Archive,
  images: PagesOfDocument['images'],
  sink: DocumentSink,
): void {
  if (element.name === 'ofd:ImageObject') {
    const name = images.get(element.attributes.ResourceID ?? '');
    const size = name === undefined ? null : archive.statedSize(name);
    if (name === undefined || size === null) sink.picturesLeftOut(1);
    else sink.picture({ key: name, name, size, read: () => archive.tryRead(name) });
  }
  for (const child of childrenOf(element)) takePictures(child, archive, images, sink);
}

/** Visible pieces of text within an element, wherever they are grouped. */
function textsOf(root: XmlElement, sink: DocumentSink, budget: { texts: number }): PlacedText[] {
  const texts: PlacedText[] = [];
  const read = (element: XmlElement, visible: boolean): void => {
    const seen = visible && !['false', '0'].includes(element.attributes.Visible ?? '');
    if (element.name !== 'ofd:TextObject') {
      for (const child of childrenOf(element)) read(child, seen);
      return;
    }
    readTextObject(element, (text) => {
      budget.texts -= 1;
      if (budget.texts < 0) throw new ExpectedFailure('import.tooLarge', { limit: importLimits.placedTexts });
      if (seen) texts.push(text);
      else sink.drop(text.text, 'markup');
    });
  };
  read(root, true);
  return texts;
}
