/** The document's headings as its outline. Source: GB/T 33190-2016, 7.8. */
import type { DocumentPage } from '../../../../shared/domain/paged-document.ts';
import { type XmlElement, xml } from '../xml-text.ts';
import { millimetres } from './page-units.ts';

interface Heading {
  level: number;
  title: string;
  pageId: number;
  /** Points from the page's top. */
  top: number;
  below: Heading[];
}

/** Headings of all pages, each below the last one of a higher level. `pageId` names a page's object. */
export function outline(pages: readonly DocumentPage[], pageId: (index: number) => number): XmlElement[] {
  const root: Heading = { level: 0, title: '', pageId: 0, top: 0, below: [] };
  const open = [root];
  for (const [index, page] of pages.entries()) {
    for (const block of page.blocks) {
      const level =
        block.kind === 'text' && !block.continued ? /^heading([1-4])$/.exec(block.role)?.[1] : undefined;
      if (block.kind !== 'text' || level === undefined) continue;
      const title = block.lines.flatMap(({ segments }) => segments.map(({ text }) => text)).join('');
      const heading: Heading = {
        level: Number(level),
        title,
        pageId: pageId(index),
        top: block.lines[0]?.top ?? 0,
        below: [],
      };
      while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
      open.at(-1)?.below.push(heading);
      open.push(heading);
    }
  }
  return root.below.map(element);
}

function element({ title, pageId, top, below }: Heading): XmlElement {
  const destination = xml('ofd:Dest', {
    Type: 'XYZ',
    PageID: pageId,
    Left: 0,
    Top: millimetres(top),
    Zoom: 0,
  });
  const action = xml('ofd:Action', { Event: 'CLICK' }, [xml('ofd:Goto', {}, [destination])]);
  return xml('ofd:OutlineElem', { Title: title, Count: below.length, Expanded: true }, [
    xml('ofd:Actions', {}, [action]),
    ...below.map(element),
  ]);
}
