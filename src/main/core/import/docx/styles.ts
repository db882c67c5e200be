/** styles.xml: outline levels and lists that paragraph styles bring along. Source: ECMA-376 part 1, 17.7. */
import { childOf, childValue, readBlocks } from '../archive/xml-elements.ts';

interface Style {
  name: string;
  basedOn: string | null;
  /** From 0; 9 is body text. */
  outlineLevel: number | null;
  numId: string | null;
  listLevel: number | null;
}

export interface Styles {
  /** The style of paragraphs that name none. */
  defaultStyle: string | null;
  /** Heading level of a style: 0 the title, 1–9 headings, null none. */
  headingLevel(styleId: string | null): number | null;
  /** The list a style puts its paragraphs into, its own or one it inherits. */
  list(styleId: string | null): { numId: string; level: number | null; styleId: string } | null;
}

/** Longer chains of w:basedOn are circles. */
const longestChain = 20;

export function readStyles(part: Uint8Array | null): Styles {
  const styles = new Map<string, Style>();
  let defaultStyle: string | null = null;
  if (part !== null) {
    readBlocks(part, new Set(['w:styles']), (block) => {
      if (block.name !== 'w:style') return;
      const id = block.attributes['w:styleId'] ?? '';
      const properties = childOf(block, 'w:pPr');
      const numbering = childOf(properties, 'w:numPr');
      styles.set(id, {
        name: childValue(block, 'w:name') ?? id,
        basedOn: childValue(block, 'w:basedOn') ?? null,
        outlineLevel: levelOrNull(childValue(properties, 'w:outlineLvl')),
        numId: childValue(numbering, 'w:numId') ?? null,
        listLevel: levelOrNull(childValue(numbering, 'w:ilvl')),
      });
      const isDefault = ['1', 'true', 'on'].includes(block.attributes['w:default'] ?? '');
      if (isDefault && block.attributes['w:type'] === 'paragraph') defaultStyle = id;
    });
  }
  const chain = (styleId: string | null): { id: string; style: Style }[] => {
    const found = [];
    for (let id = styleId; id !== null && found.length < longestChain; ) {
      const style = styles.get(id);
      if (style === undefined) break;
      found.push({ id, style });
      id = style.basedOn;
    }
    return found;
  };
  return {
    defaultStyle,
    headingLevel(styleId) {
      for (const { style } of chain(styleId)) {
        const named = levelOfName(style.name);
        if (named !== null) return named;
        if (style.outlineLevel !== null) return style.outlineLevel < 9 ? style.outlineLevel + 1 : null;
      }
      return styleId === null || styles.has(styleId) ? null : levelOfName(styleId);
    },
    list(styleId) {
      for (const { id, style } of chain(styleId)) {
        if (style.numId !== null) return { numId: style.numId, level: style.listLevel, styleId: id };
      }
      return null;
    },
  };
}

/** Level by the name of a built-in heading style, in Word's file form and as WPS and translations write them. */
export function levelOfName(name: string): number | null {
  const heading = /^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1];
  if (heading !== undefined) return Number(heading);
  return /^(?:title|subtitle|标题|副标题)$/i.test(name) ? 0 : null;
}

export function levelOrNull(text: string | undefined): number | null {
  return text !== undefined && /^[0-9]$/.test(text) ? Number(text) : null;
}
