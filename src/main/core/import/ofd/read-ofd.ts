/** An .ofd file (GB/T 33190-2016) as source paragraphs: the text on its pages, in the order of their places. */
import type { DropReason } from '../../../../shared/domain/parsed-report.ts';
import { ExpectedFailure } from '../../../../shared/errors.ts';
import type { Archive } from '../archive/archive.ts';
import { childrenOf, type XmlElement } from '../archive/xml-elements.ts';
import { createDocumentSink, type DocumentSink } from '../document-sink.ts';
import { importLimits } from '../import-limits.ts';
import type { SourceDocument } from '../source-document.ts';
import { documentsOf, rootOf } from './package-of-pages.ts';
import { paragraphsOfPage } from './page-lines.ts';
import { type PlacedText, readTextObject } from './placed-text.ts';

/**
 * Reads the pages of all documents of the package. Listed as left out: what stands on a template of pages (once),
 * annotations, invisible text. Throws ExpectedFailure: import.damaged, import.encrypted, import.tooLarge.
 */
export function readOfd(archive: Archive): SourceDocument {
  const sink = createDocumentSink();
  const budget = { texts: importLimits.placedTexts };
  const dropAll = (names: readonly string[], reason: DropReason) => {
    for (const name of new Set(names)) {
      for (const { text } of paragraphsOfPage(textsOf(rootOf(archive, name), sink, budget))) {
        sink.drop(text, reason);
      }
    }
  };
  for (const { pages, templates, annotations } of documentsOf(archive)) {
    dropAll(templates, 'header');
    for (const name of pages) {
      paragraphsOfPage(textsOf(rootOf(archive, name), sink, budget)).forEach(sink.paragraph);
    }
    dropAll(annotations, 'comment');
  }
  return sink.finish();
}

/** Visible pieces of text within an element, wherever they are grouped. */
function textsOf(root: XmlElement, sink: DocumentSink, budget: { texts: number }): PlacedText[] {
  const texts: PlacedText[] = [];
  const read = (element: XmlElement, visible: boolean): void => {
    const seen = visible && !['false', '0'].includes(element.attributes.Visible ?? '');
    if (element.name === 'ofd:ImageObject') sink.pictures(1);
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
