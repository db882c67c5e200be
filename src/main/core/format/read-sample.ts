/** A recipient's sample .docx as paragraphs with their looks, page setups, lists and footers. */
import { ExpectedFailure } from '../../../shared/errors.ts';
import type { Archive } from '../import/archive/archive.ts';
import { childOf, childrenOf, readBlocks, type XmlElement } from '../import/archive/xml-elements.ts';
import { readNumbering } from '../import/docx/numbering-definitions.ts';
import type { PackageParts, PartKind } from '../import/docx/package-parts.ts';
import { alternative } from '../import/docx/paragraph-text.ts';
import { importLimits } from '../import/import-limits.ts';
import type { ListInstance } from '../import/numbering/lists.ts';
import { createParagraphReader, type SampleParagraph } from './sample-paragraphs.ts';
import { readSampleStyles, readThemeFonts } from './sample-styles.ts';

export interface Sample {
  /** Outside tables and text boxes, in reading order; none is blank. */
  paragraphs: SampleParagraph[];
  /** The page setup (w:sectPr) that most text stands on, upright pages before landscape ones; null without any. */
  section: XmlElement | null;
  lists: ReadonlyMap<string, ListInstance>;
  /** Paragraphs of the footers that hold the page's number are among them. */
  footers: SampleParagraph[];
}

/** What blocks may stand in. */
const wrappers = new Set(['w:sdt', 'w:sdtContent', 'w:ins', 'w:moveTo', 'w:customXml', 'w:smartTag']);

interface CountedSection {
  section: XmlElement;
  characters: number;
}

function isUpright({ section }: CountedSection): boolean {
  const { attributes } = childOf(section, 'w:pgSz') ?? { attributes: {} as Record<string, string> };
  return Number(attributes['w:w'] ?? 0) <= Number(attributes['w:h'] ?? 1);
}

function mainSection(sections: CountedSection[]): XmlElement | null {
  const upright = sections.filter(isUpright);
  const [first] = (upright.length > 0 ? upright : sections).toSorted((a, b) => b.characters - a.characters);
  return first?.section ?? null;
}

/** Throws ExpectedFailure: import.damaged, import.encrypted, import.tooLarge. */
export function readSample(archive: Archive, parts: PackageParts): Sample {
  const first = (kind: PartKind) => archive.read(parts.named(kind)[0] ?? '');
  const theme = readThemeFonts(first('theme'));
  const styles = readSampleStyles(first('styles'), theme);
  const reader = createParagraphReader(styles, theme);
  const paragraphs: SampleParagraph[] = [];
  const sections: CountedSection[] = [];
  let total = 0;
  let sinceSection = 0;
  const endSection = (section: XmlElement | undefined) => {
    if (section === undefined) return;
    sections.push({ section, characters: sinceSection });
    sinceSection = 0;
  };
  const visit = (block: XmlElement): void => {
    if (block.name === 'w:p') {
      const paragraph = reader.read(block);
      total += paragraph.text.length;
      sinceSection += paragraph.text.length;
      if (paragraph.text.trim() !== '') paragraphs.push(paragraph);
      if (paragraphs.length > importLimits.paragraphs || total > importLimits.characters) {
        throw new ExpectedFailure('import.tooLarge', { limit: importLimits.characters });
      }
      endSection(childOf(childOf(block, 'w:pPr'), 'w:sectPr'));
    } else if (block.name === 'w:sectPr') endSection(block);
    else if (block.name === 'mc:AlternateContent') childrenOf(alternative(block)).forEach(visit);
    else if (wrappers.has(block.name)) childrenOf(block).forEach(visit);
  };
  readBlocks(archive.read(parts.document) ?? new Uint8Array(), new Set(['w:document', 'w:body']), visit);

  const footers: SampleParagraph[] = [];
  const visitFooter = (element: XmlElement, frame: string | null): void => {
    const place = horizontalPlace(element) ?? frame;
    if (element.name === 'w:p') footers.push(reader.read(element, frame));
    const within = element.name === 'mc:AlternateContent' ? alternative(element) : element;
    for (const child of childrenOf(within)) visitFooter(child, place);
  };
  for (const name of parts.named('footer')) {
    readBlocks(archive.read(name) ?? new Uint8Array(), new Set(['w:ftr']), (block) =>
      visitFooter(block, null),
    );
  }
  return {
    paragraphs,
    section: mainSection(sections),
    lists: readNumbering(first('numbering'), () => null),
    footers,
  };
}

/** Where a drawing's anchor puts its text box: wp:positionH/wp:align, in whatever prefix (20.4.2.10). */
function horizontalPlace(element: XmlElement): string | null {
  const position = childrenOf(element).find(({ name }) => name.endsWith(':positionH'));
  const align = childrenOf(position).find(({ name }) => name.endsWith(':align'));
  const words = align?.children.filter((part) => typeof part === 'string').join('');
  return words === undefined || words === '' ? null : words;
}
