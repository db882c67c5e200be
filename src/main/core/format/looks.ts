/**
 * How a sample's characters and paragraphs look, and where that was said: their own formatting, their style, the
 * document's defaults. Source: ECMA-376 part 1, 17.3.1, 17.3.2 and 17.7.2.
 */
import type { LearntPlace } from '../../../shared/domain/learnt-format.ts';
import { childOf, childValue, isOn, type XmlElement } from '../import/archive/xml-elements.ts';

export interface Found<T> {
  value: T;
  place: LearntPlace;
}

/** What one level of formatting says; what it does not say is not there. */
export interface RunProperties {
  eastAsia?: string;
  western?: string;
  /** The fonts are named by the theme's parts. */
  themed?: boolean;
  /** Half-points. */
  size?: number;
  bold?: boolean;
  /** RRGGBB. */
  color?: string;
  /** Twips added to each character. */
  spacing?: number;
}

export interface ParagraphProperties {
  /** Twips, or 240ths of a line where `lineRule` is auto. */
  line?: number;
  lineRule?: 'exact' | 'atLeast' | 'auto';
  snapToGrid?: boolean;
  /** Hundredths of a character, and twips. */
  firstLineChars?: number;
  firstLine?: number;
  alignment?: string;
  /** From 0; 9 is body text. */
  outlineLevel?: number;
  listId?: string;
  listLevel?: number;
}

/** A theme's fonts by the names under which runs refer to them. */
export type ThemeFonts = ReadonlyMap<string, string>;

/** One level of formatting and where it stands; a look is read from the nearest to the farthest. */
export interface Layer<T> {
  place: LearntPlace;
  properties: T;
}

/** A whole number of at most six digits, else undefined. */
function number(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,6}$/.test(text) ? Number(text) : undefined;
}

/** The object without the keys that hold nothing, so that a farther level may say them. */
function stated<T extends object>(values: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

/** A switch that is there, on or off; undefined where it is not. */
function toggled(element: XmlElement, name: string): boolean | undefined {
  return childOf(element, name) === undefined ? undefined : isOn(element, name);
}

/** Of a w:rPr; nothing of one that is not there. */
export function runProperties(element: XmlElement | undefined, theme: ThemeFonts): RunProperties {
  if (element === undefined) return {};
  const fonts = childOf(element, 'w:rFonts')?.attributes ?? {};
  const themedEast = theme.get(fonts['w:eastAsiaTheme'] ?? '');
  const themedWest = theme.get(fonts['w:asciiTheme'] ?? fonts['w:hAnsiTheme'] ?? '');
  const color = childValue(element, 'w:color');
  return stated<RunProperties>({
    eastAsia: themedEast ?? fonts['w:eastAsia'],
    western: themedWest ?? fonts['w:ascii'] ?? fonts['w:hAnsi'],
    themed: themedEast === undefined ? undefined : true,
    size: number(childValue(element, 'w:sz')),
    bold: toggled(element, 'w:b'),
    color: color !== undefined && /^[0-9a-f]{6}$/i.test(color) ? color.toUpperCase() : undefined,
    spacing: number(childValue(element, 'w:spacing')),
  });
}

function lineRuleOf(text: string | undefined): ParagraphProperties['lineRule'] {
  return text === 'exact' || text === 'atLeast' || text === 'auto' ? text : undefined;
}

/** Of a w:pPr; nothing of one that is not there. */
export function paragraphProperties(element: XmlElement | undefined): ParagraphProperties {
  if (element === undefined) return {};
  const spacing = childOf(element, 'w:spacing')?.attributes ?? {};
  const indent = childOf(element, 'w:ind')?.attributes ?? {};
  const list = childOf(element, 'w:numPr');
  const line = number(spacing['w:line']);
  return stated<ParagraphProperties>({
    line,
    // Where only the number stands, the rule is auto (17.3.1.33).
    lineRule: lineRuleOf(spacing['w:lineRule']) ?? (line === undefined ? undefined : 'auto'),
    snapToGrid: toggled(element, 'w:snapToGrid'),
    firstLineChars: number(indent['w:firstLineChars']),
    firstLine: number(indent['w:firstLine']),
    alignment: childValue(element, 'w:jc'),
    outlineLevel: number(childValue(element, 'w:outlineLvl')),
    listId: childValue(list, 'w:numId'),
    listLevel: number(childValue(list, 'w:ilvl')),
  });
}

/** The nearest level that says `key`, or null. */
export function foundIn<T extends object, K extends keyof T>(
  layers: readonly Layer<T>[],
  key: K,
): Found<NonNullable<T[K]>> | null {
  for (const { place, properties } of layers) {
    const value = properties[key];
    if (value !== undefined && value !== null) return { value, place };
  }
  return null;
}

/** The East Asian font, told as the theme's where a theme names it. */
export function eastAsianFont(layers: readonly Layer<RunProperties>[]): Found<string> | null {
  const layer = layers.find(({ properties }) => properties.eastAsia !== undefined);
  if (layer?.properties.eastAsia === undefined) return null;
  return {
    value: layer.properties.eastAsia,
    place: layer.properties.themed === true ? 'theme' : layer.place,
  };
}
