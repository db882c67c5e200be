/**
 * Elements of an untrusted XML part, read as a stream: each block is built, handed over and forgotten. No document
 * type, hence no entities of its own, is accepted (ECMA-376 part 2, 8.1.4: packages shall not have any).
 */
import { SaxesParser } from 'saxes';
import { ExpectedFailure } from '../../../../shared/errors.ts';
import { importLimits } from '../import-limits.ts';

export interface XmlElement {
  /** With the usual prefix of its namespace, «w:p», whatever prefix the file uses; other namespaces have «?:». */
  name: string;
  /** Names with the usual prefix; attributes without a namespace have none. */
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

/** Namespaces of ECMA-376, transitional and strict, and of GB/T 33190. */
const prefixes: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 'x',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 'x',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'urn:schemas-microsoft-com:vml': 'v',
  // GB/T 33190-2016, 7.
  'http://www.ofdspec.org/2016': 'ofd',
  'http://www.ofdspec.org': 'ofd',
};

/**
 * Calls `onBlock` with every element that has only `containers` above it, in order. Throws ExpectedFailure
 * import.damaged where the XML is not well-formed, has a document type, or is nested too deeply.
 */
export function readBlocks(
  part: Uint8Array,
  containers: ReadonlySet<string>,
  onBlock: (block: XmlElement) => void,
): void {
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlElement[] = [];
  /** Position in `open` of the block being built; the elements before are containers. */
  let blockDepth = -1;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new ExpectedFailure('import.damaged');
  });
  parser.on('opentag', (tag) => {
    const element: XmlElement = { name: named(tag.uri, tag.local), attributes: {}, children: [] };
    for (const attribute of Object.values(tag.attributes)) {
      const name = attribute.uri === '' ? attribute.local : named(attribute.uri, attribute.local);
      element.attributes[name] = attribute.value;
    }
    if (open.length > importLimits.xmlDepth) throw new ExpectedFailure('import.damaged');
    if (blockDepth >= 0) open.at(-1)?.children.push(element);
    else if (!containers.has(element.name)) blockDepth = open.length;
    open.push(element);
  });
  const addText = (text: string) => {
    if (blockDepth >= 0) open.at(-1)?.children.push(text);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element === undefined || open.length !== blockDepth) return;
    blockDepth = -1;
    onBlock(element);
  });
  try {
    parser.write(decodeXml(part)).close();
  } catch (error) {
    if (error instanceof ExpectedFailure) throw error;
    throw new ExpectedFailure('import.damaged');
  }
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  );
}

/** The elements directly below, without the text between them; none of an element that is not there. */
export function childrenOf(element: XmlElement | undefined): XmlElement[] {
  return (element?.children ?? []).filter((child): child is XmlElement => typeof child !== 'string');
}

/** `w:val` of the child of that name. */
export function childValue(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['w:val'];
}

/** A switch such as w:vanish: present, and not turned off. */
export function isOn(element: XmlElement | undefined, name: string): boolean {
  const child = childOf(element, name);
  return child !== undefined && !['0', 'false', 'off'].includes(child.attributes['w:val'] ?? '');
}

function named(uri: string, local: string): string {
  return `${prefixes[uri] ?? '?'}:${local}`;
}

/** UTF-8 or, with its byte order mark, UTF-16 (ECMA-376 part 2, 8.1.4). */
function decodeXml(part: Uint8Array): string {
  const [first, second] = part;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(part);
}
