/** An element of the .docx that the docx package has no words for. */
import { BuilderElement, type XmlComponent } from 'docx';

export function node(
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  children: readonly XmlComponent[] = [],
): XmlComponent {
  const named = Object.entries(attributes).map(([key, value]) => [key, { key, value }] as const);
  return new BuilderElement({ name, attributes: Object.fromEntries(named), children });
}
