/** Paragraphs of a sample with their looks, from its body or a footer. Source: ECMA-376 part 1, 17.3. */
import { childOf, childrenOf, childValue, isOn, type XmlElement } from '../import/archive/xml-elements.ts';
import { alternative } from '../import/docx/paragraph-text.ts';
import {
  foundIn,
  type Layer,
  type ParagraphProperties,
  paragraphProperties,
  type RunProperties,
  runProperties,
  type ThemeFonts,
} from './looks.ts';
import type { SampleStyles } from './sample-styles.ts';

/** Stands in a text for the page's own number. */
export const pageNumberSign = '\uE000';

export interface SampleRun {
  text: string;
  layers: Layer<RunProperties>[];
}

export interface SampleParagraph {
  text: string;
  runs: SampleRun[];
  layers: Layer<ParagraphProperties>[];
  /** By style name or outline level: 0 the title, 1–4 headings; null none. */
  level: number | null;
  /** Horizontal place of the frame or text box it stands in, «outside»; null where it stands in none. */
  frame: string | null;
}

export interface ParagraphReader {
  read(paragraph: XmlElement, frame?: string | null): SampleParagraph;
}

const deepestLevel = 4;

function levelOf(
  styles: SampleStyles,
  styleId: string | null,
  layers: readonly Layer<ParagraphProperties>[],
): number | null {
  const outline = foundIn(layers, 'outlineLevel')?.value;
  const level = styles.headingLevel(styleId) ?? (outline === undefined || outline > 8 ? null : outline + 1);
  return level !== null && level <= deepestLevel ? level : null;
}

/** What a run shows; a field that tells the page's number is `pageNumberSign`. */
function textOf(run: XmlElement): string {
  return childrenOf(run)
    .map((child) => {
      if (child.name === 'w:t') return child.children.filter((part) => typeof part === 'string').join('');
      if (child.name === 'w:tab' || child.name === 'w:ptab') return '\t';
      if (child.name === 'w:br' || child.name === 'w:cr') return '\n';
      if (child.name === 'w:pgNum') return pageNumberSign;
      if (child.name === 'w:instrText') {
        return isPageField(child.children.filter((part) => typeof part === 'string').join(''))
          ? pageNumberSign
          : '';
      }
      return '';
    })
    .join('');
}

function isPageField(instruction: string): boolean {
  return /^\s*PAGE(?:\s|$)/iu.test(instruction);
}

const removed = new Set(['w:del', 'w:moveFrom', 'w:pPr', 'w:rPr', 'w:sdtPr', 'w:txbxContent']);

export function createParagraphReader(styles: SampleStyles, theme: ThemeFonts): ParagraphReader {
  return {
    read(paragraph, frame = null) {
      const properties = childOf(paragraph, 'w:pPr');
      const styleId = childValue(properties, 'w:pStyle') ?? styles.defaultStyle;
      const layers: Layer<ParagraphProperties>[] = [
        { place: 'direct', properties: paragraphProperties(properties) },
        ...styles.paragraphLayers(styleId),
        styles.paragraphDefaults,
      ];
      const behind = [...styles.runLayers(styleId), styles.runDefaults];
      const runs: SampleRun[] = [];
      const visit = (element: XmlElement): void => {
        if (removed.has(element.name)) return;
        if (element.name === 'mc:AlternateContent') {
          childrenOf(alternative(element)).forEach(visit);
          return;
        }
        if (element.name === 'w:fldSimple' && isPageField(element.attributes['w:instr'] ?? '')) {
          runs.push({ text: pageNumberSign, layers: behind });
          return;
        }
        if (element.name !== 'w:r') {
          childrenOf(element).forEach(visit);
          return;
        }
        const own = childOf(element, 'w:rPr');
        const text = isOn(own, 'w:vanish') ? '' : textOf(element);
        if (text === '') return;
        const direct: Layer<RunProperties> = { place: 'direct', properties: runProperties(own, theme) };
        const style = childValue(own, 'w:rStyle') ?? null;
        runs.push({ text, layers: [direct, ...styles.runLayers(style), ...behind] });
      };
      childrenOf(paragraph).forEach(visit);
      return {
        text: runs.map((run) => run.text).join(''),
        runs,
        layers,
        level: levelOf(styles, styleId, layers),
        frame: childOf(properties, 'w:framePr')?.attributes['w:xAlign'] ?? frame,
      };
    },
  };
}
