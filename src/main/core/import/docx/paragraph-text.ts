/**
 * What one paragraph shows: its text, and what hangs on it. Insertions are text, deletions and moved-away text are
 * told apart. Source: ECMA-376 part 1, 17.3 and 17.13.5; part 3, 7.5 (AlternateContent).
 */
import { childOf, childrenOf, isOn, type XmlElement } from '../archive/xml-elements.ts';
import { plainSymbol } from '../plain-symbols.ts';

export interface ParagraphContent {
  /** Displayed text; a line break within the paragraph is «\n», a tab «\t». */
  text: string;
  /** Text of deleted revisions. */
  deleted: string[];
  /** Text of insertions that nobody has accepted yet; it is part of `text` as well. */
  inserted: string[];
  /** Text that is not displayed: hidden runs, phonetic guides. */
  hidden: string[];
  /** w:txbxContent elements, in order. */
  textBoxes: XmlElement[];
  /** Notes referred to, as «footnote 3» or «endnote 1». */
  notes: string[];
  /** For each picture shown the ids of the references to its bytes; none for one that is not in the file. */
  pictures: string[][];
}

/** Elements whose text nobody reads: properties, field codes and their data. */
export const notText: ReadonlySet<string> = new Set([
  'w:rPr',
  'w:pPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:instrText',
  'w:delInstrText',
  'w:fldData',
  'w:tblPr',
]);

export function readParagraph(paragraph: XmlElement): ParagraphContent {
  const content: ParagraphContent = {
    text: '',
    deleted: [],
    inserted: [],
    hidden: [],
    textBoxes: [],
    notes: [],
    pictures: [],
  };
  readInline(paragraph, content);
  return content;
}

function readInline(parent: XmlElement, content: ParagraphContent): void {
  for (const element of childrenOf(parent)) {
    switch (element.name) {
      case 'w:t':
      case 'm:t':
        content.text += ownText(element);
        break;
      case 'w:tab':
      case 'w:ptab':
        content.text += '\t';
        break;
      case 'w:br':
      case 'w:cr':
        content.text += '\n';
        break;
      case 'w:noBreakHyphen':
        content.text += '-';
        break;
      case 'w:sym':
        content.text += symbolOf(element);
        break;
      case 'w:del':
      case 'w:moveFrom':
      case 'w:delText':
        keep(content.deleted, textWithin(element));
        break;
      case 'w:ins':
      case 'w:moveTo': {
        // Only what is kept: another author may have deleted part of the insertion.
        const from = content.text.length;
        readInline(element, content);
        keep(content.inserted, content.text.slice(from));
        break;
      }
      case 'w:r':
        if (isOn(childOf(element, 'w:rPr'), 'w:vanish')) keep(content.hidden, textWithin(element));
        else readInline(element, content);
        break;
      case 'w:rt':
        keep(content.hidden, textWithin(element));
        break;
      case 'mc:AlternateContent':
        readInline(alternative(element), content);
        break;
      case 'w:txbxContent':
        content.textBoxes.push(element);
        break;
      case 'w:footnoteReference':
        content.notes.push(`footnote ${element.attributes['w:id'] ?? ''}`);
        break;
      case 'w:endnoteReference':
        content.notes.push(`endnote ${element.attributes['w:id'] ?? ''}`);
        break;
      case 'pic:pic':
      case 'v:imagedata':
        content.pictures.push(pictureReferences(element));
        break;
      default:
        if (!notText.has(element.name)) readInline(element, content);
    }
  }
}

/** ECMA-376 part 1, 20.1.8.13 (a:blip, also a vector picture beside its raster form); part 4, 19.1.2.11. */
function pictureReferences({ name, attributes, children }: XmlElement): string[] {
  const own = name === 'v:imagedata' ? attributes['r:id'] : attributes['r:embed'];
  const inner = children.flatMap((child) => (typeof child === 'string' ? [] : pictureReferences(child)));
  return own === undefined ? inner : [own, ...inner];
}

/** The one version of a content that is read: the first choice, or the fallback where there is none. */
export function alternative(element: XmlElement): XmlElement {
  return childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback') ?? { ...element, children: [] };
}

/** All text of an element, deleted or not. */
export function textWithin(element: XmlElement): string {
  if (element.name === 'w:t' || element.name === 'w:delText' || element.name === 'm:t')
    return ownText(element);
  if (element.name === 'w:sym') return symbolOf(element);
  if (element.name === 'w:noBreakHyphen') return '-';
  const within = element.name === 'mc:AlternateContent' ? alternative(element) : element;
  const text = childrenOf(within).map(textWithin).join('');
  return element.name === 'w:p' || element.name === 'w:br' || element.name === 'w:tab' ? `${text} ` : text;
}

/** Of a text element; elements within it, where nothing but text may stand, are text too. */
function ownText(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textWithin(child))).join('');
}

function symbolOf(element: XmlElement): string {
  return plainSymbol(Number.parseInt(element.attributes['w:char'] ?? '', 16));
}

function keep(list: string[], text: string): void {
  if (text.trim() !== '') list.push(text.trim());
}
