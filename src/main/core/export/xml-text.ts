/** XML written from a tree, so that no text reaches a file unescaped. */

export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string | number | boolean>>;
  children: readonly (XmlElement | string)[];
}

export function xml(
  name: string,
  attributes: Readonly<Record<string, string | number | boolean>> = {},
  children: readonly (XmlElement | string)[] = [],
): XmlElement {
  return { name, attributes, children };
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** One element as text, for a place inside a part. */
export function xmlText(node: XmlElement | string): string {
  if (typeof node === 'string') return escaped(node);
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
  const inner = node.children.map(xmlText).join('');
  return inner === '' ? `<${node.name}${attributes}/>` : `<${node.name}${attributes}>${inner}</${node.name}>`;
}

/** The text of an XML part, with its declaration. Names must be names of XML; they are never a person's words. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xmlText(root)}`;
}
