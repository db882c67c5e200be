/** Which parts of an .ofd hold pages, in their order. Source: GB/T 33190-2016, 7. */

import { ExpectedFailure } from '../../../../shared/errors.ts';
import type { Archive } from '../archive/archive.ts';
import { childOf, childrenOf, readBlocks, type XmlElement } from '../archive/xml-elements.ts';

export interface PagesOfDocument {
  /** Names of the pages' parts. */
  pages: string[];
  /** Names of the parts that are shown on many pages: letterheads, page numbers. */
  templates: string[];
  /** Names of the parts with notes and stamps put on the pages. */
  annotations: string[];
  /** Names of the parts that hold pictures, by the pictures' ids. */
  images: ReadonlyMap<string, string>;
}

/** Documents of the package. Throws ExpectedFailure import.damaged, among others of the archive. */
export function documentsOf(archive: Archive): PagesOfDocument[] {
  const root = rootOf(archive, 'OFD.xml');
  const bodies = childrenOf(root).filter(({ name }) => name === 'ofd:DocBody');
  const documents = bodies.flatMap((body) => {
    const name = textOf(childOf(body, 'ofd:DocRoot'));
    return name === '' ? [] : [pagesOf(archive, keyOf('', name))];
  });
  if (documents.length === 0) throw new ExpectedFailure('import.damaged');
  return documents;
}

/** The part's root element. Throws ExpectedFailure import.damaged where there is none. */
export function rootOf(archive: Archive, name: string): XmlElement {
  const part = archive.read(name);
  let root: XmlElement | null = null;
  if (part !== null)
    readBlocks(part, new Set(), (block) => {
      root = block;
    });
  if (root === null) throw new ExpectedFailure('import.damaged');
  return root;
}

/** The text directly in an element, trimmed; empty for one that is not there. */
export function textOf(element: XmlElement | undefined): string {
  return (element?.children ?? [])
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();
}

function pagesOf(archive: Archive, name: string): PagesOfDocument {
  const document = rootOf(archive, name);
  const located = (parent: XmlElement | undefined, child: string) =>
    childrenOf(parent)
      .filter((each) => each.name === child)
      .map((each) => keyOf(name, each.attributes.BaseLoc ?? ''));
  return {
    pages: located(childOf(document, 'ofd:Pages'), 'ofd:Page'),
    templates: located(childOf(document, 'ofd:CommonData'), 'ofd:TemplatePage'),
    annotations: annotationsOf(archive, name, textOf(childOf(document, 'ofd:Annotations'))),
    images: imagesOf(archive, name, childOf(document, 'ofd:CommonData')),
  };
}

function annotationsOf(archive: Archive, document: string, location: string): string[] {
  const name = keyOf(document, location);
  if (location === '' || !archive.names.has(name)) return [];
  return childrenOf(rootOf(archive, name))
    .map((page) => keyOf(name, textOf(childOf(page, 'ofd:FileLoc'))))
    .filter((each) => archive.names.has(each));
}

/** Pictures that the document's resources list (GB/T 33190-2016, 7.9). */
function imagesOf(
  archive: Archive,
  document: string,
  common: XmlElement | undefined,
): PagesOfDocument['images'] {
  const images = new Map<string, string>();
  for (const listed of childrenOf(common)) {
    if (listed.name !== 'ofd:PublicRes' && listed.name !== 'ofd:DocumentRes') continue;
    const name = keyOf(document, textOf(listed));
    const resources = rootOrNone(archive, name);
    const folder = resources?.attributes.BaseLoc ?? '';
    const base = keyOf(name, folder === '' ? '' : `${folder}/`);
    for (const media of childrenOf(childOf(resources, 'ofd:MultiMedias'))) {
      const file = textOf(childOf(media, 'ofd:MediaFile'));
      if (media.attributes.Type !== 'Image' || file === '') continue;
      images.set(media.attributes.ID ?? '', keyOf(base === '' ? '' : `${base}/`, file));
    }
  }
  return images;
}

/** Only pictures hang on it: a damaged list must not keep the text from being read. */
function rootOrNone(archive: Archive, name: string): XmlElement | undefined {
  try {
    return rootOf(archive, name);
  } catch (error) {
    if (error instanceof ExpectedFailure) return undefined;
    throw error;
  }
}

/** A location beside the part that names it, as a key into the archive: never a path (GB/T 33190-2016, 7.3). */
function keyOf(part: string, location: string): string {
  const folder = location.startsWith('/') ? '' : part.slice(0, part.lastIndexOf('/') + 1);
  const steps: string[] = [];
  for (const step of `${folder}${location}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
