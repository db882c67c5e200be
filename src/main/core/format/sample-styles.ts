/** styles.xml and the theme of a sample: what they say of looks. Source: ECMA-376 part 1, 17.7; 20.1.4.1.24 (fonts). */
import {
  childOf,
  childrenOf,
  childValue,
  readBlocks,
  type XmlElement,
} from '../import/archive/xml-elements.ts';
import { levelOfName } from '../import/docx/styles.ts';
import {
  type Layer,
  type ParagraphProperties,
  paragraphProperties,
  type RunProperties,
  runProperties,
  type ThemeFonts,
} from './looks.ts';

interface Style {
  name: string;
  basedOn: string | null;
  run: RunProperties;
  paragraph: ParagraphProperties;
}

export interface SampleStyles {
  /** The style of paragraphs that name none. */
  defaultStyle: string | null;
  /** What a style and those it is based on say, the nearest first; without the document's defaults. */
  runLayers(styleId: string | null): Layer<RunProperties>[];
  paragraphLayers(styleId: string | null): Layer<ParagraphProperties>[];
  /** What stands behind all styles. */
  runDefaults: Layer<RunProperties>;
  paragraphDefaults: Layer<ParagraphProperties>;
  /** 0 the title, 1–9 headings, by the style's name; null none. */
  headingLevel(styleId: string | null): number | null;
}

/** Longer chains of w:basedOn are circles. */
const longestChain = 20;

/** Latin and East Asian fonts of the theme, under «minorEastAsia» and the like; '' names none. */
export function readThemeFonts(part: Uint8Array | null): ThemeFonts {
  const fonts = new Map<string, string>();
  if (part === null) return fonts;
  const visit = (element: XmlElement): void => {
    const kind = /:(major|minor)Font$/.exec(element.name)?.[1];
    if (kind === undefined) {
      childrenOf(element).forEach(visit);
      return;
    }
    const named = (name: string) =>
      childrenOf(element).find((child) => child.name.endsWith(`:${name}`))?.attributes.typeface ?? '';
    const simplified = childrenOf(element).find(({ attributes }) => attributes.script === 'Hans');
    const eastAsia = named('ea') || (simplified?.attributes.typeface ?? '');
    if (eastAsia !== '') fonts.set(`${kind}EastAsia`, eastAsia);
    const latin = named('latin');
    for (const script of ['Ascii', 'HAnsi']) if (latin !== '') fonts.set(`${kind}${script}`, latin);
  };
  readBlocks(part, new Set(), visit);
  return fonts;
}

export function readSampleStyles(part: Uint8Array | null, theme: ThemeFonts): SampleStyles {
  const styles = new Map<string, Style>();
  let defaultStyle: string | null = null;
  let runDefaults: RunProperties = {};
  let paragraphDefaults: ParagraphProperties = {};
  const read = (block: XmlElement): void => {
    if (block.name === 'w:docDefaults') {
      runDefaults = runProperties(childOf(childOf(block, 'w:rPrDefault'), 'w:rPr'), theme);
      paragraphDefaults = paragraphProperties(childOf(childOf(block, 'w:pPrDefault'), 'w:pPr'));
    }
    if (block.name !== 'w:style') return;
    const id = block.attributes['w:styleId'] ?? '';
    styles.set(id, {
      name: childValue(block, 'w:name') ?? id,
      basedOn: childValue(block, 'w:basedOn') ?? null,
      run: runProperties(childOf(block, 'w:rPr'), theme),
      paragraph: paragraphProperties(childOf(block, 'w:pPr')),
    });
    const isDefault = ['1', 'true', 'on'].includes(block.attributes['w:default'] ?? '');
    if (isDefault && block.attributes['w:type'] === 'paragraph') defaultStyle = id;
  };
  if (part !== null) readBlocks(part, new Set(['w:styles']), read);

  const chains = new Map<string, Style[]>();
  const chain = (styleId: string | null): Style[] => {
    const known = chains.get(styleId ?? '');
    if (known !== undefined) return known;
    const found: Style[] = [];
    for (let id = styleId; id !== null && found.length < longestChain; ) {
      const style = styles.get(id);
      if (style === undefined) break;
      found.push(style);
      id = style.basedOn;
    }
    chains.set(styleId ?? '', found);
    return found;
  };
  return {
    defaultStyle,
    runLayers: (id) => chain(id).map(({ run }) => ({ place: 'style', properties: run })),
    paragraphLayers: (id) => chain(id).map(({ paragraph }) => ({ place: 'style', properties: paragraph })),
    runDefaults: { place: 'defaults', properties: runDefaults },
    paragraphDefaults: { place: 'defaults', properties: paragraphDefaults },
    headingLevel(id) {
      for (const { name } of chain(id)) {
        const level = levelOfName(name);
        if (level !== null) return level;
      }
      return null;
    },
  };
}
