/** numbering.xml: what lists there are and how each of their levels counts. Source: ECMA-376 part 1, 17.9. */
import {
  childOf,
  childrenOf,
  childValue,
  isOn,
  readBlocks,
  type XmlElement,
} from '../archive/xml-elements.ts';
import type { ListInstance, ListLevel } from '../numbering/lists.ts';

interface Definition {
  levels: Map<number, ListLevel>;
  /** The numbering style whose list is meant (w:numStyleLink). */
  link: string | null;
}

/** Lists by w:numId. `listOfStyle` gives the list that a numbering style names. */
export function readNumbering(
  part: Uint8Array | null,
  listOfStyle: (styleId: string) => string | null,
): Map<string, ListInstance> {
  const definitions = new Map<string, Definition>();
  const instances: XmlElement[] = [];
  if (part !== null) {
    readBlocks(part, new Set(['w:numbering']), (block) => {
      if (block.name === 'w:abstractNum') {
        definitions.set(block.attributes['w:abstractNumId'] ?? '', {
          levels: levelsOf(block),
          link: childValue(block, 'w:numStyleLink') ?? null,
        });
      } else if (block.name === 'w:num') {
        instances.push(block);
      }
    });
  }
  const definitionOf = new Map(
    instances.map((each) => [each.attributes['w:numId'] ?? '', childValue(each, 'w:abstractNumId') ?? '']),
  );
  const lists = new Map<string, ListInstance>();
  for (const instance of instances) {
    const id = instance.attributes['w:numId'] ?? '';
    let definition = definitionOf.get(id) ?? '';
    const link = definitions.get(definition)?.link;
    if (link !== null && link !== undefined) {
      definition = definitionOf.get(listOfStyle(link) ?? '') ?? definition;
    }
    lists.set(id, withOverrides(instance, definition, definitions.get(definition)?.levels ?? new Map()));
  }
  return lists;
}

function withOverrides(instance: XmlElement, definition: string, base: Map<number, ListLevel>): ListInstance {
  const levels = new Map(base);
  const startOverrides = new Map<number, number>();
  for (const override of childrenOf(instance).filter((child) => child.name === 'w:lvlOverride')) {
    const index = levelIndex(override);
    const replaced = childOf(override, 'w:lvl');
    if (replaced !== undefined) levels.set(index, levelOf(replaced));
    const start = childValue(override, 'w:startOverride');
    if (start !== undefined) startOverrides.set(index, wholeNumber(start, 1));
  }
  return { definition, levels, startOverrides };
}

function levelsOf(definition: XmlElement): Map<number, ListLevel> {
  return new Map(
    childrenOf(definition)
      .filter((child) => child.name === 'w:lvl')
      .map((level) => [levelIndex(level), levelOf(level)]),
  );
}

function levelOf(level: XmlElement): ListLevel {
  const restart = childValue(level, 'w:lvlRestart');
  // A custom format stands in mc:AlternateContent, with a plain one to fall back upon.
  const plain = childOf(childOf(childOf(level, 'mc:AlternateContent'), 'mc:Fallback'), 'w:numFmt');
  return {
    start: wholeNumber(childValue(level, 'w:start'), 0),
    format: childValue(level, 'w:numFmt') ?? plain?.attributes['w:val'] ?? 'decimal',
    text: (childValue(level, 'w:lvlText') ?? '').slice(0, 64),
    digitsOnly: isOn(level, 'w:isLgl'),
    restart: restart === undefined ? null : wholeNumber(restart, 0),
    style: childValue(level, 'w:pStyle') ?? null,
  };
}

function levelIndex(element: XmlElement): number {
  return wholeNumber(element.attributes['w:ilvl'], 0);
}

/** A whole number that is not negative and not absurd, else `otherwise`. */
export function wholeNumber(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : otherwise;
}
