/**
 * Content controls (ISO/IEC 29500-1, 17.5.2) round the numbers of the tables, by which a file that was edited elsewhere
 * still says which number stands where. They show no frame and hinder nobody in writing.
 */
import type { Paragraph, TextRun, XmlComponent } from 'docx';
import { fingerprint } from '../../../shared/domain/checks/fingerprint.ts';
import { numberBookmark } from '../../../shared/domain/returned/control-tag.ts';
import { node } from './xml-node.ts';

/** The run alone where it has no tag. */
export function controlled(tag: string | null, run: TextRun): XmlComponent[] {
  if (tag === null) return [run];
  // Ids need only differ within the document, where there are some hundreds; made from the tag, out of all that a signed
  // 32-bit number holds (ISO/IEC 29500-1, 17.18.10), they are the same in each writing of it.
  const id = Number.parseInt(fingerprint(tag).slice(0, 6), 36) % 0x7fffffff;
  return [
    node('w:bookmarkStart', { 'w:id': id, 'w:name': numberBookmark(tag) }),
    node('w:sdt', {}, [
      node('w:sdtPr', {}, [
        node('w:tag', { 'w:val': tag }),
        node('w:id', { 'w:val': id }),
        node('w15:appearance', { 'w15:val': 'hidden' }),
      ]),
      node('w:sdtContent', {}, [run]),
    ]),
    node('w:bookmarkEnd', { 'w:id': id }),
  ];
}

/** The paragraph with elements behind its own that the docx package would not take as children. */
export function withChildren(paragraph: Paragraph, children: readonly XmlComponent[]): Paragraph {
  for (const child of children) paragraph.addChildElement(child);
  return paragraph;
}
